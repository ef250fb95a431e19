import {
  allHandlersFinished,
  ApplicationFailure,
  condition,
  defineUpdate,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities } from '../../contracts/activities.ts';
import type { Actor } from '../../contracts/actor.ts';
import { contentHash } from '../../contracts/content-hash.ts';
import { entryHash } from '../../contracts/entry-hash.ts';
import type { Json } from '../../contracts/json.ts';
import { genesisHash, type LedgerEntry, type LedgerRecord } from '../../contracts/ledger-entry.ts';

const milestoneCount = 20;
const { appendToLedger, performEffect } = proxyActivities<Activities>({
  startToCloseTimeout: '1 minute',
});

/** How the ledger is kept: not at all, after the answer (as the interpreter does), or before it. */
export type Ledger = 'none' | 'after' | 'before';

interface Input {
  readonly id: string;
  readonly ledger: Ledger;
  readonly startedBy: Actor;
}
type Event = { readonly type: string } & Readonly<Record<string, Json>>;
interface Meta {
  readonly actor: Actor;
  readonly idempotencyKey?: string;
}

export const sendUpdate = defineUpdate<{ seq: number; value: string; hash: string }, [Event, Meta]>(
  'send',
);

const senders: Readonly<Record<string, string>> = {
  'milestone.submitted': 'partner',
  'milestone.approved': 'officer',
};

/** Twenty milestones as somebody who knows Temporal well would write them, with the same promises as the interpreter's. */
export async function milestonesByHand({ id, ledger, startedBy }: Input): Promise<null> {
  let state = { value: 'waiting', approved: 0, report: '' };
  let seq = -1;
  let head = genesisHash;
  const unflushed: LedgerRecord[] = [];
  const effects: { key: string; template: string }[] = [];
  const answers = new Map<string, { seq: number; value: string; hash: string }>();

  function record(event: Event, actor: Actor, from: Json, key?: string): void {
    seq += 1;
    if (ledger === 'none') return;
    const content: Omit<LedgerEntry, 'hash'> = {
      process: id,
      seq,
      at: new Date().toISOString(),
      kind: seq === 0 ? 'started' : 'event',
      actor,
      event,
      ...(key === undefined ? {} : { key }),
      from,
      to: state.value,
      status: state.value === 'reached' ? 'done' : 'active',
      effects: [],
      definition: genesisHash,
      engine: { xstate: '-', statehouse: '-' },
      stateHash: contentHash(state),
      previousHash: head,
    };
    head = entryHash(content);
    unflushed.push({ entry: { ...content, hash: head }, values: [] });
  }

  setHandler(
    sendUpdate,
    (event, { actor, idempotencyKey = '' }) => {
      const known = answers.get(idempotencyKey);
      if (known !== undefined) return known;
      const from = state.value;
      if (event.type === 'milestone.submitted') {
        state = { ...state, value: 'reviewing', report: event['report'] as string };
      } else {
        const approved = state.approved + 1;
        state = { value: approved >= milestoneCount ? 'reached' : 'waiting', approved, report: '' };
        effects.push({ key: `${id}/${seq + 1}/0`, template: 'approved' });
      }
      record(event, actor, from, idempotencyKey);
      const answer = { seq, value: state.value, hash: head };
      answers.set(idempotencyKey, answer);
      if (ledger !== 'before') return answer;
      const mine = seq;
      return condition(() => unflushed.every(({ entry }) => entry.seq > mine)).then(() => answer);
    },
    {
      validator: (event: Event, { actor }: Meta) => {
        const role = senders[event.type];
        if (role === undefined) throw refuse('UnknownEvent');
        if (!actor.roles.includes(role)) throw refuse('NotYourRole');
        if (event.type === 'milestone.submitted' && typeof event['report'] !== 'string')
          throw refuse('InvalidPayload');
        const wanted = event.type === 'milestone.submitted' ? 'waiting' : 'reviewing';
        if (state.value !== wanted) throw refuse('NotAllowedNow');
      },
    },
  );
  record({ type: 'statehouse.started' }, startedBy, null);
  const flushing = flush();
  const performing = perform();
  await condition(
    () => state.value === 'reached' && unflushed.length === 0 && effects.length === 0,
  );
  await condition(allHandlersFinished);
  void flushing;
  void performing;
  return null;

  async function flush(): Promise<never> {
    for (;;) {
      await condition(() => unflushed.length > 0);
      const records = unflushed.slice(0, 200);
      await appendToLedger({ records });
      unflushed.splice(0, records.length);
    }
  }

  async function perform(): Promise<never> {
    for (;;) {
      await condition(() => effects.length > 0);
      const [effect] = effects;
      const { workflowId } = workflowInfo();
      await performEffect({
        key: effect?.key ?? '',
        process: workflowId,
        type: 'notify',
        params: null,
      });
      effects.shift();
    }
  }
}

function refuse(type: string): ApplicationFailure {
  return ApplicationFailure.nonRetryable('refused', type);
}
