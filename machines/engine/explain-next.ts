import type { AnyMachineSnapshot, AnyStateNode } from 'xstate';
import type { LocalizedText } from '../../contracts/localized-text.ts';
import type { NextAnswer, NextEvent, OpenDeadline } from '../../contracts/next-answer.ts';
import type { ProcessState } from '../../contracts/process-state.ts';
import type { Args } from '../compile/view-of.ts';
import type { GuardExplanation } from '../compile/guard-explanation.ts';
import type { Program } from '../program.ts';
import { createActorScope } from './actor-scope.ts';
import { restore } from './snapshot.ts';

/** What can happen next, by whom, until when, and why not yet. `now` is when the question is asked. */
export function explainNext(program: Program, state: ProcessState, now: string): NextAnswer {
  const active = state.snapshot['status'] === 'active';
  return {
    process: state.process,
    seq: state.seq,
    status: state.snapshot['status'] as NextAnswer['status'],
    value: state.snapshot['value'] ?? null,
    suspension: state.suspension,
    events: active ? nextEvents(program, state, now) : [],
    deadlines: state.timers.map((timer) => openDeadline(program, timer)),
    running: state.invocations.map(({ id, generation, src }) => ({ id, generation, src })),
  };
}

function nextEvents(program: Program, state: ProcessState, now: string): NextEvent[] {
  const { scope } = createActorScope(state.process, state.hasParent);
  program.scope.now = now;
  program.scope.rules = [];
  const snapshot = restore(program, state.snapshot, scope);
  const listeners = new Map<string, AnyStateNode[]>();
  for (const node of snapshot._nodes) {
    for (const type of node.transitions.keys())
      listeners.set(type, [...(listeners.get(type) ?? []), node]);
  }
  return [...listeners].flatMap(([type, nodes]) => {
    const definition = Object.hasOwn(program.definition.events, type)
      ? program.definition.events[type]
      : undefined;
    if (definition === undefined || definition.by.every((role) => role === 'process')) return [];
    const until = earliestDue(state, nodes);
    return [
      {
        type,
        title: definition.title,
        by: definition.by.map((role) => ({
          role,
          title: program.definition.roles[role]?.title ?? { en: role },
        })),
        ...whyNot(program, snapshot, type, nodes),
        awaited: nodes.some(({ states }) => Object.keys(states).length === 0),
        ...(until === undefined ? {} : { until }),
      },
    ];
  });
}

/** An event is possible when one of its transitions has no guard that fails without even looking at the event. */
function whyNot(
  program: Program,
  snapshot: AnyMachineSnapshot,
  type: string,
  nodes: readonly AnyStateNode[],
): Pick<NextEvent, 'possible' | 'whyNot' | 'conditions'> {
  const args: Args = { context: snapshot.context, event: { type } };
  const transitions = nodes.flatMap((node) => node.transitions.get(type) ?? []);
  const answers = transitions.map(({ guard }) => {
    const explanation = guard === undefined ? undefined : program.explanations.get(guard as object);
    if (explanation !== undefined) return weigh(explanation, args, snapshot);
    const unknown = program.code !== undefined && guard !== undefined;
    return { failing: [], depends: unknown ? [conditionInCode] : [] };
  });
  const open = answers.filter(({ failing }) => failing.length === 0);
  const unconditional = open.some(({ depends }) => depends.length === 0);
  return {
    possible: open.length > 0,
    whyNot: open.length > 0 ? [] : distinct(answers.flatMap(({ failing }) => failing)),
    conditions: unconditional ? [] : distinct(open.flatMap(({ depends }) => depends)),
  };
}

/** Nobody can say in words what a function in code asks for. */
const conditionInCode: LocalizedText = {
  en: 'a condition in the machine’s code',
  it: 'una condizione nel codice della macchina',
};

interface Weighed {
  readonly failing: LocalizedText[];
  readonly depends: LocalizedText[];
}

function weigh(explanation: GuardExplanation, args: Args, snapshot: AnyMachineSnapshot): Weighed {
  if (explanation.parts !== undefined) {
    const parts = explanation.parts.map((part) => weigh(part, args, snapshot));
    return {
      failing: parts.flatMap((part) => part.failing),
      depends: parts.flatMap((part) => part.depends),
    };
  }
  if (explanation.readsEvent) return { failing: [], depends: [wordsOf(explanation, args)] };
  return {
    failing: holds(explanation, args, snapshot) ? [] : [wordsOf(explanation, args)],
    depends: [],
  };
}

function holds(explanation: GuardExplanation, args: Args, snapshot: AnyMachineSnapshot): boolean {
  try {
    return explanation.holds(args, snapshot);
  } catch {
    // A guard that fails with an error lets nothing through; the sender of the event gets the error itself.
    return false;
  }
}

/** The words of a guard may need fields of an event that nobody has sent. */
function wordsOf(explanation: GuardExplanation, args: Args): LocalizedText {
  try {
    return explanation.words(args);
  } catch {
    return { en: 'depends on what is sent', it: 'dipende da ciò che viene inviato' };
  }
}

function distinct(texts: readonly LocalizedText[]): LocalizedText[] {
  return [...new Map(texts.map((text) => [JSON.stringify(text), text])).values()];
}

/** The earliest deadline of the states that listen, or of those around them. */
function earliestDue(state: ProcessState, nodes: readonly AnyStateNode[]): string | undefined {
  const ids = new Set(nodes.flatMap((node) => lineage(node)).map((node) => node.id));
  const due = state.timers.flatMap(({ id, dueAt }) =>
    dueAt !== undefined && ids.has(stateOfTimer(id)) ? [dueAt] : [],
  );
  return due.sort()[0];
}

function lineage(node: AnyStateNode): AnyStateNode[] {
  return node.parent === undefined ? [node] : [node, ...lineage(node.parent)];
}

/** XState names the event of `after` `xstate.after.<delay>.<state id>`. Delay names have no dot. */
function stateOfTimer(id: string): string {
  return id.startsWith('xstate.after.')
    ? id.slice(id.indexOf('.', 'xstate.after.'.length) + 1)
    : '';
}

function openDeadline(program: Program, timer: ProcessState['timers'][number]): OpenDeadline {
  const name = timer.id.startsWith('xstate.after.')
    ? timer.id.slice('xstate.after.'.length, timer.id.indexOf('.', 'xstate.after.'.length))
    : timer.id;
  const delays = program.definition.delays ?? {};
  const delay = Object.hasOwn(delays, name) ? delays[name] : undefined;
  const title = typeof delay === 'object' && 'title' in delay ? delay.title : undefined;
  return {
    id: timer.id,
    generation: timer.generation,
    name,
    ...(title === undefined ? {} : { title }),
    armedAt: timer.armedAt,
    dueAt: timer.dueAt ?? null,
    ...(timer.rule === undefined ? {} : { rule: timer.rule }),
  };
}
