import { cel } from '../authoring/cel.ts';
import { defineProcess } from '../authoring/define-process.ts';
import { context } from './context.ts';
import { issued } from './issued.ts';
import { awaitingSuccessor, pending } from './pending.ts';
import { mayorsActSetup, spec } from './spec.ts';

const machine = mayorsActSetup.createMachine({
  id: 'mayors-act',
  context,
  initial: 'pending',
  output: {
    actId: cel('context.actId'),
    outcome: cel('context.outcome'),
    number: cel('context.number'),
    effectiveAt: cel('context.effectiveAt'),
  },
  states: {
    pending,
    awaitingSuccessor,
    issued,
    notCompetent: {
      type: 'final',
      meta: { title: { en: 'Not the mayor’s to decide', it: 'Non di competenza del sindaco' } },
    },
    withdrawn: { type: 'final', meta: { title: { en: 'Withdrawn', it: 'Ritirato' } } },
    lapsed: {
      type: 'final',
      meta: {
        title: { en: 'Lapsed for want of ratification', it: 'Decaduto per mancata ratifica' },
      },
    },
    revokedByMayor: {
      type: 'final',
      meta: { title: { en: 'Revoked by the mayor', it: 'Revocato dal sindaco' } },
    },
    supersededByCouncil: {
      type: 'final',
      meta: { title: { en: 'Superseded by the council', it: 'Sostituito dal consiglio' } },
    },
    expired: { type: 'final', meta: { title: { en: 'Expired', it: 'Scaduto' } } },
    annulled: { type: 'final', meta: { title: { en: 'Annulled', it: 'Annullato' } } },
  },
});

/**
 * An act that the mayor issues alone, as a decree or an order. Input: `actId`, `title`, `profile`, `textHash`; optionally `type`,
 * `initiativeId`, `subject`, `replaces`, `money`, `urgent`, `expiresOn`. Tells the parent `act.adopted`, `act.effective`,
 * `act.suspended`, `act.reinstated`, `act.annulled`, `act.superseded`, `act.expired`, `act.failed`. Output: `actId`, `outcome`
 * (notCompetent, withdrawn, lapsed, revoked, superseded, expired, annulled), `number`, `effectiveAt`.
 */
export const mayorsAct = defineProcess(spec, machine);
