export interface DownloadProgress {
  /** Bytes so far. */
  update(bytes: number): void;
  end(): void;
}

export interface ProgressTarget {
  readonly log: (line: string) => void;
  /** Given only for a terminal, where one line is redrawn in place. */
  readonly terminal?: { write(text: string): unknown } | undefined;
}

const barWidth = 24;
const redrawMs = 100;
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

/** Shows a download: a bar on a terminal, one plain line for each quarter elsewhere. */
export function downloadProgress(
  target: ProgressTarget,
  label: string,
  totalBytes?: number,
): DownloadProgress {
  return target.terminal
    ? progressBar(target.terminal, label, totalBytes)
    : progressLines(target.log, label, totalBytes);
}

function progressBar(
  terminal: { write(text: string): unknown },
  label: string,
  totalBytes?: number,
): DownloadProgress {
  let drawnAt = 0;
  let last = 0;
  const draw = (): void => {
    drawnAt = Date.now();
    const share = totalBytes ? Math.min(1, last / totalBytes) : 0;
    const filled = Math.round(share * barWidth);
    const bar = totalBytes
      ? `[${'#'.repeat(filled)}${'.'.repeat(barWidth - filled)}] ${Math.floor(share * 100)}% of ${megabytes(totalBytes)} MB`
      : `${megabytes(last)} MB`;
    terminal.write(`\r\u001b[2K${label} ${bar}`);
  };
  draw();
  return {
    update(bytes) {
      last = bytes;
      if (Date.now() - drawnAt >= redrawMs) draw();
    },
    end() {
      draw();
      terminal.write('\n');
    },
  };
}

function progressLines(
  log: (line: string) => void,
  label: string,
  totalBytes?: number,
): DownloadProgress {
  let quarter = 0;
  log(totalBytes ? `${label} (${megabytes(totalBytes)} MB) ...` : `${label} ...`);
  return {
    update(bytes) {
      if (!totalBytes) return;
      const reached = Math.min(4, Math.floor((bytes / totalBytes) * 4));
      if (reached <= quarter) return;
      quarter = reached;
      log(`${label}: ${reached * 25}%`);
    },
    end() {
      // The lines above are complete in themselves.
    },
  };
}
