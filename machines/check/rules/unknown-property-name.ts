import { didYouMean } from '../did-you-mean.ts';
import { pointerTo } from '../json-pointer.ts';
import type { Rule } from '../rule.ts';

export const unknownPropertyName: Rule = {
  code: 'unknown-property-name',
  severity: 'error',
  about: 'A promised property speaks of a state or event that does not exist.',
  find: ({ definition, tree, transitions }) => {
    const known = [
      ...tree.nodes.flatMap(({ key, path, id }) => [key, path, id, `#${id}`]),
      ...Object.keys(definition.events),
      ...transitions.flatMap(({ trigger, name }) => (trigger === 'event' ? [name] : [])),
    ];
    return (definition.properties ?? []).flatMap((property, index) =>
      Object.entries(property).flatMap(([word, name]) => {
        if (typeof name !== 'string' || known.includes(name)) return [];
        return [
          {
            path: pointerTo('/properties', index, word),
            message: `The property speaks of "${name}", which is neither a state nor an event.${didYouMean(name, known)}`,
            mend: 'Use the path or id of a state, or the name of an event.',
          },
        ];
      }),
    );
  },
};
