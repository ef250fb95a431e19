import type { ClerkEntry, CouncilMatter } from '../../machines/council-history/council-matter.ts';
import { pick, random, type Random } from '../durability/random.ts';

const adoption = /^Approved,? by Council$/;
const presentation = /^Sent to Mayor/;
const signature = /^Signed/;
const veto = /^Vetoed/;
const override = /^Overridden/;

const has = ({ history }: CouncilMatter, words: RegExp): boolean =>
  history.some(({ action }) => words.test(action));

/** Whether the council passed it or the mayor vetoed it: the histories in which order means most. */
export function isHard(matter: CouncilMatter): boolean {
  return has(matter, adoption) || has(matter, veto);
}

/** The same instants with the entries in another order, so that the dates give nothing away. */
function inOrder(matter: CouncilMatter, entries: readonly ClerkEntry[]): CouncilMatter {
  const instants = entries.map(({ at }) => at).sort();
  return {
    ...matter,
    history: entries.map((entry, index) => ({ ...entry, at: instants[index] ?? entry.at })),
  };
}

const milestones = [/^Introduced/, adoption, presentation, /^(Signed|Vetoed|City Charter Rule)/];

/**
 * A shuffled history in which the milestones, introduction, adoption, presentation and the mayor's word, come in another order than
 * before. Another order of hearings and papers alone may well be legal, and is no forgery. Nothing when there are no two milestones.
 */
export function shuffled(matter: CouncilMatter, seed: number): CouncilMatter | undefined {
  const next = random(seed);
  const before = milestoneOrder(matter.history);
  if (new Set(before).size < 2) return undefined;
  for (let tries = 0; tries < 100; tries += 1) {
    const entries = inRandomOrder(matter.history, next);
    if (milestoneOrder(entries).join() !== before.join()) return inOrder(matter, entries);
  }
  return undefined;
}

function milestoneOrder(entries: readonly ClerkEntry[]): number[] {
  return entries.flatMap(({ action }) => {
    const milestone = milestones.findIndex((words) => words.test(action));
    return milestone === -1 ? [] : [milestone];
  });
}

function inRandomOrder(entries: readonly ClerkEntry[], next: Random): ClerkEntry[] {
  const left = [...entries];
  const drawn = [];
  while (left.length > 0) drawn.push(...left.splice(left.indexOf(pick(next, left)), 1));
  return drawn;
}

export function withoutAdoption(matter: CouncilMatter): CouncilMatter | undefined {
  if (!has(matter, adoption) || !has(matter, presentation)) return undefined;
  return { ...matter, history: matter.history.filter(({ action }) => !adoption.test(action)) };
}

export function presentedFirst(matter: CouncilMatter): CouncilMatter | undefined {
  const presented = matter.history.find(({ action }) => presentation.test(action));
  const first = matter.history.findIndex(({ action }) => adoption.test(action));
  if (presented === undefined || first === -1) return undefined;
  const rest = matter.history.filter((entry) => entry !== presented);
  return inOrder(matter, [...rest.slice(0, first), presented, ...rest.slice(first)]);
}

export function overrideWithoutVeto(matter: CouncilMatter): CouncilMatter | undefined {
  if (!has(matter, override) || !has(matter, veto)) return undefined;
  return { ...matter, history: matter.history.filter(({ action }) => !veto.test(action)) };
}

export function signedAfterVeto(matter: CouncilMatter): CouncilMatter | undefined {
  const index = matter.history.findIndex(({ action }) => signature.test(action));
  const signed = matter.history[index];
  if (signed === undefined) return undefined;
  const vetoed = { ...signed, action: 'Vetoed by Mayor' };
  return { ...matter, history: matter.history.toSpliced(index, 0, vetoed) };
}
