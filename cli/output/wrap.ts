import { widthOf } from './style.ts';

const narrowest = 60;

/** Columns of the terminal; 100 where there is none. */
export function lineWidth(): number {
  return Math.max(narrowest, process.stdout.isTTY ? process.stdout.columns : 100);
}

/** A label and its text; long text goes on below itself. */
export function labelled(
  indent: number,
  label: string,
  labelWidth: number,
  text: string,
): string[] {
  const gap = label === '' ? labelWidth : Math.max(1, labelWidth - widthOf(label));
  const first = ' '.repeat(indent) + label + ' '.repeat(gap);
  const hang = widthOf(first);
  return wrapped(text, lineWidth() - hang).map((line, index) =>
    index === 0 ? first + line : ' '.repeat(hang) + line,
  );
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
