import type { DelayDefinition } from '../contracts/definition/named-logic.ts';
import { cel } from './authoring/cel.ts';

/** Delays `overdue1`, `overdue5`, `overdue10`: the rungs of the ladder, so many business days after `breachedAt` (CEL). */
export function overdueDelays(
  breachedAt: string,
): Record<'overdue1' | 'overdue5' | 'overdue10', DelayDefinition> {
  const after = (days: number, en: string, it: string): DelayDefinition => ({
    title: { en, it },
    from: cel(breachedAt),
    plus: `P${days}BD`,
  });
  return {
    overdue1: after(1, 'One working day overdue', 'In ritardo di un giorno lavorativo'),
    overdue5: after(5, 'Five working days overdue', 'In ritardo di cinque giorni lavorativi'),
    overdue10: after(10, 'Ten working days overdue', 'In ritardo di dieci giorni lavorativi'),
  };
}
