#!/usr/bin/env node
import { exitCode } from './exit-code.ts';
import { buildProgram } from './program.ts';
import { reportError } from './report-error.ts';

const json = process.argv.includes('--json');

// A reader such as `head` that has seen enough is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? exitCode.ok : exitCode.refused);
});

try {
  const program = buildProgram();
  if (process.argv.length <= 2) {
    program.outputHelp();
    process.exitCode = exitCode.usage;
  } else await program.parseAsync();
} catch (error) {
  if (process.env.STATEHOUSE_DEBUG !== undefined) console.error(error);
  process.exitCode = reportError(error, json);
}
