import type { JsonObject } from '../../contracts/json.ts';
import { cel } from '../authoring/cel.ts';
import { checklistItems } from './checklist.ts';

const chosen = (name: string, otherwise: string): ReturnType<typeof cel> =>
  cel(`has(input.policy) && has(input.policy.${name}) ? input.policy.${name} : dyn(${otherwise})`);

/** Defaults of the numbers that the city may set. */
const policy = {
  partners: chosen('partners', '3'),
  sectors: chosen('sectors', '3'),
  datasets: chosen('datasets', '5'),
  departments: chosen('departments', '2'),
  agreement: chosen('agreement', '[2, 3]'),
  noticeDays: chosen('noticeDays', '30'),
  reschedules: chosen('reschedules', '2'),
  embeddedAfter: chosen('embeddedAfter', '3'),
  repairIn: chosen('repairIn', '"P60D"'),
  cureIn: chosen('cureIn', '"P90D"'),
  assessIn: chosen('assessIn', '"P10BD"'),
  tolerance: chosen('tolerance', '"P5BD"'),
};

/**
 * What an initiative knows. Lists grow with what people decide, never with the passing of time; texts are kept where a later
 * decision needs them and are otherwise in the ledger alone.
 */
export const context = {
  initiativeId: cel('input.initiativeId'),
  title: cel('input.title'),
  problem: cel('input.problem'),
  cityId: cel('input.cityId'),
  ownerDepartment: cel('input.ownerDepartment'),
  profile: cel('input.profile'),
  origin: cel('has(input.origin) ? input.origin : "new"'),
  policy,

  checklist: checklistItems,
  regressions: [],
  origins: [],
  decisions: [],

  partners: [],
  candidate: null,
  candidateBy: [],
  expulsion: null,
  expulsionBy: [],
  rules: { version: 1, hash: '' },
  rulesDraft: null,
  rulesBy: [],
  handovers: [],
  changeExpected: false,
  repairFrom: '',

  objectives: [],
  objectiveDraft: null,
  objectiveBy: [],
  objections: [],
  directionChanged: false,
  directionSince: '',

  milestones: [],
  rebaseline: null,
  rebaselineBy: [],
  milestoneClockFrom: '',
  reminders: [],
  plan: null,
  planDraft: null,
  planBy: [],

  results: [],
  checkpoint: null,
  checkpoints: [],
  missedCheckpoints: [],
  reschedules: 0,

  departments: [],
  strategyLinks: [],
  datasets: [],
  pilot: null,
  budget: null,
  rescoped: true,

  legalOpinion: null,
  instrument: '',
  bodies: [],
  draft: null,
  findings: [],
  acts: [],
  transitionalBasis: null,
  directives: [],
  cancelled: [],

  publicEvent: null,
  publicEvents: [],
  commitments: [],
  story: null,

  official: null,
  serviceSuspension: null,
  sunset: null,
  redesign: null,
  reviewsHeld: [],
  reviewFlags: [],
  extraReviews: 0,

  breaches: [],
  breachedAt: '',
  holds: [],
  posts: [],
  corrections: [],
  lateEntries: [],

  suspension: null,
  ending: null,
  obligations: [],
} as unknown as JsonObject;
