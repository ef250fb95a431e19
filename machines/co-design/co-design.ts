import { Definition } from '../../contracts/definition/definition.ts';
import { z } from '../../contracts/zod.ts';
import { approval } from '../approval/approval.ts';
import { cel } from '../authoring/cel.ts';
import { councilAct } from '../council-act/council-act.ts';
import { dataset } from '../dataset/dataset.ts';
import { directive } from '../directive/directive.ts';
import { mayorsAct } from '../mayors-act/mayors-act.ts';
import { resolution } from '../resolution/resolution.ts';
import { reviewPoint } from '../review-point/review-point.ts';
import { rolesOf } from '../roles.ts';
import { childNews } from './acts.ts';
import { budget, budgetGuards } from './budget.ts';
import { checklistGuards, checklistWatch, reckon } from './checklist.ts';
import { checkpoint, checkpointGuards } from './checkpoint.ts';
import { compliance, complianceGuards } from './compliance.ts';
import { context } from './context.ts';
import { correctionGuards, corrections } from './corrections.ts';
import { datasetGuards, datasets } from './datasets.ts';
import { delays } from './delays.ts';
import { events } from './events.ts';
import { expectationGuards, expectations } from './expectations.ts';
import { input } from './input.ts';
import { lifecycle } from './lifecycle.ts';
import { lifecycleGuards } from './lifecycle-guards.ts';
import { officialGuards } from './official-guards.ts';
import { partnership } from './partnership.ts';
import { partnershipGuards } from './partnership-guards.ts';
import { plan } from './plan.ts';
import { planGuards } from './plan-guards.ts';
import { publicity, publicityGuards } from './publicity.ts';
import { reviewGuards, reviews } from './reviews.ts';
import { set } from './blocks.ts';

const { $schema: _dialect, ...inputSchema } = z.toJSONSchema(input, {
  unrepresentable: 'any',
  io: 'input',
});

const document = {
  format: 'statehouse/1',
  id: 'co-design',
  version: '1.0.0',
  title: { en: 'Co-design of a city service', it: 'Co-progettazione di un servizio della città' },
  description: {
    en: 'A partnership of the city and its people finds a problem, designs and tries out a service, makes it official, and keeps looking at it together for as long as it lives.',
    it: 'Un partenariato tra la città e chi la abita trova un problema, progetta e prova un servizio, lo rende ufficiale e continua a guardarlo insieme finché vive.',
  },
  languages: ['en', 'it'],
  roles: rolesOf([
    'initiativeLead',
    'partnerRepresentative',
    'citizenPanel',
    'departmentHead',
    'legalOfficer',
    'financeOfficer',
    'dataProtectionOfficer',
    'dataSteward',
    'cityClerk',
    'secretaryGeneral',
    'councilChair',
    'committeeChair',
    'mayor',
    'supervisoryAuthority',
    'communications',
    'auditor',
    'operator',
    'process',
  ]),
  events,
  input: inputSchema,
  calendar: { timezone: 'Europe/Rome', holidays: 'IT' },
  guards: {
    ...lifecycleGuards,
    ...officialGuards,
    ...partnershipGuards,
    ...planGuards,
    ...expectationGuards,
    ...checkpointGuards,
    ...datasetGuards,
    ...budgetGuards,
    ...publicityGuards,
    ...reviewGuards,
    ...complianceGuards,
    ...correctionGuards,
    ...checklistGuards,
  },
  delays,
  actions: {
    reckon,
    outdatePlan: set({
      plan: cel(
        `{"version": context.plan.version, "horizon": context.plan.horizon, "steps": context.plan.steps,
          "openQuestions": context.plan.openQuestions, "agreedAt": context.plan.agreedAt, "inDate": false}`,
      ),
    }),
  },
  machines: {
    councilAct,
    resolution,
    mayorsAct,
    approval,
    directive,
    dataset,
    reviewPoint,
  },
  machine: {
    id: 'co-design',
    type: 'parallel',
    context,
    on: { ...checklistWatch, ...childNews },
    states: {
      lifecycle,
      partnership,
      plan,
      expectations,
      checkpoint,
      datasets,
      budget,
      publicity,
      reviews,
      compliance,
      corrections,
    },
    output: {
      initiativeId: cel('context.initiativeId'),
      outcome: cel('context.ending.reason'),
      because: cel('context.ending.because'),
      checklist: cel('context.checklist.map(c, {"item": c.item, "met": c.met})'),
      lessons: cel('context.reviewsHeld.size()'),
    },
  },
  properties: [
    { never: 'official', before: 'service.declaredOfficial' },
    { never: 'official', before: 'goingOfficial' },
    { never: 'goingOfficial', before: 'readyGate' },
    { never: 'piloting', before: 'planning' },
    { always: 'service.declaredOfficial', followedBy: 'reviews.armed' },
    { never: 'sunset', before: 'closing' },
    { reachable: 'embedded' },
  ],
};

/**
 * The co-design of a city service, from the first exploring to the end of the service: eleven regions at once, with acts,
 * directives, datasets, approvals and reviews as processes of their own. Input: `input.ts`. Output: `initiativeId`, `outcome`
 * (stopped, withdrawn, sunset, annulled, merged), `because`, `checklist`, `lessons`.
 */
export const coDesign: Definition = Definition.parse(JSON.parse(JSON.stringify(document)));
