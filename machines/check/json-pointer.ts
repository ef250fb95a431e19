/** `base` with more tokens, escaped as RFC 6901 wants. */
export function pointerTo(base: string, ...tokens: (string | number)[]): string {
  return tokens.reduce<string>(
    (path, token) => `${path}/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`,
    base,
  );
}
