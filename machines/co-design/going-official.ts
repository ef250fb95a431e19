import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import { cel } from '../authoring/cel.ts';
import { and, decided, given, meta, not, publish, raise, record, set, spawn } from './blocks.ts';
import { instrument } from './instrument.ts';

const visibility: StateNodeConfig = {
  meta: meta('Visibility', 'Visibilità'),
  initial: 'awaited',
  states: {
    awaited: {
      meta: meta('To be shown in public', 'Da mostrare in pubblico', {
        responsible: ['communications', 'initiativeLead'],
      }),
      always: { target: 'shown', guard: 'visibilityHeld' },
    },
    shown: {
      meta: meta('Shown in public', 'Mostrato in pubblico', {
        resting: ['Results were shown together.', 'I risultati sono stati mostrati insieme.'],
      }),
      always: { target: 'awaited', guard: not('visibilityHeld') },
    },
  },
};

const directives: StateNodeConfig = {
  meta: meta('Directives', 'Direttive'),
  initial: 'waiting',
  states: {
    waiting: {
      meta: meta('Waiting for the act', 'In attesa dell’atto', {
        resting: [
          'Directives are issued under an act in force.',
          'Le direttive si emanano in forza di un atto vigente.',
        ],
      }),
      always: { target: 'issuing', guard: 'basisHolds' },
    },
    issuing: {
      meta: meta('To be issued', 'Da emanare', {
        responsible: ['mayor', 'secretaryGeneral', 'departmentHead'],
      }),
      always: { target: 'acknowledging', guard: 'directiveIsIssued' },
    },
    acknowledging: {
      meta: meta('Being acknowledged', 'In accettazione', { responsible: ['departmentHead'] }),
      always: [
        { target: 'issuing', guard: not('directiveIsIssued') },
        { target: 'incorporating', guard: 'directivesAreAcknowledged' },
      ],
    },
    incorporating: {
      meta: meta('Being put into procedures', 'Inserimento nelle procedure', {
        responsible: ['departmentHead'],
      }),
      always: [
        { target: 'issuing', guard: not('directiveIsIssued') },
        { target: 'done', guard: 'directivesIncorporated' },
      ],
    },
    done: {
      meta: meta('In the procedures', 'Nelle procedure', {
        resting: ['Every department works by it.', 'Ogni settore vi si attiene.'],
      }),
      always: { target: 'issuing', guard: not('directivesIncorporated') },
    },
  },
};

/** A directive may be issued at any time under a basis that holds; it stays on the record as long as that basis. */
export const issueDirective: NonNullable<StateNodeConfig['on']> = {
  'directive.issued': {
    guard: and('basisHolds', 'isNewDirective', 'addresseesAreConfirmed'),
    actions: [
      record('directives', {
        directiveId: cel('event.id'),
        basedOn: cel('context.acts.filter(a, a.status == "effective").map(a, a.actId)'),
        addressees: cel('event.addressees'),
        acknowledged: [],
        refused: [],
        incorporated: [],
        status: 'issued',
        basisLost: false,
      }),
      spawn('directive', cel('"directive-" + event.id'), {
        directiveId: cel('event.id'),
        basedOnActId: cel(
          'context.acts.filter(a, a.status == "effective").size() > 0 ? context.acts.filter(a, a.status == "effective")[0].actId : (context.legalOpinion != null ? context.legalOpinion.reference : dyn("transitional basis"))',
        ),
        instruction: cel('event.instruction'),
        addressees: cel('event.addressees'),
        sop: cel('event.procedure'),
        dueIn: cel('event.dueIn'),
        staysInForce: true,
      }),
      'reckon',
    ],
  },
};

/** Three things at once: the act, the public, the procedures. The law does not wait for the press; `official` does. */
export const goingOfficial: StateNodeConfig = {
  type: 'parallel',
  meta: meta('Going official', 'Ufficializzazione', { stage: 'goingOfficial', maturity: 'pilot' }),
  states: { instrument, visibility, directives },
  on: {
    ...issueDirective,
    'service.declaredOfficial': {
      target: 'official',
      guard: and(
        'basisHolds',
        'effectiveDayAgrees',
        'directivesIncorporated',
        'visibilityHeld',
        'storyIsPublished',
        'strategyIsLinked',
        'planIsInDate',
        'partnershipHolds',
      ),
      actions: [
        set({
          official: {
            since: cel('now'),
            effectiveOn: cel('event.effectiveOn'),
            expiresOn: given('expiresOn'),
          },
        }),
        record('milestones', {
          id: 'official',
          title: { en: 'Official service', it: 'Servizio ufficiale' },
          stage: 'official',
          plannedFor: null,
          due: null,
          actual: cel('event.effectiveOn'),
          tolerance: 'P0D',
          acceptance: [],
          dependsOn: [],
          status: 'achieved',
          checkpoint: cel('context.checkpoints.filter(c, c.outcome == "continue").map(c, c.id)'),
          history: [],
        }),
        decided('declared official', [
          'act',
          'directive',
          'publicEvent',
          'dataset',
          'department',
          'strategy',
          'budget',
          'partner',
          'checkpoint',
        ]),
        publish('service.official', { effectiveOn: cel('event.effectiveOn') }),
        raise('service.wentOfficial'),
      ],
    },
  },
};
