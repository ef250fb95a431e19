import { isExpression } from '../../../contracts/definition/expression.ts';
import { didYouMean } from '../did-you-mean.ts';
import { objectOf, propertiesOf, requiredOf } from '../fields.ts';
import { pointerTo } from '../json-pointer.ts';
import type { Found, Rule } from '../rule.ts';
import { startedChildren, type StartedChild } from '../started-children.ts';
import type { Subject } from '../subject.ts';

export const wrongChildInput: Rule = {
  code: 'wrong-child-input',
  severity: 'error',
  about: 'What a child process is given does not fit its `input`.',
  find: (subject) => startedChildren(subject).flatMap((started) => misfits(subject, started)),
};

function misfits({ children }: Subject, { src, input, pointer }: StartedChild): Found[] {
  const schema = children.get(src)?.definition.input;
  if (schema === undefined || isExpression(input)) return [];
  const given = Object.keys(objectOf(input) ?? {});
  const known = Object.keys(propertiesOf(schema));
  const path = pointerTo(pointer, ...(input === undefined ? [] : ['input']));
  return [
    ...requiredOf(schema)
      .filter((name) => !given.includes(name))
      .map((name) => ({
        path,
        message: `The child "${src}" needs "${name}" and is not given it.`,
        mend: `Add "${name}" to the \`input\` here.`,
      })),
    ...given
      .filter((name) => !known.includes(name))
      .map((name) => ({
        path: pointerTo(path, name),
        message: `The child "${src}" knows no input "${name}".${didYouMean(name, known)}`,
        mend: 'Correct the name, or leave it out.',
      })),
  ];
}
