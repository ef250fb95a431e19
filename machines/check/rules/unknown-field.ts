import { didYouMean } from '../did-you-mean.ts';
import { fieldReads, type FieldRead } from '../field-reads.ts';
import { contextFields, propertiesOf } from '../fields.ts';
import { anyEvent } from '../occasion.ts';
import type { PlacedExpression } from '../placed-logic.ts';
import type { Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { visibleFields } from '../visible-fields.ts';

/** CEL fails on a field that is not there, so a misspelt one would refuse every event. */
export const unknownField: Rule = {
  code: 'unknown-field',
  severity: 'error',
  about: 'An expression looks at a field that the context, the event or the input never has.',
  find: (subject) => {
    const inContext = contextFields(subject);
    const inInput = new Set(Object.keys(propertiesOf(subject.definition.input)));
    const inAnyEvent = visibleFields(subject, anyEvent) ?? new Set();
    return subject.expressions.flatMap((placed) =>
      fieldReads(placed.expression['@expr']).flatMap(
        ({ variable, path: [name] }, _index, reads) => {
          const known = knownFields(
            subject,
            placed,
            { context: inContext, input: inInput },
            variable,
          );
          if (name === undefined || known === undefined || known.has(name)) return [];
          // One action may serve several events when it asks which fields there are.
          if (variable === 'event' && isAsked(reads, name) && inAnyEvent.has(name)) return [];
          return [
            {
              path: placed.pointer,
              message: `It looks at ${variable}.${name}, which is never there${where(placed)}.${didYouMean(name, known)}`,
              mend: mends[variable] ?? 'Correct the name.',
            },
          ];
        },
      ),
    );
  },
};

const mends: Readonly<Record<string, string>> = {
  context: 'Give the field a first value in the `context` of the machine, or correct the name.',
  event: 'Add the field to the `schema` of the event, or correct the name.',
  input: 'Add the field to `input`, or correct the name.',
};

function knownFields(
  subject: Subject,
  { occasion }: PlacedExpression,
  known: { context: Set<string>; input: Set<string> },
  variable: string,
): Set<string> | undefined {
  switch (variable) {
    case 'context':
      return occasion.kind === 'start' ? undefined : known.context;
    case 'event':
      return visibleFields(subject, occasion);
    case 'input':
      return occasion.kind === 'start' ? known.input : undefined;
    default:
      return undefined;
  }
}

function isAsked(reads: readonly FieldRead[], name: string): boolean {
  return reads.some(
    ({ variable, path, careful }) => careful && variable === 'event' && path[0] === name,
  );
}

function where({ occasion }: PlacedExpression): string {
  return occasion.kind === 'transition' ? ` when "${occasion.transition.name}" comes` : '';
}
