/** The words of whatever was thrown, and of what caused it, because "fetch failed" alone says nothing. */
export function reasonOf(thrown: unknown): string {
  // By shape, not `instanceof`: an error from Node itself is of another realm under Jest.
  if (typeof thrown !== 'object' || thrown === null || !('message' in thrown)) {
    return String(thrown);
  }
  const message = String(thrown.message);
  const cause = 'cause' in thrown ? thrown.cause : undefined;
  return cause === undefined ? message : `${message}: ${reasonOf(cause)}`;
}
