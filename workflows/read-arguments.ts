import { currentUpdateInfo } from '@temporalio/workflow';
import { requestDigest } from '../contracts/request-digest.ts';
import type { z } from '../contracts/zod.ts';
import { SendMeta } from '../contracts/sent-event.ts';
import { StatehouseError } from '../contracts/statehouse-error.ts';

export interface Arguments<T> {
  readonly input: T;
  readonly meta: SendMeta;
  /** Idempotency key: the sender's, else Temporal's update id. */
  readonly key: string;
  /** Digest of what is sent with the key. */
  readonly of: string;
}

/**
 * An update's arguments: the input and, as a second argument or as fields of the input, `actor` and `idempotencyKey`.
 *
 * @throws StatehouseError `InvalidPayload` naming each field that does not fit
 */
export function readArguments<T>(
  schema: z.ZodType<T>,
  first: unknown,
  second: unknown,
): Arguments<T> {
  const [input, meta] = second === undefined ? split(first) : [first, second];
  const parsedMeta = parse(SendMeta, meta, 'actor and idempotencyKey');
  const key = parsedMeta.idempotencyKey ?? currentUpdateInfo()?.id ?? '';
  return {
    input: parse(schema, input, 'input'),
    meta: parsedMeta,
    key,
    of: requestDigest(input, parsedMeta.actor),
  };
}

function split(first: unknown): [unknown, unknown] {
  if (typeof first !== 'object' || first === null) return [first, undefined];
  const { actor, idempotencyKey, ...input } = first as Record<string, unknown>;
  return [input, { actor, idempotencyKey }];
}

function parse<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => ({
    path: path.join('.'),
    message,
  }));
  throw new StatehouseError(
    'InvalidPayload',
    `The ${what} cannot be read: ${issues.map((issue) => `${issue.path || what}: ${issue.message}`).join('; ')}`,
    { issues },
  );
}
