import { datasetSetup } from './spec.ts';

/** From the proposal to a dataset that may be published. */
export const preparing = datasetSetup.createStateConfig({
  meta: { title: { en: 'Being prepared', it: 'In preparazione' } },
  initial: 'proposed',
  on: { 'dataset.dropped': { target: 'dropped', actions: 'drop' } },
  states: {
    proposed: {
      meta: {
        title: { en: 'Proposed', it: 'Proposto' },
        responsible: ['departmentHead', 'dataSteward'],
      },
      on: {
        'dataset.inventoried': {
          guard: 'ownerIsMapped',
          target: 'inventoried',
          actions: 'inventory',
        },
      },
      after: { inventoryDue: { actions: 'remindOwner' } },
    },
    inventoried: {
      meta: { title: { en: 'Inventoried', it: 'Inventariato' } },
      always: { target: 'privacyReview' },
    },
    privacyReview: {
      meta: {
        title: { en: 'Privacy review', it: 'Valutazione della riservatezza' },
        responsible: ['dataProtectionOfficer'],
      },
      on: {
        'privacy.cleared': {
          guard: 'reviewerIsAnother',
          target: 'licensing',
          actions: 'clear',
        },
        'privacy.conditioned': {
          guard: 'reviewerIsAnother',
          target: 'licensing',
          actions: 'condition',
        },
        'privacy.refused': {
          guard: 'reviewerIsAnother',
          target: 'reworking',
          actions: 'refuse',
        },
      },
      after: { privacyDue: { actions: 'remindPrivacy' } },
    },
    reworking: {
      meta: {
        title: { en: 'Being reworked', it: 'In rielaborazione' },
        responsible: ['departmentHead', 'dataSteward'],
      },
      on: { 'dataset.reworked': { target: 'privacyReview', actions: 'rework' } },
      after: { reworkDue: { actions: 'remindOwner' } },
    },
    licensing: {
      meta: {
        title: { en: 'Licence', it: 'Licenza' },
        responsible: ['departmentHead', 'legalOfficer'],
      },
      on: {
        'licence.chosen': { guard: 'licenceIsOpen', target: 'quality', actions: 'license' },
        'condition.fulfilled': { guard: 'conditionIsOpen', actions: 'fulfil' },
      },
      after: { licenceDue: { actions: 'remindOwner' } },
    },
    quality: {
      meta: {
        title: { en: 'Quality check', it: 'Controllo di qualità' },
        responsible: ['dataSteward'],
      },
      on: {
        'quality.assessed': [
          { guard: 'qualityConforms', target: 'ready', actions: 'assess' },
          { actions: 'findFaults' },
        ],
        'condition.fulfilled': { guard: 'conditionIsOpen', actions: 'fulfil' },
      },
      after: { qualityDue: { actions: 'remindSteward' } },
    },
    ready: {
      meta: {
        title: { en: 'Ready for publication', it: 'Pronto per la pubblicazione' },
        responsible: ['departmentHead', 'dataProtectionOfficer'],
      },
      on: {
        'dataset.published': {
          guard: 'conditionsAreFulfilled',
          target: '#dataset.online',
          actions: 'publishIt',
        },
        'condition.fulfilled': { guard: 'conditionIsOpen', actions: 'fulfil' },
      },
      after: { publicationDue: { actions: 'remindOwner' } },
    },
  },
});
