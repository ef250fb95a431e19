import type { Finding } from './finding.ts';
import type { Subject } from './subject.ts';

export type Found = Pick<Finding, 'path' | 'message' | 'mend'>;

/** One thing that `check` looks for. Pure; the codes are known to other programs and never renamed. */
export interface Rule {
  readonly code: string;
  readonly severity: Finding['severity'];
  /** What it is about, one sentence for the documentation. */
  readonly about: string;
  readonly find: (subject: Subject) => Found[];
}
