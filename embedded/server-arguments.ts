export interface ServerSettings {
  readonly port: number;
  /** Absent: no web interface. */
  readonly uiPort?: number | undefined;
  /** Absent: everything is in memory. */
  readonly database?: string | undefined;
  readonly timeSkipping: boolean;
}

/** The command line of Temporal's development server. */
export function serverArguments(settings: ServerSettings): string[] {
  const args = ['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(settings.port)];
  args.push('--log-level', 'warn');
  args.push(
    ...(settings.uiPort === undefined
      ? ['--headless']
      : ['--ui-port', String(settings.uiPort), '--ui-disable-news-fetch']),
  );
  if (settings.database !== undefined) {
    args.push('--db-filename', settings.database);
    // A city's process must survive a power cut, so each commit waits for the disk.
    args.push('--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=2');
  }
  if (settings.timeSkipping) {
    for (const setting of timeSkippingSettings) args.push('--dynamic-config-value', setting);
  }
  return args;
}

const timeSkippingSettings = [
  'frontend.WorkflowTimeSkippingEnabled=true',
  // Otherwise a run that continues within a second of the last one starts late, by all the time skipped before.
  'history.workflowIdReuseMinimalInterval="0s"',
  // Due timers fire within a tenth of a second instead of a whole one; much less than this loses timers.
  'history.timerProcessorMaxTimeShift="100ms"',
];
