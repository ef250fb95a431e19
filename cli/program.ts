import { Command } from 'commander';
import { checkCommand } from './commands/check.ts';
import { completionCommand } from './commands/completion.ts';
import { correctCommand } from './commands/correct.ts';
import { definitionsCommand } from './commands/definitions.ts';
import { diagramCommand } from './commands/diagram.ts';
import { importCommand } from './commands/import.ts';
import { listCommand } from './commands/list.ts';
import { logCommand } from './commands/log.ts';
import { migrateCommand } from './commands/migrate.ts';
import { postponeCommand } from './commands/postpone.ts';
import { resumeCommand } from './commands/resume.ts';
import { sendCommand } from './commands/send.ts';
import { showCommand } from './commands/show.ts';
import { startCommand } from './commands/start.ts';
import { suspendCommand } from './commands/suspend.ts';
import { upCommand } from './commands/up.ts';
import { verifyCommand } from './commands/verify.ts';

const commands = [
  upCommand,
  startCommand,
  sendCommand,
  showCommand,
  listCommand,
  logCommand,
  verifyCommand,
  checkCommand,
  importCommand,
  diagramCommand,
  definitionsCommand,
  postponeCommand,
  suspendCommand,
  resumeCommand,
  correctCommand,
  migrateCommand,
  completionCommand,
];

const after = `
Exit codes:
  0  done, or nothing found
  1  refused by the process, or a check found something
  2  the command was not understood
  3  Temporal or the ledger cannot be reached

Environment:
  STATEHOUSE_HOME     the data folder (default: .statehouse here)
  STATEHOUSE_PORT     port for the Temporal server of "up" (default: 7233 or one near it)
  STATEHOUSE_AS, STATEHOUSE_ROLE   who acts, and in which role, unless --as and --role say it
  TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE   a Temporal server of your own
  TEMPORAL_CLI_PATH   the Temporal program for "up"
  DATABASE_URL        a PostgreSQL server for the ledger
  NO_COLOR            no colours`;

/** The whole command line. Nothing is run before it is parsed. */
export function buildProgram(): Command {
  const program = new Command('statehouse')
    .description("Runs a city's co-design processes and keeps their record.")
    .helpCommand('help [command]', 'how to use a command')
    .addHelpText('after', after);
  for (const make of commands) program.addCommand(make());
  letErrorsReachMain(program);
  return program;
}

/** Commander would print errors by itself and end the process. */
function letErrorsReachMain(command: Command): void {
  command.exitOverride().configureOutput({ outputError: () => undefined });
  for (const inner of command.commands) letErrorsReachMain(inner);
}
