import { isExpression } from '../../contracts/definition/expression.ts';
import { issuesOf, type Issue } from '../../contracts/issues-of.ts';
import type { Json } from '../../contracts/json.ts';
import { z } from '../../contracts/zod.ts';

type ZodIssue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/**
 * What in a template cannot fit a schema. When `resolved`, expressions are computed before the schema is asked, so whatever
 * depends on one may fit.
 */
export function templateIssues(schema: z.ZodType, template: Json, resolved: boolean): Issue[] {
  const parsed = schema.safeParse(template);
  if (parsed.success) return [];
  const issues = resolved
    ? parsed.error.issues.filter((issue) => !mayFit(issue, template, []))
    : parsed.error.issues;
  return issues.length === 0 ? [] : issuesOf(new z.core.$ZodRealError(issues));
}

function mayFit(issue: ZodIssue, template: Json, above: Path): boolean {
  const path = [...above, ...issue.path];
  if (meetsExpression(template, path)) return true;
  if (issue.code === 'invalid_union') {
    return issue.errors.some(
      (shape) => shape.length > 0 && shape.every((inner) => mayFit(inner, template, path)),
    );
  }
  return issue.code === 'custom' && holdsExpression(valueAt(template, path));
}

function meetsExpression(value: unknown, path: Path): boolean {
  if (isExpression(value)) return true;
  const [key, ...rest] = path;
  return key !== undefined && meetsExpression(valueAt(value, [key]), rest);
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Readonly<Record<PropertyKey, unknown>>)[key]
        : undefined,
    value,
  );
}

function holdsExpression(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return isExpression(value) || Object.values(value).some(holdsExpression);
}
