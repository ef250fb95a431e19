/** Lines of text with the room that they take, estimated: there is no font to measure with. */
export interface TextBox {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** Of an average letter in a wide sans-serif font, bold when large. */
const widthPerEm = 0.63;
const lineHeight = 1.35;

/** @param size of the font in pixels; `columns` letters a line at most, unless one word is longer */
export function textBox(text: string, size: number, columns: number): TextBox {
  const lines = text === '' ? [] : broken(text, columns);
  const longest = Math.max(0, ...lines.map((line) => line.length));
  return {
    lines,
    width: Math.ceil(longest * size * widthPerEm),
    height: Math.ceil(lines.length * size * lineHeight),
  };
}

/** The distance from one line to the next. */
export function leading(size: number): number {
  return size * lineHeight;
}

function broken(text: string, columns: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(/\s+/)) {
      if (line !== '' && line.length + 1 + word.length > columns) {
        lines.push(line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines;
}
