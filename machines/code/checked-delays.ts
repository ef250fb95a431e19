import { StatehouseError } from '../../contracts/statehouse-error.ts';

type Delays = Readonly<Record<string, unknown>>;

/** A machine's named delays, so that one that is no number fails instead of firing at once, which is what XState does with it. */
export function checkedDelays(delays: Delays): Delays {
  return Object.fromEntries(
    Object.entries(delays).map(([name, delay]) => [
      name,
      typeof delay === 'function'
        ? (...args: unknown[]) => checked(name, (delay as (...all: unknown[]) => unknown)(...args))
        : checked(name, delay),
    ]),
  );
}

function checked(name: string, delay: unknown): number {
  if (typeof delay === 'number' && Number.isFinite(delay)) return Math.max(0, delay);
  throw new StatehouseError(
    'InvalidDefinition',
    `The delay "${name}" is ${String(delay)}; it must be a number of milliseconds.`,
    { delay: name },
  );
}

/** @throws StatehouseError when an `after` names a delay that nobody gives */
export function refuseUnknownDelays(
  machine: string,
  node: Readonly<Record<string, unknown>>,
  delays: Delays,
): void {
  for (const name of Object.keys(node['after'] ?? {})) {
    if (Object.hasOwn(delays, name) || Number(name) >= 0) continue;
    throw new StatehouseError(
      'InvalidDefinition',
      `The machine "${machine}" cannot be durable: \`after\` names the delay "${name}", which is not in setup({ delays }).`,
      { machine, delay: name },
    );
  }
  for (const child of Object.values(node['states'] ?? {}))
    refuseUnknownDelays(machine, child as Readonly<Record<string, unknown>>, delays);
}
