import { pointerTo } from '../json-pointer.ts';
import { localizedTexts } from '../localized-texts.ts';
import type { Rule } from '../rule.ts';

export const missingTranslation: Rule = {
  code: 'missing-translation',
  severity: 'error',
  about: 'A text lacks one of the languages of the definition, or a child one of its parent.',
  find: ({ definition, children }) => [
    ...localizedTexts(definition).flatMap(({ text, pointer, what }) => {
      const missing = definition.languages.filter((language) => !Object.hasOwn(text, language));
      if (missing.length === 0) return [];
      return [
        {
          path: pointer,
          message: `${what} is not given in ${missing.join(', ')}.`,
          mend: `Add the text in ${missing.join(', ')}, or take the language out of \`languages\`.`,
        },
      ];
    }),
    ...[...children].flatMap(([name, child]) => {
      const missing = definition.languages.filter(
        (language) => !child.definition.languages.includes(language),
      );
      if (missing.length === 0) return [];
      return [
        {
          path: pointerTo('/machines', name, 'languages'),
          message: `The child "${name}" is not written in ${missing.join(', ')}, which this process speaks.`,
          mend: `Translate it and add ${missing.join(', ')} to its \`languages\`.`,
        },
      ];
    }),
  ],
};
