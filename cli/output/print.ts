/** Everything that a command has to say on standard output goes through here. */
export function print(lines: readonly string[] | string): void {
  const text = typeof lines === 'string' ? lines : lines.join('\n');
  process.stdout.write(`${text.replaceAll(/[ \t]+$/gm, '')}\n`);
}

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
