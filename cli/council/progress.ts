/** Says on standard error how far a longer work has come: from the second second on, on a terminal in one line. */
export class Progress {
  private readonly began = Date.now();
  private saidAt = this.began;
  private readonly what: string;
  private readonly total: number;
  private done = 0;

  constructor(what: string, total: number) {
    this.what = what;
    this.total = total;
  }

  step(): void {
    this.done += 1;
    const terminal = process.stderr.isTTY;
    if (Date.now() - this.saidAt < (terminal ? 200 : 5_000) || Date.now() - this.began < 1_000)
      return;
    this.saidAt = Date.now();
    const text = `${this.what}: ${this.done} of ${this.total}`;
    process.stderr.write(terminal ? `\r\u001b[2K${text}` : `${text}\n`);
  }

  /** Clears the line. @returns seconds since the beginning */
  end(): number {
    if (process.stderr.isTTY && this.saidAt !== this.began) process.stderr.write('\r\u001b[2K');
    return (Date.now() - this.began) / 1000;
  }
}
