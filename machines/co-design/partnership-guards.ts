import type { GuardDefinition } from '../../contracts/definition/named-logic.ts';
import { cel } from '../authoring/cel.ts';
import { active, agrees, organisation, partnershipHolds } from './facts.ts';

const others = `${active}.filter(p, context.expulsion == null || p.id != context.expulsion.id)`;

export const partnershipGuards = {
  partnershipHolds: {
    ...cel(partnershipHolds),
    title: {
      en: 'the partnership holds: enough partners of enough sectors, the city and citizens among them',
      it: 'il partenariato regge: abbastanza partner di abbastanza settori, con la città e i cittadini',
    },
  },
  speaksForPartner: {
    ...cel(`${active}.exists(p, p.id == ${organisation})`),
    title: {
      en: 'each partner speaks for itself',
      it: 'ciascun partner parla per sé',
    },
  },
  hasNotSpoken: {
    ...cel(`!(${organisation} in params.by)`),
    title: { en: 'the partner has not said so before', it: 'il partner non si è già espresso' },
  },
  completesAgreement: {
    ...cel(agrees(`(params.by + [${organisation}])`)),
    title: {
      en: 'enough partners agree, the city and citizens among them',
      it: 'abbastanza partner sono d’accordo, con la città e i cittadini',
    },
  },
  completesMajority: {
    ...cel(
      `${active}.filter(p, p.id in (params.by + [${organisation}])).size() * 2 > ${active}.size()`,
    ),
    title: {
      en: 'more than half of the partners agree',
      it: 'è d’accordo più della metà dei partner',
    },
  },
  completesExpulsion: {
    ...cel(
      `${others}.filter(p, p.id in (params.by + [${organisation}])).size() * context.policy.agreement[1]
        >= ${others}.size() * context.policy.agreement[0]`,
    ),
    title: {
      en: 'enough of the other partners agree',
      it: 'sono d’accordo abbastanza degli altri partner',
    },
  },
  isNoPartnerYet: {
    ...cel('!context.partners.exists(p, p.id == event.id && p.status != "left")'),
    title: { en: 'they are no partner yet', it: 'non è ancora partner' },
  },
  isTheCandidate: {
    ...cel('context.candidate != null && context.candidate.id == event.id'),
    title: { en: 'this newcomer was proposed', it: 'questo ingresso è stato proposto' },
  },
  isPartner: {
    ...cel(`${active}.exists(p, p.id == event.id)`),
    title: { en: 'it is a partner', it: 'è un partner' },
  },
  speaksOfItselfOrLeads: {
    ...cel(`${organisation} == event.id || "initiativeLead" in event.actor.roles`),
    title: {
      en: 'only the partner itself or the initiative lead says so',
      it: 'lo dice solo il partner stesso o chi guida l’iniziativa',
    },
  },
  isToBeExcluded: {
    ...cel(
      `context.expulsion != null && context.expulsion.id == event.id && event.id != ${organisation}`,
    ),
    title: {
      en: 'the exclusion was proposed, and the partner concerned has no say',
      it: 'l’esclusione è stata proposta, e il partner interessato non si esprime',
    },
  },
  givesNotice: {
    ...cel(
      'timestamp(event.leavesOn + "T00:00:00Z") >= now + duration(string(context.policy.noticeDays * 24) + "h") - duration("24h")',
    ),
    title: {
      en: 'the notice of the rules is kept',
      it: 'è rispettato il preavviso delle regole',
    },
  },
  isNotLeavingYet: {
    ...cel(`${active}.exists(p, p.id == ${organisation} && p.status == "active")`),
    title: {
      en: 'the partner has not given notice yet',
      it: 'il partner non ha già dato preavviso',
    },
  },
  someoneIsLeaving: {
    ...cel('context.partners.exists(p, p.status == "leaving")'),
    title: { en: 'a partner is leaving', it: 'un partner sta uscendo' },
  },
  changeIsDone: {
    ...cel(
      `!context.changeExpected && !context.partners.exists(p, p.status == "leaving")
        && context.handovers.all(h, h.settledAt != "")`,
    ),
    title: {
      en: 'the change was made and everything of those who left is taken over',
      it: 'il cambiamento è avvenuto e tutto di chi è uscito è stato rilevato',
    },
  },
  handoverIsOpen: {
    ...cel(
      `context.handovers.exists(h, h.partner == event.partner && h.what == event.what && h.settledAt == "")
        && ${active}.exists(p, p.id == event.to)`,
    ),
    title: {
      en: 'this part is open, and a partner takes it over',
      it: 'questa parte è aperta, e la rileva un partner',
    },
  },
  handsOverCommitments: {
    ...cel('event.what == "commitments"'),
    title: { en: 'commitments are handed over', it: 'si trasferiscono gli impegni' },
  },
  isTheRulesDraft: {
    ...cel('context.rulesDraft != null && context.rulesDraft.hash == event.hash'),
    title: { en: 'it is about the rules proposed', it: 'riguarda le regole proposte' },
  },
} satisfies Record<string, GuardDefinition>;
