import { z } from '../../contracts/zod.ts';
import { Json } from '../../contracts/json.ts';
import { defineGuard } from './logic.ts';

/** `items` has at least `atLeast` different values, of `field` when the items are objects. */
export const distinctAtLeast = defineGuard({
  params: z.strictObject({
    items: z.array(Json),
    field: z.string().optional(),
    atLeast: z.number(),
    what: z.string().optional(),
  }),
  describe: ({ items, field, atLeast, what }) => ({
    en: `at least ${atLeast} different ${what ?? field ?? 'values'} (now ${distinct(items, field)})`,
    it: `almeno ${atLeast} diversi: ${what ?? field ?? 'valori'} (ora ${distinct(items, field)})`,
  }),
  test: (_sight, { items, field, atLeast }) => distinct(items, field) >= atLeast,
});

function distinct(items: readonly Json[], field: string | undefined): number {
  const values = items.map((item) =>
    field !== undefined && typeof item === 'object' && item !== null && Object.hasOwn(item, field)
      ? (item as Readonly<Record<string, Json>>)[field]
      : item,
  );
  return new Set(values.map((value) => JSON.stringify(value))).size;
}
