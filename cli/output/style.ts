import { stripVTControlCharacters, styleText } from 'node:util';

// styleText leaves the text alone unless the stream is a terminal, and heeds NO_COLOR.
export const bold = (text: string): string => styleText('bold', text, { stream: process.stdout });
export const dim = (text: string): string => styleText('dim', text, { stream: process.stdout });
export const green = (text: string): string => styleText('green', text, { stream: process.stdout });
export const yellow = (text: string): string =>
  styleText('yellow', text, { stream: process.stdout });
export const red = (text: string): string => styleText('red', text, { stream: process.stderr });

const letters = new Intl.Segmenter();

/** Columns that the text takes, colours not counted. */
export function widthOf(text: string): number {
  return Array.from(letters.segment(stripVTControlCharacters(text))).length;
}

export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}
