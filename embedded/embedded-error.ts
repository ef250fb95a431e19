/** Every code of this folder. Codes are what programs compare: never renamed. */
export type EmbeddedErrorCode =
  | 'DataFolderFormat'
  | 'DataFolderInUse'
  | 'InvalidPort'
  | 'NotADataFolder'
  | 'PortTaken'
  | 'TemporalCliNotFound'
  | 'TemporalCliUnusable'
  | 'TemporalNotReady'
  | 'TemporalRunning';

/** `code` is stable, `facts` are for programs, `message` says what happened and what to do. */
export class EmbeddedError extends Error {
  override readonly name = 'EmbeddedError';
  readonly code: EmbeddedErrorCode;
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(
    code: EmbeddedErrorCode,
    message: string,
    facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.code = code;
    this.facts = facts;
  }
}
