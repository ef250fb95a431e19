import { setTimeout as sleep } from 'node:timers/promises';
import type { FallibleCity, Part } from './fallible-city.ts';
import { between, type Random } from './random.ts';
import type { Townspeople } from './townspeople.ts';

export interface Round {
  readonly victims: readonly Part[];
  /** Milliseconds under the stream before the kill. */
  readonly after: number;
  /** Milliseconds until the victims were started again. */
  readonly down: number;
}

export interface RoundReport extends Round {
  /** Milliseconds from the kill until somebody was answered. */
  readonly answerMs: number;
  /** Milliseconds from the order to start again until all were there. */
  readonly restartMs: number;
  readonly acknowledged: number;
  readonly retries: number;
}

const answerPatience = 60_000;

export function drawRound(next: Random, victims: readonly Part[]): Round {
  return { victims, after: between(next, 200, 2_500), down: between(next, 50, 1_500) };
}

/** One round: events stream in, the victims are killed at some moment, and come back after a while. */
export async function killRound(
  city: FallibleCity,
  people: Townspeople,
  round: Round,
): Promise<RoundReport> {
  const { stream } = people;
  const before = { acknowledged: stream.acknowledged.length, retries: stream.retries };
  await Promise.race([sleep(round.after), people.trouble]);
  await city.kill(round.victims);
  const killed = Date.now();
  await sleep(round.down);
  const restarting = Date.now();
  await city.restart(round.victims);
  const restartMs = Date.now() - restarting;
  let answered = stream.firstAnswerAfter(killed);
  while (answered === undefined) {
    if (Date.now() - killed > answerPatience) throw new Error('Nobody is answered any more.');
    await Promise.race([sleep(20), people.trouble]);
    answered = stream.firstAnswerAfter(killed);
  }
  return {
    ...round,
    answerMs: answered - killed,
    restartMs,
    acknowledged: stream.acknowledged.length - before.acknowledged,
    retries: stream.retries - before.retries,
  };
}
