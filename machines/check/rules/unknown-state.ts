import { didYouMean } from '../did-you-mean.ts';
import { pointerTo } from '../json-pointer.ts';
import { targetsOf } from '../placed-transition.ts';
import { historyDefault, initialOf, resolveStateIn, resolveTarget } from '../resolve-target.ts';
import type { Found, Rule } from '../rule.ts';
import { nameOf, type StateNode } from '../state-tree.ts';
import type { Subject } from '../subject.ts';

export const unknownState: Rule = {
  code: 'unknown-state',
  severity: 'error',
  about: 'A transition, an `initial`, a history or a `stateIn` names a state that does not exist.',
  find: (subject) => [
    ...targets(subject),
    ...subject.tree.nodes.flatMap((node) => [...initial(node), ...history(subject, node)]),
    ...subject.guards.flatMap(({ type, params, pointer }) => {
      const state = params?.['state'];
      if (type !== 'stateIn' || typeof state !== 'string') return [];
      return resolveStateIn(subject.tree, state) === undefined
        ? [unknown(subject, state, pointerTo(pointer, 'params', 'state'))]
        : [];
    }),
  ],
};

function targets(subject: Subject): Found[] {
  return subject.transitions.flatMap((transition) =>
    targetsOf(transition).flatMap(({ target, pointer }) => {
      const { node } = transition;
      if (resolveTarget(subject.tree, node, target) !== undefined) return [];
      const inner = node.parent === undefined && !/^[#.]/.test(target);
      if (!inner) return [unknown(subject, target, pointer)];
      return [
        {
          path: pointer,
          message: `From the process itself, "${target}" leads nowhere.`,
          mend: `Write ".${target}" for a state directly inside it.`,
        },
      ];
    }),
  );
}

function initial(node: StateNode): Found[] {
  if (node.type !== 'compound' || initialOf(node) !== undefined) return [];
  const path = pointerTo(node.pointer, 'initial');
  const keys = node.children.map(({ key }) => key);
  const given = node.config.initial;
  const name = typeof given === 'object' ? given.target : given;
  if (name === undefined) {
    return [
      {
        path: node.pointer,
        message: `It is not said where ${nameOf(node)} begins.`,
        mend:
          keys.length === 0
            ? 'Give it states, or make it an ordinary one.'
            : `Give \`initial\`: one of ${keys.join(', ')}.`,
      },
    ];
  }
  return [
    {
      path,
      message: `${nameOf(node)} begins in "${name}", which is no state in it.${didYouMean(name, keys)}`,
      mend: `Give one of ${keys.join(', ')}.`,
    },
  ];
}

function history({ tree }: Subject, node: StateNode): Found[] {
  const { target } = node.config;
  if (node.type !== 'history' || target === undefined || historyDefault(tree, node) !== undefined)
    return [];
  return [
    {
      path: pointerTo(node.pointer, 'target'),
      message: `The history ${nameOf(node)} falls back on "${target}", which does not exist.`,
      mend: 'Name a state beside the history state, or `#` and the id of another.',
    },
  ];
}

function unknown({ tree }: Subject, name: string, path: string): Found {
  const names = tree.nodes.flatMap(({ key, path: full, id }) =>
    name.startsWith('#') ? [`#${id}`] : [key, full],
  );
  return {
    path,
    message: `There is no state "${name}" to be found from here.${didYouMean(name, names)}`,
    mend: 'Write the name of a state at the same level, ".name" for one inside, or "#id" for any other.',
  };
}
