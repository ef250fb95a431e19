import type { z } from './zod.ts';

/** One thing that does not fit a schema, at its exact place, also inside a choice between several shapes. */
export interface Issue {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
  /** Names that the schema does not know, for `unrecognized_keys`. */
  readonly keys?: readonly string[];
}

type ZodIssue = z.core.$ZodIssue;

/** The issues of a failed parse. Of a choice between shapes, those of the shape that comes nearest to what was given. */
export function issuesOf(error: z.core.$ZodError): Issue[] {
  return error.issues.flatMap((issue) => flatten(issue, []));
}

/** The issues as one line of text. */
export function textOfIssues(error: z.core.$ZodError): string {
  return issuesOf(error)
    .map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`))
    .join('; ');
}

function flatten(issue: ZodIssue, above: Issue['path']): Issue[] {
  const path = [...above, ...issue.path.map(keyOf)];
  if (issue.code === 'invalid_union') {
    const shape = nearest(issue.errors);
    if (shape !== undefined) return shape.flatMap((inner) => flatten(inner, path));
    const wrong = issue.errors.flat().filter((inner) => inner.code === 'invalid_type');
    const wanted = [...new Set(wrong.map(({ expected }) => kindOf(expected)))].join(' or ');
    const missing = wrong.some(({ message }) => message.endsWith('received undefined'));
    const message = wanted === '' ? issue.message : needs(wanted, missing);
    return [{ path, code: issue.code, message }];
  }
  if (issue.code === 'unrecognized_keys') {
    const names = issue.keys.map((key) => `"${key}"`).join(', ');
    return [{ path, code: issue.code, keys: issue.keys, message: `${names} is not known here` }];
  }
  return [{ path, code: issue.code, message: messageOf(issue) }];
}

/** The shape that was probably meant: one whose kind of value fits, with the fewest issues. */
function nearest(shapes: readonly (readonly ZodIssue[])[]): readonly ZodIssue[] | undefined {
  const fitting = shapes.filter(
    (issues) => !issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0),
  );
  return fitting.reduce<readonly ZodIssue[] | undefined>(
    (best, issues) => (best === undefined || weight(issues) < weight(best) ? issues : best),
    undefined,
  );
}

function weight(issues: readonly ZodIssue[]): number {
  return issues.reduce(
    (total, issue) => total + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1),
    0,
  );
}

function messageOf(issue: ZodIssue): string {
  if (issue.code === 'invalid_type')
    return needs(kindOf(issue.expected), issue.message.endsWith('received undefined'));
  if (issue.code === 'invalid_value')
    return `needs one of ${issue.values.map((value) => String(value)).join(', ')}`;
  if (issue.code === 'invalid_key') {
    const [inner] = issue.issues;
    return inner === undefined ? issue.message : `its name does not fit: ${inner.message}`;
  }
  return issue.message;
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  object: 'fields in { }',
  record: 'fields in { }',
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
};

function kindOf(expected: string): string {
  return kinds[expected] ?? expected;
}

function needs(wanted: string, missing: boolean): string {
  return missing ? `is missing; it needs ${wanted}` : `needs ${wanted}`;
}

function keyOf(key: PropertyKey): string | number {
  return typeof key === 'symbol' ? String(key) : key;
}
