import type { CopyProgress } from '@iic/event-sourcing';

const everyMs = 1_000;

/** Makes a listener that prints at most one line a second, and the last one of each phase. */
export function progressLines(print: (line: string) => void, now = () => performance.now()) {
  let phase = '';
  let began = 0;
  let first = 0;
  let printed = 0;
  return (store: string, progress: CopyProgress, unit = 'events'): void => {
    const time = now();
    if (phase !== `${store} ${progress.phase}`) {
      phase = `${store} ${progress.phase}`;
      began = time;
      first = progress.done;
      printed = time;
    }
    const { done, total } = progress;
    if (time - printed < everyMs && done < total) return;
    printed = time;
    const rate = time > began ? Math.round(((done - first) * 1_000) / (time - began)) : 0;
    const percent = Math.floor((done * 100) / total);
    print(`${phase}: ${done} of ${total} ${unit}, ${percent} %${rate > 0 ? `, ${rate} ${unit}/s` : ''}`);
  };
}
