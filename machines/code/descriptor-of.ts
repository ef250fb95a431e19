import { contentHash } from '../../contracts/content-hash.ts';
import { Definition } from '../../contracts/definition/definition.ts';
import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import type { Json } from '../../contracts/json.ts';
import { stateOutline } from './state-outline.ts';

interface Described {
  readonly name: string;
  readonly config: Readonly<Record<string, unknown>>;
  /** All that makes it this version of the machine. */
  readonly content: Json;
  readonly events: readonly string[];
  readonly children: Readonly<Record<string, Definition>>;
}

/**
 * The document that stands in the ledger for a code machine: what people can read of it, and the hash by which its code is known.
 * It cannot be run: the rules are in the worker.
 */
export function descriptorOf({ name, config, content, events, children }: Described): Definition {
  const { version, description } = config;
  const around: Omit<Definition, 'machine'> = {
    format: 'statehouse/1',
    id: idOf(name),
    version: typeof version === 'string' && /^\d+\.\d+\.\d+$/.test(version) ? version : '1.0.0',
    title: { en: name },
    ...(typeof description === 'string' ? { description: { en: description } } : {}),
    languages: ['en'],
    roles: { anyone: { title: { en: 'Anyone', it: 'Chiunque' } } },
    events: Object.fromEntries(
      events
        .filter((type) => type.length <= 100)
        .map((type) => [type, { title: { en: type }, by: ['anyone'] }]),
    ),
    code: { machine: name, hash: contentHash(content) },
    ...(Object.keys(children).length === 0 ? {} : { machines: children }),
  };
  const outline = JSON.parse(JSON.stringify(stateOutline(config))) as StateNodeConfig;
  const whole = { ...around, machine: outline };
  // Code may name its states as it likes; where the format has no place for that, the outline is left out.
  return Definition.safeParse(whole).success ? whole : { ...around, machine: {} };
}

function idOf(name: string): string {
  const id = name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  return id === '' ? 'machine' : id;
}
