import { z } from '../../contracts/zod.ts';
import type { LocalizedText } from '../../contracts/localized-text.ts';
import { plain } from './plain.ts';

/** The reader's language, as a BCP 47 tag: `--lang`, else what the shell says, else none. */
export function readerLanguage(
  asked?: string,
  env: NodeJS.ProcessEnv = process.env,
): string | undefined {
  const said = asked ?? [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value);
  const tag = said?.split('.')[0]?.replace('_', '-');
  if (tag === undefined || tag === '' || tag === 'C' || tag === 'POSIX') return undefined;
  return z
    .string()
    .regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/)
    .safeParse(tag).data;
}

/** The text in the wanted language, else in its base language, else in English, else in whatever there is. */
export function inLanguage(text: LocalizedText | string, language: string | undefined): string {
  if (typeof text === 'string') return plain(text);
  const base = language?.split('-')[0];
  const found = text[language ?? ''] ?? text[base ?? ''] ?? text['en'] ?? Object.values(text)[0];
  return plain(found ?? '');
}
