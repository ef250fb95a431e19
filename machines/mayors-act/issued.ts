import { reminderTransitions } from '../reminder-transitions.ts';
import { mayorsActSetup } from './spec.ts';

const mine = {
  type: 'and',
  params: { guards: ['holdsTheOffice', 'delegationIsStated'] },
} as const;

/** Where the paper is: at the clerk's, in the gazette. */
const paper = mayorsActSetup.createStateConfig({
  initial: 'toFile',
  meta: { title: { en: 'Paper', it: 'Documento' } },
  states: {
    toFile: {
      meta: {
        title: { en: 'To be filed with the clerk', it: 'Da depositare' },
        responsible: ['cityClerk'],
      },
      on: { 'act.filedWithClerk': { target: 'filedWithClerk', actions: 'file' } },
      after: { fileDue: { actions: 'remindClerk' } },
    },
    filedWithClerk: {
      meta: {
        title: { en: 'Filed, to be published', it: 'Depositato, da pubblicare' },
        responsible: ['cityClerk'],
      },
      on: {
        'act.published': {
          target: 'published',
          guard: { type: 'and', params: { guards: ['isTheSignedText', 'erratumIsGiven'] } },
          actions: 'publishText',
        },
        'publication.failed': { actions: 'noteFailure' },
      },
      after: { publicationDue: { actions: 'remindPublisher' } },
    },
    published: {
      meta: {
        title: { en: 'Published', it: 'Pubblicato' },
        resting: { en: 'Everybody can read it.', it: 'Chiunque può leggerlo.' },
      },
      on: {
        'wrongText.found': {
          target: 'filedWithClerk',
          guard: 'wrongTextIsAnother',
          actions: 'noteWrongText',
        },
      },
    },
  },
});

/** Whether it has effect. The profile says from what on. */
const force = mayorsActSetup.createStateConfig({
  initial: 'notYet',
  meta: { title: { en: 'Force', it: 'Efficacia' } },
  states: {
    notYet: {
      meta: {
        title: { en: 'Signed, not yet in force', it: 'Firmato, non ancora in vigore' },
        responsible: ['cityClerk'],
      },
      always: [
        { target: 'beginning', guard: 'mayHaveEffectAtOnce' },
        { target: 'awaitingDate', guard: 'hasADateOfEffect' },
      ],
      on: { 'act.suspended': { target: 'suspended', actions: 'suspend' } },
    },
    awaitingDate: {
      meta: { title: { en: 'In force from a date on', it: 'In vigore da una data' } },
      on: {
        'act.suspended': { target: 'suspended', actions: 'suspend' },
        'wrongText.found': {
          target: 'notYet',
          guard: {
            type: 'and',
            params: { guards: ['wrongTextIsAnother', 'effectNeedsPublication'] },
          },
        },
      },
      after: { effectDue: 'beginning' },
    },
    beginning: {
      meta: { title: { en: 'Comes into force', it: 'Entra in vigore' } },
      always: [
        { target: 'inForce', guard: 'wasInterrupted', actions: ['takeEffect', 'resume'] },
        { target: 'inForce', actions: 'takeEffect' },
      ],
    },
    inForce: {
      meta: {
        title: { en: 'In force', it: 'In vigore' },
        resting: {
          en: 'An act in force waits for nobody.',
          it: 'Un atto in vigore non attende nessuno.',
        },
      },
      on: {
        'act.suspended': { target: 'suspended', actions: 'suspend' },
        'wrongText.found': {
          target: 'notYet',
          guard: {
            type: 'and',
            params: { guards: ['wrongTextIsAnother', 'effectNeedsPublication'] },
          },
          actions: 'interrupt',
        },
      },
    },
    suspended: {
      meta: {
        title: { en: 'Suspended', it: 'Sospeso' },
        responsible: ['supervisoryAuthority'],
      },
      on: {
        'act.reinstated': [
          {
            target: 'inForce',
            guard: 'hasEffect',
            actions: ['noteReinstatement', 'tellReinstated'],
          },
          // The parent hears of it when the right text is out and the act has effect again.
          { target: 'notYet', guard: 'wasInterrupted', actions: 'noteReinstatement' },
          { target: 'notYet', actions: ['noteReinstatement', 'tellReinstated'] },
        ],
        'wrongText.found': {
          guard: {
            type: 'and',
            params: { guards: ['wrongTextIsAnother', 'effectNeedsPublication', 'hasEffect'] },
          },
          actions: 'forgetEffect',
        },
      },
    },
  },
});

