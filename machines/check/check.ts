import { Definition } from '../../contracts/definition/definition.ts';
import { issuesOf } from '../../contracts/issues-of.ts';
import { limits } from '../../contracts/limits.ts';
import { compile } from '../compile/compile.ts';
import { dangerousKeys } from './dangerous-keys.ts';
import type { Finding } from './finding.ts';
import { pointerTo } from './json-pointer.ts';
import { rules } from './rules.ts';
import { schemaFinding } from './schema-findings.ts';
import { subjectOf, type Subject } from './subject.ts';

/**
 * Everything that is wrong with a document that should be a definition, its children included, each with its place and what to
 * do. A definition without errors can be published; warnings are advice.
 */
export function check(document: unknown): Finding[] {
  try {
    return checkDocument(document);
  } catch (error) {
    if (error instanceof RangeError) return [tooDeep];
    throw error;
  }
}

/** Nesting of states, parameters or expressions that exhausts the stack. */
const tooDeep: Finding = {
  code: 'too-deep',
  path: '',
  severity: 'error',
  message: 'The document is nested too deeply to be read.',
  mend: 'Write it with fewer levels.',
};

function checkDocument(document: unknown): Finding[] {
  const dangerous = dangerousKeys(document);
  const parsed = Definition.safeParse(document);
  if (!parsed.success) return [...dangerous, ...issuesOf(parsed.error).map(schemaFinding)];
  const findings = [
    ...dangerous,
    ...tooLarge(document),
    ...checkSubject(subjectOf(parsed.data), ''),
  ];
  return distinct(findings);
}

function checkSubject(subject: Subject, prefix: string): Finding[] {
  const own = rules.flatMap(({ code, severity, find }) =>
    find(subject).map(({ path, message, mend }) => ({
      code,
      path: `${prefix}${path}`,
      severity,
      message,
      mend,
    })),
  );
  const isSound = !own.some(({ severity }) => severity === 'error');
  return [
    ...own,
    ...(isSound ? cannotBeBuilt(subject.definition, prefix) : []),
    ...[...subject.children].flatMap(([name, child]) =>
      checkSubject(child, `${prefix}${pointerTo('/machines', name)}`),
    ),
  ];
}

/** The last word is XState's, once nothing else explains why it would refuse. */
function cannotBeBuilt(definition: Definition, prefix: string): Finding[] {
  try {
    compile(definition);
    return [];
  } catch (error) {
    return [
      {
        code: 'cannot-be-built',
        path: `${prefix}/machine`,
        severity: 'error',
        message: error instanceof Error ? error.message : String(error),
        mend: 'Correct the place that the message names.',
      },
    ];
  }
}

function tooLarge(document: unknown): Finding[] {
  const size = JSON.stringify(document).length;
  if (size <= limits.definition) return [];
  return [
    {
      code: 'too-large',
      path: '',
      severity: 'error',
      message: `The definition has ${size} characters; ${limits.definition} are the most that a process can carry.`,
      mend: 'Move long texts out of it, or give its children definitions of their own processes.',
    },
  ];
}

/** A named condition is looked at wherever it is used; one finding about it is enough. */
function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Map(
    findings.map((finding) => [`${finding.code} ${finding.path} ${finding.message}`, finding]),
  );
  return [...seen.values()];
}
