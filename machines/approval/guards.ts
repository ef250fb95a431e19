import type { GuardDefinition } from '../../contracts/definition/named-logic.ts';
import { cel } from '../authoring/cel.ts';

const principal = '(has(event.actor.onBehalfOf) ? event.actor.onBehalfOf : event.actor.subject)';
const standing = 'context.decisions.filter(d, d.standing)';
const positive = `${standing}.filter(d, d.decision == "approved" || d.decision == "conditional").size()`;
const rejections = `${standing}.filter(d, d.decision == "rejected").size()`;
const abstentions = `${standing}.filter(d, d.decision == "abstained").size()`;
const spare = '(context.outOf - context.needed)';
const decided = `${standing}.size()`;

/** With a quorum the majority counts, once all have decided or the term is over. */
const counts = `(${decided} >= context.quorum && (${decided} >= context.outOf || context.counted))`;
const granted = `(context.quorum == null ? ${positive} >= context.needed : (${counts} && ${positive} > ${rejections}))`;
const refused = `(context.quorum == null ? ${rejections} > ${spare} : (${counts} && ${positive} <= ${rejections}))`;
const undecidable = `(context.ruling == "" && context.quorum == null && ${rejections} + ${abstentions} > ${spare})`;

export const guards = {
  isAsked: {
    ...cel(
      `context.requestedFrom in event.actor.roles
        && (context.organisation == null || (has(event.actor.organisation) && event.actor.organisation == context.organisation))
        && (context.approvers.size() == 0 || ${principal} in context.approvers)`,
    ),
    title: {
      en: 'the approval was asked of this person’s office',
      it: 'l’approvazione è stata chiesta all’ufficio di questa persona',
    },
  },
  isSuperior: {
    ...cel('event.actor.roles.exists(r, r in context.superiors)'),
    title: {
      en: 'the request has been escalated to this person’s office',
      it: 'la richiesta è stata portata all’ufficio di questa persona',
    },
  },
  isNotRequester: {
    type: 'separateFrom',
    params: { others: cel('context.requesters') },
    title: {
      en: 'nobody approves their own request, not even through a delegate',
      it: 'nessuno approva la propria richiesta, nemmeno tramite un delegato',
    },
  },
  isRequester: {
    ...cel(
      `"process" in event.actor.roles || event.actor.subject in context.requesters || ${principal} in context.requesters`,
    ),
    title: { en: 'only who asked may recall', it: 'può ritirare solo chi ha chiesto' },
  },
  delegationIsStated: {
    ...cel('!has(event.actor.onBehalfOf) || has(event.actor.authority)'),
    title: {
      en: 'a delegate names the delegation',
      it: 'chi agisce per delega indica la delega',
    },
  },
  decidesThisText: {
    ...cel('event.hash == context.subject.hash'),
    title: {
      en: 'the decision is about the text that was submitted',
      it: 'la decisione riguarda il testo presentato',
    },
  },
  isReasoned: {
    ...cel(
      `(event.decision != "conditional" || (has(event.conditions) && event.conditions.size() > 0))
        && (event.decision != "rejected" || (has(event.reason) && event.reason != ""))`,
    ),
    title: {
      en: 'a rejection gives its reason, a conditional approval its conditions',
      it: 'il rifiuto è motivato, l’approvazione condizionata indica le condizioni',
    },
  },
  isTheirTurn: {
    ...cel(
      `!context.inOrder || ${standing}.exists(d, d.approver == ${principal})
        || (${decided} < context.approvers.size() && context.approvers[${decided}] == ${principal})`,
    ),
    title: {
      en: 'the approvers before have decided',
      it: 'chi viene prima ha già deciso',
    },
  },
  takesPosition: {
    ...cel('event.decision != "abstained"'),
    title: {
      en: 'a superior decides and does not abstain',
      it: 'il superiore decide e non si astiene',
    },
  },
  textIsAnother: {
    ...cel('event.hash != context.subject.hash'),
    title: { en: 'the text is another one', it: 'il testo è un altro' },
  },
  isRefused: {
    ...cel(`context.ruling == "rejected" || (context.ruling == "" && ${refused})`),
    title: { en: 'too many have refused', it: 'troppi hanno rifiutato' },
  },
  isGrantedWithConditions: {
    ...cel(
      `context.ruling == "conditional"
        || (context.ruling == "" && ${granted} && ${standing}.exists(d, d.decision == "conditional"))`,
    ),
    title: {
      en: 'enough have approved, some with conditions',
      it: 'hanno approvato in numero sufficiente, alcuni con condizioni',
    },
  },
  isGranted: {
    ...cel(`context.ruling == "approved" || (context.ruling == "" && ${granted})`),
    title: { en: 'enough have approved', it: 'hanno approvato in numero sufficiente' },
  },
  goesToSuperiors: {
    ...cel(`context.onSilence == "escalate" && ${undecidable}`),
    title: {
      en: 'too many abstain, so it goes to the superiors',
      it: 'troppe astensioni, quindi passa ai superiori',
    },
  },
  staysUndecided: {
    ...cel(`context.onSilence != "escalate" && ${undecidable}`),
    title: {
      en: 'too many abstain for a decision',
      it: 'troppe astensioni per decidere',
    },
  },
  quorumIsReached: {
    ...cel(`context.quorum != null && ${decided} >= context.quorum`),
    title: { en: 'enough have taken part', it: 'hanno partecipato in numero sufficiente' },
  },
  silenceApproves: {
    ...cel('context.onSilence == "approve"'),
    title: { en: 'silence counts as consent', it: 'il silenzio vale assenso' },
  },
  silenceRejects: {
    ...cel('context.onSilence == "reject"'),
    title: { en: 'silence counts as refusal', it: 'il silenzio vale rifiuto' },
  },
  reminderIsAhead: {
    ...cel('now - timestamp(context.requestedAt) > duration("1h")'),
    title: {
      en: 'the reminder was not yet past when the request came',
      it: 'il promemoria non era già passato alla richiesta',
    },
  },
} satisfies Record<string, GuardDefinition>;
