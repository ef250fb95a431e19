import { fileURLToPath } from 'node:url';
import {
  bundleWorkflowCode,
  DefaultLogger,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';

/**
 * The workflows as one file for the sandbox. The SDK bundles in development mode, which would pick XState's development build:
 * slower, and it answers some events differently from the build that replays in the audit.
 *
 * @param workflowsPath a module of one's own that exports `process` and registers machines with `durable`
 */
export function bundleWorkflows(
  workflowsPath = fileURLToPath(new URL('../workflows/index.ts', import.meta.url)),
): Promise<WorkflowBundleWithSourceMap> {
  return bundleWorkflowCode({
    workflowsPath,
    workflowInterceptorModules: [
      fileURLToPath(new URL('../workflows/no-empty-task.ts', import.meta.url)),
    ],
    // Whoever starts a worker wants to hear of trouble, not of the bundle's parts.
    logger: new DefaultLogger('WARN'),
    webpackConfigHook: (config) => ({
      ...config,
      resolve: {
        ...config.resolve,
        conditionNames: ['webpack', 'module', 'import', 'require', 'default'],
      },
    }),
  });
}
