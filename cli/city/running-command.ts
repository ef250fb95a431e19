/** How a person calls these commands from the folder they are in. */
export function runningCommand(): string {
  return 'npm run -s statehouse --';
}
