const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** One Ctrl-C can arrive twice, from the terminal and from whoever started us. */
const sameRequestMs = 250;
/** As a shell reports a program that Ctrl-C ended. */
const interrupted = 130;

/** Resolves at the first Ctrl-C or its like. The second ends this process at once; what it started ends with it. */
export function stopRequests(say: (line: string) => void): Promise<'stop'> {
  return new Promise((resolve) => {
    let first: number | undefined;
    const hear = (): void => {
      if (first === undefined) {
        first = Date.now();
        resolve('stop');
      } else if (Date.now() - first > sameRequestMs) {
        say('Stopped at once. Nothing that was accepted is lost.');
        process.exit(interrupted);
      }
    };
    for (const signal of signals) process.on(signal, hear);
  });
}
