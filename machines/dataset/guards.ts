import type { GuardDefinition } from '../../contracts/definition/named-logic.ts';
import { cel } from '../authoring/cel.ts';

const facts = 'has(event.public) && has(event.licence) && has(event.distributionsReachable)';
const passes = `(${facts} && event.public && event.licence in context.openLicences && event.distributionsReachable >= 1)`;

export const guards = {
  ownerIsMapped: {
    ...cel('event.owningDepartmentId != context.publisher'),
    title: {
      en: 'the owner is a department, not the publisher named in the catalogue',
      it: 'il titolare è un settore, non l’editore indicato nel catalogo',
    },
  },
  reviewerIsAnother: {
    type: 'separateFrom',
    params: { others: cel('context.preparedBy') },
    title: {
      en: 'who prepared the dataset does not review its privacy',
      it: 'chi ha preparato il dataset non ne valuta la riservatezza',
    },
  },
  conditionIsOpen: {
    ...cel('context.conditions.exists(c, c.condition == event.condition && !c.fulfilled)'),
    title: { en: 'the condition is open', it: 'la condizione è aperta' },
  },
  conditionsAreFulfilled: {
    ...cel('context.conditions.all(c, c.fulfilled)'),
    title: {
      en: 'all privacy conditions are fulfilled',
      it: 'tutte le condizioni sui dati personali sono soddisfatte',
    },
  },
  licenceIsOpen: {
    ...cel('event.licence in context.openLicences'),
    title: { en: 'the licence is an open one', it: 'la licenza è aperta' },
  },
  qualityConforms: {
    ...cel('event.conforms && event.violations == 0'),
    title: {
      en: 'the description conforms to the catalogue’s profile',
      it: 'la descrizione è conforme al profilo del catalogo',
    },
  },
  verifierIsAnother: {
    type: 'separateFrom',
    params: { others: cel('[context.publisher] + context.publishers') },
    title: {
      en: 'who published the dataset does not verify it',
      it: 'chi ha pubblicato il dataset non lo verifica',
    },
  },
  isOpenToAll: {
    ...cel(passes),
    title: {
      en: 'the dataset is public, under an open licence, and a distribution can be reached',
      it: 'il dataset è pubblico, con licenza aperta, e una distribuzione è raggiungibile',
    },
  },
  catalogueAnswered: {
    ...cel('event.catalogue == "answered" && event.datasetId == context.datasetId'),
    title: {
      en: 'the catalogue answered about this dataset',
      it: 'il catalogo ha risposto su questo dataset',
    },
  },
  isAboutThis: {
    ...cel('event.datasetId == context.datasetId'),
    title: { en: 'the answer is about this dataset', it: 'la risposta riguarda questo dataset' },
  },
  isProbedOpen: {
    ...cel(`event.catalogue == "answered" && event.datasetId == context.datasetId && ${passes}`),
    title: {
      en: 'the catalogue shows the dataset public, open and reachable',
      it: 'il catalogo mostra il dataset pubblico, aperto e raggiungibile',
    },
  },
  wasOpened: {
    ...cel('context.openedAt != null'),
    title: { en: 'it was open before', it: 'era già stato aperto' },
  },
  isCounted: {
    ...cel('context.counted'),
    title: { en: 'it counts as open', it: 'conta come aperto' },
  },
  incidentIsOpen: {
    ...cel('context.incidents.exists(i, i.incident == event.incident && i.closedAt == null)'),
    title: { en: 'the incident is open', it: 'l’incidente è aperto' },
  },
  successorIsAnother: {
    ...cel('event.by != context.datasetId'),
    title: { en: 'another dataset takes its place', it: 'subentra un altro dataset' },
  },
} satisfies Record<string, GuardDefinition | object>;
