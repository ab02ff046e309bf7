/** What a trace holds of one event; `ts` and `dur` in microseconds. */
export type TraceEvent = {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  args: { data?: { type?: string } };
};

type Span = { from: number; to: number };

/** What the main thread does last for a frame, by the names that Chromium has given it. */
const frameEnds = ["Commit", "Layerize", "Paint"];

/**
 * Milliseconds of tasks on the main thread for each key that changed the page by rating: from the
 * task that took the keydown to the one in which the next frame was committed, both included.
 */
export function keyWork(events: readonly TraceEvent[]): number[] {
  const keys = events.filter(
    ({ name, args }) => name === "EventDispatch" && args.data?.type === "keydown",
  );
  return keys.flatMap((key) => {
    const own = events.filter(({ pid, tid }) => pid === key.pid && tid === key.tid);
    const tasks = spansOf(own, ["RunTask", "ThreadControllerImpl::RunTask"]);
    const frame = own
      .filter(({ name, ts }) => frameEnds.includes(name) && ts > key.ts)
      .sort((a, b) => a.ts - b.ts)[0];
    if (!frame) return [];
    const end = frame.ts + (frame.dur ?? 0);
    const during = tasks.filter(({ from, to }) => to > key.ts && from < end);
    return [during.reduce((sum, { from, to }) => sum + (to - from), 0) / 1000];
  });
}

/** Outermost spans of these names: a task within a task is not counted twice. */
function spansOf(events: readonly TraceEvent[], names: readonly string[]): Span[] {
  const spans = events
    .filter(({ name, ph }) => names.includes(name) && ph === "X")
    .map(({ ts, dur = 0 }) => ({ from: ts, to: ts + dur }))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  let reach = -1;
  return spans.filter(({ from, to }) => {
    if (from < reach) return false;
    reach = to;
    return true;
  });
}
