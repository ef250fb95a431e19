import { resolve } from 'node:path';
import { cliVersion } from '../cli-version.ts';
import type { CliSource } from '../cli-search.ts';
import { EmbeddedError } from '../embedded-error.ts';
import { reasonOf } from '../reason-of.ts';

/** The program `TEMPORAL_CLI_PATH` names. What a person asked for by name is never silently replaced by another. */
export const configuredCli: CliSource = {
  name: 'TEMPORAL_CLI_PATH',
  async find({ env }) {
    const configured = env.TEMPORAL_CLI_PATH;
    if (!configured) return { why: 'it is not set' };
    const path = resolve(configured);
    try {
      return { path, version: await cliVersion(path, env) };
    } catch (error) {
      const why = reasonOf(error);
      throw new EmbeddedError(
        'TemporalCliUnusable',
        `TEMPORAL_CLI_PATH is set, but ${why}. Point it at the Temporal CLI, or unset it so that Statehouse finds one itself.`,
        { path, why },
      );
    }
  },
};
