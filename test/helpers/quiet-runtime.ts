import { DefaultLogger, Runtime } from '@temporalio/worker';

let installed = false;

/** Lets Temporal's SDK speak of errors only, so that a test's own output can be read. To be called before anything connects. */
export function quietRuntime(): void {
  if (installed) return;
  installed = true;
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: 'ERROR', console: {} } },
  });
}
