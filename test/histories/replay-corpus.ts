import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import proto from '@temporalio/proto';
import {
  bundleWorkflowCode,
  DefaultLogger,
  Runtime,
  Worker,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';
import { bundleWorkflows } from '../../worker/bundle-workflows.ts';

/** A program: replays every recorded history in the time zone it is started in, and writes what it found as JSON. */
interface Recorded {
  readonly workflowId: string;
  readonly history: string;
}

Runtime.install({ logger: new DefaultLogger('ERROR') });
const recorded = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.json.gz'))
  .flatMap((file) => {
    const text = gunzipSync(readFileSync(join(import.meta.dirname, file))).toString();
    return JSON.parse(text) as Recorded[];
  });

/** As the SDK would bundle it, with XState's development build. */
function bundleForDevelopment(): Promise<WorkflowBundleWithSourceMap> {
  return bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('../../workflows/index.ts', import.meta.url)),
    workflowInterceptorModules: [
      fileURLToPath(new URL('../../workflows/no-empty-task.ts', import.meta.url)),
    ],
    logger: new DefaultLogger('ERROR'),
    webpackConfigHook: (config) => ({
      ...config,
      resolve: {
        ...config.resolve,
        conditionNames: ['webpack', 'development', 'module', 'import', 'require', 'default'],
      },
    }),
  });
}

const bundles = { production: await bundleWorkflows(), development: await bundleForDevelopment() };
const results = [];
for (const [build, workflowBundle] of Object.entries(bundles)) {
  for (const reuseV8Context of [true, false]) {
    const histories = recorded.map(({ workflowId, history }) => ({
      workflowId,
      history: proto.temporal.api.history.v1.History.decode(Buffer.from(history, 'base64')),
    }));
    const wrong: string[] = [];
    let replayed = 0;
    const answers = Worker.runReplayHistories({ workflowBundle, reuseV8Context }, histories);
    for await (const { workflowId, error } of answers) {
      replayed += 1;
      if (error !== undefined) wrong.push(`${workflowId}: ${error.message}`);
    }
    results.push({ build, reuseV8Context, replayed, wrong });
  }
}
process.stdout.write(
  `${JSON.stringify({ hour: new Date(0).getHours(), development: bundles.development.code.includes('xstate.development'), results })}\n`,
);
