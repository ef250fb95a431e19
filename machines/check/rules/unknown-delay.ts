import { Duration } from '../../../contracts/definition/duration.ts';
import { didYouMean } from '../did-you-mean.ts';
import { pointerTo } from '../json-pointer.ts';
import type { Rule } from '../rule.ts';
import { delayUses } from '../delay-uses.ts';

export const unknownDelay: Rule = {
  code: 'unknown-delay',
  severity: 'error',
  about: 'A deadline is used that `delays` does not have and that is no duration.',
  find: (subject) => {
    const known = Object.keys(subject.definition.delays ?? {});
    return delayUses(subject)
      .filter(
        ({ name }) =>
          !known.includes(name) && Number.isNaN(Number(name)) && !Duration.safeParse(name).success,
      )
      .map(({ name, pointer }) => ({
        path: pointerTo(pointer),
        message: `There is no deadline "${name}", and it is no duration.${didYouMean(name, known)}`,
        mend: 'Give it in `delays`, for example as P30D, or correct the name.',
      }));
  },
};
