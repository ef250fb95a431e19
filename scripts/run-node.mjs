import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { clearInterval, setInterval } from 'node:timers';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const parentCheckMs = 250;
// Read at once: npm may be gone by the time the packages are installed.
const parent = process.ppid;

/**
 * Runs Node on `args` with this terminal, passes signals on, and resolves to its exit code in the manner of a shell:
 * 128 and the signal's number if a signal ended it.
 */
export function runNode(node, args, env = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { stdio: 'inherit', env });
    const pass = (signal) => {
      // A terminal sends Ctrl-C to the whole group, so the child has it already; twice would mean "at once".
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      child.kill(signal);
    };
    for (const signal of signals) process.on(signal, pass);
    const parentCheck = whenNpmIsGone(() => child.kill('SIGTERM'));
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearInterval(parentCheck);
      for (const name of signals) process.off(name, pass);
      resolve(signal === null ? code : 128 + constants.signals[signal]);
    });
  });
}

/** npm hands SIGTERM to its shell, and a shell that waits for a program ends without passing it on. */
function whenNpmIsGone(stop) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return undefined;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, parentCheckMs);
  return timer;
}
