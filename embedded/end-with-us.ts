import { spawn } from 'node:child_process';

/** Ends process $1 when standard input closes without a line, which the kernel does even if we are killed. */
const watch = `
read -r line && exit 0
kill -TERM "$1" || exit 0
for second in 1 2 3 4 5 6 7 8 9 10; do sleep 1; kill -0 "$1" || exit 0; done
kill -KILL "$1"
`;

/**
 * Makes a child of ours end when this process ends, however it ends. Returns what calls that off; call it as soon as
 * the child has ended, because its process id may be used again.
 */
export function endWithUs(pid: number): () => void {
  if (process.platform === 'win32') {
    const end = (): void => {
      process.kill(pid);
    };
    process.once('exit', end);
    return () => process.off('exit', end);
  }
  const watchdog = spawn('/bin/sh', ['-c', watch, 'statehouse-watchdog', String(pid)], {
    // In a group of its own, or Ctrl-C would end it first.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watchdog.on('error', () => undefined);
  watchdog.stdin.on('error', () => undefined);
  watchdog.unref();
  return () => {
    watchdog.stdin.end('done\n');
  };
}
