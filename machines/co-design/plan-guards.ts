import type { GuardDefinition } from '../../contracts/definition/named-logic.ts';
import { cel } from '../authoring/cel.ts';

/** The milestone that the event names. */
export const theMilestone = 'context.milestones.filter(m, m.id == event.milestone)[0]';

export const planGuards = {
  isNewMilestone: {
    ...cel('!context.milestones.exists(m, m.id == event.id)'),
    title: { en: 'no milestone has this name yet', it: 'nessuna tappa ha già questo nome' },
  },
  dependsOnPlanned: {
    ...cel(
      '!has(event.dependsOn) || event.dependsOn.all(d, context.milestones.exists(m, m.id == d))',
    ),
    title: {
      en: 'it depends only on milestones that were planned before, so never in a circle',
      it: 'dipende solo da tappe già pianificate, quindi mai in circolo',
    },
  },
  milestoneIsOpen: {
    ...cel(
      'context.milestones.exists(m, m.id == event.id && m.status in ["planned", "due", "late"])',
    ),
    title: { en: 'the milestone is open', it: 'la tappa è aperta' },
  },
  canBeRebaselined: {
    ...cel(
      'context.milestones.exists(m, m.id == event.milestone && m.status in ["planned", "due", "late"])',
    ),
    title: { en: 'the milestone is open', it: 'la tappa è aperta' },
  },
  isTheRebaseline: {
    ...cel('context.rebaseline != null && context.rebaseline.milestone == event.milestone'),
    title: {
      en: 'another date was proposed for this milestone',
      it: 'è stata proposta un’altra data per questa tappa',
    },
  },
  someMilestoneIsLate: {
    ...cel('context.milestones.exists(m, m.status == "late")'),
    title: { en: 'a milestone is late', it: 'una tappa è in ritardo' },
  },
  someMilestoneIsAhead: {
    ...cel('context.milestones.exists(m, m.status in ["planned", "due"])'),
    title: { en: 'a milestone lies ahead', it: 'c’è una tappa da raggiungere' },
  },
  someMilestoneIsPlanned: {
    ...cel('context.milestones.exists(m, m.status == "planned")'),
    title: { en: 'a milestone is not due yet', it: 'c’è una tappa non ancora dovuta' },
  },
  reminderIsAhead: {
    ...cel('now - timestamp(context.milestoneClockFrom) > duration("1h")'),
    title: {
      en: 'the reminder was not yet past when the clock began',
      it: 'il promemoria non era già passato all’inizio del termine',
    },
  },
  stepsAreOpenBeyondHorizon: {
    ...cel('event.steps.all(s, s.from <= s.to && (s.from < s.to || s.to <= event.horizon))'),
    title: {
      en: 'beyond the horizon steps have ranges, no exact days',
      it: 'oltre l’orizzonte i passi hanno intervalli, non giorni esatti',
    },
  },
  horizonIsAhead: {
    ...cel('timestamp(event.horizon + "T23:59:59Z") > now'),
    title: { en: 'the horizon lies ahead', it: 'l’orizzonte è nel futuro' },
  },
  isThePlanDraft: {
    ...cel('context.planDraft != null && context.planDraft.version == event.version'),
    title: { en: 'it is about the plan proposed', it: 'riguarda il piano proposto' },
  },
  planIsInDate: {
    ...cel('context.plan != null && context.plan.inDate'),
    title: {
      en: 'there are agreed next steps, and their horizon lies ahead',
      it: 'ci sono passi successivi concordati, con un orizzonte ancora aperto',
    },
  },
  isOfficialNow: {
    ...cel('context.official != null'),
    title: { en: 'the service is official', it: 'il servizio è ufficiale' },
  },
} satisfies Record<string, GuardDefinition>;
