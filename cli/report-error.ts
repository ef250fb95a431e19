import { CommanderError } from 'commander';
import { exitCode, exitCodeOf } from './exit-code.ts';
import { plain } from './output/plain.ts';
import { red } from './output/style.ts';

interface Told {
  readonly code: string;
  readonly message: string;
  readonly facts: unknown;
}

/** Tells the person what went wrong and returns the exit code. The one place where errors become output. */
export function reportError(error: unknown, json: boolean): number {
  if (error instanceof CommanderError && error.exitCode === 0) return exitCode.ok;
  const told = tell(error);
  if (json) process.stderr.write(`${JSON.stringify({ error: told })}\n`);
  else process.stderr.write(`${red(told.code)}: ${plain(told.message)}\n`);
  return exitCodeOf(told.code);
}

function tell(error: unknown): Told {
  if (error instanceof CommanderError) {
    return { code: 'Usage', message: usageMessage(error), facts: {} };
  }
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    // By shape: StatehouseError and the errors of starting Temporal carry the same three parts.
    if ('facts' in error) return { code: error.code, message: error.message, facts: error.facts };
    return { code: 'Unexpected', message: error.message, facts: { code: error.code } };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: 'Unexpected',
    message: `${message} (This is a fault in Statehouse; set STATEHOUSE_DEBUG=1 to see where.)`,
    facts: {},
  };
}

function usageMessage({ message }: CommanderError): string {
  return `${message.replace(/^error: /, '').replace(/\.?$/, '.')} Add --help to see how.`;
}
