import type { ActionDefinition } from '../../contracts/definition/named-logic.ts';
import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import type { Json } from '../../contracts/json.ts';
import { cel } from '../authoring/cel.ts';
import { notify, publish, raise, record, set } from './blocks.ts';
import {
  counted,
  datasetsSuffice,
  departmentsConfirmed,
  directivesIncorporated,
  hasFundedOrigin,
  visibilityHeld,
} from './facts.ts';

/** The five questions, each with the fact that answers it and what is shown as evidence. */
const items = [
  {
    item: 'C1',
    title: {
      en: 'A funded initiative was given a new direction',
      it: 'Un’iniziativa già finanziata ha preso una nuova direzione',
    },
    met: hasFundedOrigin,
    evidence: 'context.origins.filter(o, o.becomes != "" && !o.withdrawn).map(o, o.evidence)',
  },
  {
    item: 'C2',
    title: {
      en: 'Enough datasets of different departments are open and in use',
      it: 'Sono aperti e usati abbastanza dataset di settori diversi',
    },
    met: datasetsSuffice,
    evidence: `${counted}.map(d, d.id + " (" + d.departmentId + ")")`,
  },
  {
    item: 'C3',
    title: {
      en: 'Results were shown together in public, with commitments',
      it: 'I risultati sono stati presentati insieme in pubblico, con impegni',
    },
    met: visibilityHeld,
    evidence: 'context.publicEvents.filter(e, e.counts).map(e, e.id)',
  },
  {
    item: 'C4',
    title: {
      en: 'The departments that will run it have confirmed',
      it: 'I settori che lo gestiranno hanno confermato',
    },
    met: departmentsConfirmed,
    evidence: 'context.departments.filter(d, d.status == "confirmed").map(d, d.id)',
  },
  {
    item: 'C5',
    title: {
      en: 'Directives have put it into standard procedures',
      it: 'Le direttive lo hanno inserito nelle procedure ordinarie',
    },
    met: directivesIncorporated,
    evidence: 'context.directives.filter(d, d.status == "incorporated").map(d, d.directiveId)',
  },
] as const;

/** The checklist before anything is known. */
export const checklistItems = items.map(({ item, title }) => ({
  item,
  title,
  met: false,
  since: null,
  lostAt: null,
  evidence: [],
})) satisfies Json;

/** An item is derived from the facts each time; what is kept is since when it holds, or when it was lost. */
const reckoned = items.map(({ met, evidence }, index) => {
  const old = `context.checklist[${index}]`;
  return cel(`[${met}].map(m, {"item": ${old}.item, "title": ${old}.title, "met": m,
    "since": m ? (${old}.met ? ${old}.since : dyn(now)) : dyn(null),
    "lostAt": m ? dyn(null) : (${old}.met ? dyn(now) : ${old}.lostAt),
    "evidence": ${evidence}})[0]`);
});

/** Follows every change of a fact behind the checklist. */
export const reckon = [
  set({ checklist: reckoned }),
  raise('checklist.reckoned'),
] as unknown as ActionDefinition;

const justLost = 'context.checklist.filter(c, c.lostAt != null && timestamp(c.lostAt) == now)';

export const checklistGuards = {
  anItemWasLost: {
    ...cel(`${justLost}.size() > 0 && !context.regressions.exists(r, timestamp(r.at) == now)`),
    title: {
      en: 'an item of the checklist that was met no longer is',
      it: 'una voce della lista che era soddisfatta non lo è più',
    },
  },
};

/** What is lost is recorded, told and made public. */
export const checklistWatch: NonNullable<StateNodeConfig['on']> = {
  'checklist.reckoned': {
    guard: 'anItemWasLost',
    actions: [
      record('regressions', {
        what: 'checklist.regressed',
        items: cel(`${justLost}.map(c, c.item)`),
      }),
      notify(['initiativeLead', 'departmentHead'], 'checklist.regressed', {
        items: cel(`${justLost}.map(c, c.item)`),
      }),
      publish('checklist.regressed', { items: cel(`${justLost}.map(c, c.item)`) }),
    ],
  },
};
