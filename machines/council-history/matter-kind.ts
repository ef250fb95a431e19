import type { CouncilMatter } from './council-matter.ts';

/** `introduction`: needs the mayor; `resolution`: the council alone. */
export type MatterKind = 'introduction' | 'resolution';

/** What a matter is: by where the register keeps it, by its file number, or by whether the mayor ever saw it. */
export function matterKind({ path, file, history }: CouncilMatter): MatterKind {
  const folder = (path ?? '').toLowerCase();
  if (folder.startsWith('resolution')) return 'resolution';
  if (folder.startsWith('introduction')) return 'introduction';
  if (/^res(olution)?\b/i.test(file)) return 'resolution';
  if (/^int(roduction)?\b/i.test(file)) return 'introduction';
  return history.some(({ action }) => /\bmayor\b/i.test(action)) ? 'introduction' : 'resolution';
}
