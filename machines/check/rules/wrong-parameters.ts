import type { JsonObject } from '../../../contracts/json.ts';
import type { z } from '../../../contracts/zod.ts';
import { builtInActionParams, builtInGuardParams } from '../../compile/built-in-params.ts';
import { assignLogic, effectLogic, guardLogic } from '../../vocabulary/vocabulary.ts';
import { fieldReads } from '../field-reads.ts';
import { pointerTo } from '../json-pointer.ts';
import type { PlacedGuard } from '../placed-logic.ts';
import type { Found, Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { templateIssues } from '../template-issues.ts';

export const wrongParameters: Rule = {
  code: 'wrong-parameters',
  severity: 'error',
  about: 'The parameters of a guard or action do not fit what it needs.',
  find: (subject) => [
    ...subject.guards.flatMap((guard) => inGuard(subject, guard)),
    ...subject.actions.flatMap(({ type, params, pointer, part }) => {
      if (!part && Object.hasOwn(subject.definition.actions ?? {}, type))
        return params === undefined ? [] : [parametersOfNamed(type, pointer)];
      const builtIn = own(builtInActionParams, type);
      const schema = builtIn ?? assignLogic(type)?.params ?? effectLogic(type)?.params;
      return schema === undefined
        ? []
        : misfits(type, schema, params, pointer, builtIn === undefined);
    }),
  ],
};

function inGuard(subject: Subject, guard: PlacedGuard): Found[] {
  const { type, params, pointer, through, occasion } = guard;
  // Without a use, some parameters may still be to come.
  if (occasion.kind === 'never') return [];
  const named = subject.definition.guards?.[type];
  if (named !== undefined && !through.includes(type)) {
    if (!('@expr' in named)) return [];
    const missing = fieldReads(named['@expr']).flatMap(({ variable, path: [name], careful }) =>
      variable === 'params' && !careful && name !== undefined && !Object.hasOwn(params ?? {}, name)
        ? [name]
        : [],
    );
    return missing.map((name) => ({
      path: pointer,
      message: `The condition "${type}" needs the parameter "${name}".`,
      mend: `Give it: { "type": "${type}", "params": { "${name}": … } }.`,
    }));
  }
  const builtIn = own(builtInGuardParams, type);
  const schema = builtIn ?? guardLogic(type)?.params;
  return schema === undefined ? [] : misfits(type, schema, params, pointer, builtIn === undefined);
}

function misfits(
  type: string,
  schema: z.ZodType,
  params: JsonObject | undefined,
  pointer: string,
  resolved: boolean,
): Found[] {
  return templateIssues(schema, params ?? {}, resolved).map(({ path, message }) => ({
    path: pointerTo(pointer, ...(params === undefined ? [] : ['params', ...path])),
    message: `The parameters of "${type}" do not fit: ${path.length === 0 ? '' : `${path.join('.')} `}${message}.`,
    mend: `See what "${type}" needs in the description of the vocabulary.`,
  }));
}

function parametersOfNamed(type: string, pointer: string): Found {
  return {
    path: pointerTo(pointer, 'params'),
    message: `The action "${type}" has its parameters in \`actions\`; those given here would be ignored.`,
    mend: 'Leave them out here, or use the action of the vocabulary itself.',
  };
}

function own(table: Readonly<Record<string, z.ZodType>>, name: string): z.ZodType | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
