/** How far a longer work has come, for whoever waits: a bar on a terminal, a plain line every so often elsewhere. */
export type Progress = {
  /** One more is done. */
  step(): void;
} & Disposable;

/** Characters of the bar. */
const WIDTH = 30;

/** A plain line for so many parts of the whole, where no terminal shows a bar. */
const LINES = 4;

/**
 * Shows `label` and how many of `total` are done, on standard error unless told otherwise.
 * The bar goes with the disposal: the caller then says what came of it.
 */
export function showProgress(label: string, total: number, stream: NodeJS.WriteStream = process.stderr): Progress {
  let done = 0;
  const draw = () => {
    const filled = Math.round((done / total) * WIDTH);
    stream.write(`\r${label}  ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}  ${done} of ${total}`);
  };
  if (stream.isTTY && total > 0) draw();
  return {
    step() {
      done += 1;
      if (stream.isTTY) draw();
      else if (Math.floor((done * LINES) / total) > Math.floor(((done - 1) * LINES) / total))
        stream.write(`${label}: ${done} of ${total}\n`);
    },
    [Symbol.dispose]() {
      if (stream.isTTY && total > 0) stream.write('\r\u001b[K'); // back to the start of the line, and clear it
    },
  };
}
