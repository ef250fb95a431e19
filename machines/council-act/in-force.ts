import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import { cel } from '../authoring/cel.ts';
import { record, set, tellParent } from './act-actions.ts';

const effective = tellParent('act.effective', {
  number: cel('context.number'),
  effectiveAt: cel('string(now)'),
  body: cel('context.adopted.body'),
  session: cel('context.adopted.session'),
  quorum: cel('context.adopted.quorum'),
  tally: cel('context.adopted.tally'),
  textHash: cel('context.adopted.textHash'),
});
const ending = (reason: string): ReturnType<typeof set> => set({ endedBy: reason });

/** From enactment to force and to the end of force. Nothing of an act is ever removed: it changes status. */
export const inForce: Record<string, StateNodeConfig> = {
  enacted: {
    meta: { title: { en: 'Enacted', it: 'Perfezionata' }, responsible: ['cityClerk'] },
    after: {
      publicationDue: {
        actions: {
          type: 'notify',
          params: { roles: ['cityClerk'], template: 'publication.overdue' },
        },
      },
    },
    on: {
      'act.numbered': { guard: 'unnumbered', actions: set({ number: cel('event.number') }) },
      'act.published': [
        {
          target: 'pendingEffect',
          guard: { type: 'and', params: { guards: ['isNumbered', 'adoptedText'] } },
          actions: [
            record('publications', {
              what: 'act',
              gazette: cel('event.gazette'),
              textHash: cel('event.textHash'),
            }),
            set({
              effectiveAt: cel('has(event.effectiveOn) ? event.effectiveOn : event.at'),
              expiresOn: cel('has(event.expiresOn) ? event.expiresOn : ""'),
            }),
          ],
        },
      ],
      'publication.failed': {
        actions: record('publications', { what: 'failed', reason: cel('event.reason') }),
      },
      // The mayor's papers come back in either order.
      'act.received': { actions: 'noteOfMayor' },
      'act.returnedUnsigned': { actions: 'noteOfMayor' },
      'mayorHearing.held': { actions: 'noteOfMayor' },
      'signing.scheduled': { actions: 'noteOfMayor' },
      'act.annulled': '#council-act.annulled',
    },
  },
  pendingEffect: {
    meta: { title: { en: 'Published, not yet in force', it: 'Pubblicata, non ancora in vigore' } },
    after: { effectDue: 'inForce' },
    on: {
      'wrongText.found': {
        target: 'enacted',
        actions: record('publications', { what: 'wrongText', reason: cel('event.reason') }),
      },
      'act.annulled': '#council-act.annulled',
      'act.suspended': {
        target: 'suspended',
        actions: record('suspensions', { reason: cel('event.reason') }),
      },
    },
  },
  inForce: {
    meta: {
      title: { en: 'In force', it: 'In vigore' },
      resting: {
        en: 'An act in force waits for nobody.',
        it: 'Un atto in vigore non attende nessuno.',
      },
    },
    entry: [set({ inForceSince: cel('string(now)') }), effective],
    initial: 'steady',
    states: {
      steady: {
        meta: {
          title: { en: 'In force', it: 'In vigore' },
          resting: {
            en: 'An act in force waits for nobody.',
            it: 'Un atto in vigore non attende nessuno.',
          },
        },
        always: { target: 'untilExpiry', guard: 'expires' },
      },
      untilExpiry: {
        meta: { title: { en: 'In force until a date', it: 'In vigore fino a una data' } },
        after: {
          expiryWarning: {
            actions: {
              type: 'notify',
              params: { roles: ['initiativeLead', 'councilChair'], template: 'act.expiresSoon' },
            },
          },
          expiry: { target: '#council-act.expired', actions: ending('expired') },
        },
      },
    },
    on: {
      'act.suspended': {
        target: 'suspended',
        actions: record('suspensions', { reason: cel('event.reason') }),
      },
      'act.annulled': {
        target: 'annulled',
        actions: [
          ending('annulled'),
          record('changes', {
            what: 'annulled',
            scope: cel('event.scope'),
            reason: cel('event.reason'),
          }),
        ],
      },
      'act.superseded': { target: 'superseded', actions: ending('superseded') },
      'act.repealed': { target: 'superseded', actions: ending('repealed') },
      'act.changed': {
        actions: record('changes', {
          what: 'changed',
          by: cel('event.by'),
          textHash: cel('event.textHash'),
        }),
      },
      'wrongText.found': {
        target: 'enacted',
        actions: record('publications', { what: 'wrongText', reason: cel('event.reason') }),
      },
    },
  },
  suspended: {
    meta: { title: { en: 'Suspended', it: 'Sospesa' }, responsible: ['supervisoryAuthority'] },
    entry: tellParent('act.suspended', { by: cel('event.actor.subject') }),
    on: {
      'act.reinstated': { target: 'inForce', actions: tellParent('act.reinstated') },
      'act.annulled': {
        target: 'annulled',
        actions: [
          ending('annulled'),
          record('changes', {
            what: 'annulled',
            scope: cel('event.scope'),
            reason: cel('event.reason'),
          }),
        ],
      },
    },
  },
  annulled: {
    type: 'final',
    meta: { title: { en: 'Annulled', it: 'Annullata' } },
    entry: tellParent('act.annulled', { scope: cel('has(event.scope) ? event.scope : "exNunc"') }),
  },
  superseded: {
    type: 'final',
    meta: { title: { en: 'Superseded or repealed', it: 'Sostituita o abrogata' } },
    entry: tellParent('act.superseded', { by: cel('has(event.by) ? event.by : ""') }),
  },
  expired: {
    type: 'final',
    meta: { title: { en: 'Expired', it: 'Scaduta' } },
    entry: tellParent('act.expired'),
  },
};

const failed = (title: { en: string; it: string }, reason: string): StateNodeConfig => ({
  type: 'final',
  meta: { title },
  entry: [set({ failure: reason }), tellParent('act.failed', { reason })],
});

/** Ways not to become law. */
export const failures: Record<string, StateNodeConfig> = {
  withdrawn: failed({ en: 'Withdrawn', it: 'Ritirata' }, 'withdrawn'),
  filed: failed({ en: 'Filed', it: 'Archiviata' }, 'filed'),
  lapsed: failed(
    { en: 'Lapsed with the council’s term', it: 'Decaduta con la consiliatura' },
    'sessionEnded',
  ),
  defeated: failed({ en: 'Defeated', it: 'Respinta' }, 'defeated'),
  vetoStands: failed({ en: 'The veto stands', it: 'Il veto resta' }, 'vetoSustained'),
};
