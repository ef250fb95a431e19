import { datasetSetup } from './spec.ts';

/** Published: verified, stale, broken, lost and open again. */
export const online = datasetSetup.createStateConfig({
  meta: { title: { en: 'Online', it: 'In linea' } },
  initial: 'published',
  on: {
    'dataset.withdrawn': [
      { guard: 'isCounted', target: 'withdrawn', actions: 'withdrawFromCount' },
      { target: 'withdrawn', actions: 'withdraw' },
    ],
    'dataset.takenDown': [
      {
        guard: 'isCounted',
        target: 'takenDown',
        actions: ['takeDown', 'leaveCountForIncident'],
      },
      { target: 'takenDown', actions: 'takeDown' },
    ],
    'dataset.superseded': [
      {
        guard: { type: 'and', params: { guards: ['successorIsAnother', 'isCounted'] } },
        target: 'superseded',
        actions: ['supersede', 'leaveCountForSuccessor'],
      },
      { guard: 'successorIsAnother', target: 'superseded', actions: 'supersede' },
    ],
  },
  states: {
    published: {
      meta: {
        title: { en: 'Published, to be verified', it: 'Pubblicato, da verificare' },
        responsible: ['dataSteward'],
      },
      entry: 'lookUp',
      on: {
        'dataset.verified': [
          {
            guard: {
              type: 'and',
              params: { guards: ['verifierIsAnother', 'isOpenToAll', 'wasOpened'] },
            },
            target: 'verified',
            actions: 'reopen',
          },
          {
            guard: { type: 'and', params: { guards: ['verifierIsAnother', 'isOpenToAll'] } },
            target: 'verified',
            actions: 'open',
          },
          { guard: 'verifierIsAnother', actions: 'see' },
        ],
        'dataset.probed': [
          {
            guard: { type: 'and', params: { guards: ['isProbedOpen', 'wasOpened'] } },
            target: 'verified',
            actions: 'reopen',
          },
          { guard: 'isProbedOpen', target: 'verified', actions: 'open' },
          { guard: 'isAboutThis', actions: 'see' },
        ],
      },
      after: {
        verificationDue: { target: 'published', reenter: true, actions: 'remindSteward' },
      },
    },
    verified: {
      meta: { title: { en: 'Open', it: 'Aperto' } },
      initial: 'current',
      on: {
        'dataset.probed': [
          { guard: 'isProbedOpen', target: '.current', actions: 'confirm' },
          { guard: 'catalogueAnswered', target: '.broken', actions: 'findBroken' },
          { guard: 'isAboutThis', actions: 'see' },
        ],
        'dataset.verified': [
          {
            guard: { type: 'and', params: { guards: ['verifierIsAnother', 'isOpenToAll'] } },
            target: '.current',
            actions: 'confirm',
          },
          { guard: 'verifierIsAnother', target: '.broken', actions: 'findBroken' },
        ],
      },
      states: {
        current: {
          meta: {
            title: { en: 'Verified', it: 'Verificato' },
            responsible: ['dataSteward'],
          },
          after: {
            recheckDue: { target: 'current', reenter: true, actions: 'lookUp' },
            staleAt: { target: 'stale', actions: 'findStale' },
          },
        },
        stale: {
          meta: {
            title: { en: 'Stale: not checked for long', it: 'Non verificato da tempo' },
            responsible: ['dataSteward'],
          },
          entry: ['lookUp', 'remindSteward'],
          after: { graceEnds: { target: '#dataset.online.lost', actions: 'lose' } },
        },
        broken: {
          meta: {
            title: { en: 'Broken, within grace', it: 'Non accessibile, in tolleranza' },
            responsible: ['departmentHead', 'dataSteward'],
          },
          entry: 'alarmFaulty',
          on: {
            'dataset.repaired': { actions: ['repair', 'lookUp'] },
            'dataset.probed': [
              { guard: 'isProbedOpen', target: 'current', actions: 'confirm' },
              { guard: 'isAboutThis', actions: 'see' },
            ],
            'dataset.verified': [
              {
                guard: {
                  type: 'and',
                  params: { guards: ['verifierIsAnother', 'isOpenToAll'] },
                },
                target: 'current',
                actions: 'confirm',
              },
              { guard: 'verifierIsAnother', actions: 'see' },
            ],
          },
          after: { graceEnds: { target: '#dataset.online.lost', actions: 'lose' } },
        },
      },
    },
    lost: {
      meta: {
        title: { en: 'No longer open', it: 'Non più aperto' },
        responsible: ['departmentHead', 'dataSteward'],
      },
      entry: 'alarmLost',
      on: {
        'dataset.repaired': { actions: ['repair', 'lookUp'] },
        'dataset.probed': [
          { guard: 'isProbedOpen', target: 'verified', actions: 'reopen' },
          { guard: 'isAboutThis', actions: 'see' },
        ],
        'dataset.verified': {
          guard: { type: 'and', params: { guards: ['verifierIsAnother', 'isOpenToAll'] } },
          target: 'verified',
          actions: 'reopen',
        },
      },
    },
  },
});