/** An urgent act has effect at first, and keeps it only if the council ratifies. */
const ratification = mayorsActSetup.createStateConfig({
  initial: 'deciding',
  meta: { title: { en: 'Ratification', it: 'Ratifica' } },
  states: {
    deciding: {
      meta: { title: { en: 'Is it urgent?', it: 'È urgente?' } },
      always: [{ target: 'ratificationPending', guard: 'isUrgent' }, { target: 'notNeeded' }],
    },
    notNeeded: {
      meta: {
        title: { en: 'No ratification needed', it: 'Ratifica non richiesta' },
        resting: { en: 'It is no urgent act.', it: 'Non è un atto urgente.' },
      },
    },
    ratificationPending: {
      meta: {
        title: { en: 'To be ratified', it: 'Da ratificare' },
        responsible: ['councilChair'],
      },
      on: {
        'act.ratified': { target: 'ratified', actions: 'ratify' },
        'ratification.refused': { target: 'refused', actions: 'refuseRatification' },
      },
      after: {
        ratificationDue: { target: 'refused', actions: 'missRatification' },
        ...reminderTransitions({
          roles: ['councilChair', 'cityClerk', 'mayor'],
          template: 'ratification.reminder',
        }),
      },
    },
    refused: {
      meta: { title: { en: 'Not ratified', it: 'Non ratificato' } },
      always: [
        {
          target: '#mayors-act.lapsed',
          guard: 'everHadEffect',
          actions: ['lapse', 'tellExpired'],
        },
        { target: '#mayors-act.lapsed', actions: ['lapse', 'tellLapsed'] },
      ],
    },
    ratified: {
      meta: {
        title: { en: 'Ratified', it: 'Ratificato' },
        resting: { en: 'The council has ratified it.', it: 'Il consiglio lo ha ratificato.' },
      },
    },
  },
});

const term = mayorsActSetup.createStateConfig({
  initial: 'deciding',
  meta: { title: { en: 'Term', it: 'Durata' } },
  states: {
    deciding: {
      meta: { title: { en: 'Does it have an end?', it: 'Ha una scadenza?' } },
      always: [{ target: 'untilExpiry', guard: 'hasAnEnd' }, { target: 'unlimited' }],
    },
    unlimited: {
      meta: {
        title: { en: 'Without end', it: 'Senza scadenza' },
        resting: { en: 'It has no end date.', it: 'Non ha una data di scadenza.' },
      },
    },
    untilExpiry: {
      meta: { title: { en: 'Until a date', it: 'Fino a una data' } },
      on: {
        'act.extended': {
          target: 'untilExpiry',
          reenter: true,
          guard: {
            type: 'and',
            params: { guards: ['holdsTheOffice', 'delegationIsStated', 'endIsLater'] },
          },
          actions: 'extend',
        },
      },
      after: {
        expiryWarning: { actions: 'warnOfExpiry' },
        expiry: { target: '#mayors-act.expired', actions: 'expire' },
      },
    },
  },
});

/** From the signature to the end of force. Nothing of an act is ever removed: it changes status. */
export const issued = mayorsActSetup.createStateConfig({
  type: 'parallel',
  meta: { title: { en: 'Issued', it: 'Emanato' } },
  on: {
    'act.revoked': { target: 'revokedByMayor', guard: mine, actions: 'revoke' },
    'act.superseded': { target: 'supersededByCouncil', actions: 'supersede' },
    'act.annulled': { target: 'annulled', actions: 'annul' },
    'act.changed': { actions: 'noteChange' },
    // The issuer is the office: a new mayor changes nothing of what was signed.
    'mayor.changed': { actions: 'changeMayor' },
  },
  states: { paper, force, ratification, term },
});
