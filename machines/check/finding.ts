/** One thing to mend in a definition. `path` is a JSON pointer (RFC 6901) into the document. */
export interface Finding {
  readonly code: string;
  readonly path: string;
  /** An error keeps the definition from being published, a warning does not. */
  readonly severity: 'error' | 'warning';
  /** What is wrong, in words for whoever designs the process. */
  readonly message: string;
  /** What to do about it. */
  readonly mend: string;
}
