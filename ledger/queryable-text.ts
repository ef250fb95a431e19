/** Text as a column can hold it: PostgreSQL stores no U+0000. The body of the entry keeps it, as a JSON escape. */
export function queryableText(text: string): string {
  return text.replaceAll('\0', '\uFFFD');
}
