import { z } from "zod";

const event = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  /** Microseconds. */
  ts: z.number(),
  dur: z.number().optional(),
  args: z.looseObject({}).optional(),
});

type TraceEvent = z.infer<typeof event>;

const trace = z.object({ traceEvents: z.array(z.unknown()) });

/** What has to be traced to know when the main thread was at work. */
export const traceCategories = [
  "devtools.timeline",
  "disabled-by-default-devtools.timeline",
  "blink.user_timing",
  "toplevel",
];

/**
 * Milliseconds that the page's main thread worked for each key that led to a mark of that name: from
 * the dispatch of its keydown to the end of the commit of the frame with the mark in it.
 */
export function workByKey(json: string, mark: string): number[] {
  const events = readEvents(json);
  const marks = events.filter(({ name }) => name === mark);
  const first = marks[0];
  if (!first) throw new Error(`The trace has no ${mark}.`);
  const onThread = events.filter(({ pid, tid }) => pid === first.pid && tid === first.tid);
  const named = (name: string) => onThread.filter((one) => one.name === name);
  const keys = named("EventDispatch").filter(isKeydown);
  const commits = named("Commit");
  const tasks = named("RunTask");
  return marks.flatMap((painted) => {
    const key = keys.findLast(({ ts }) => ts <= painted.ts);
    const commit = commits.find(({ ts }) => ts >= painted.ts);
    return key && commit ? [workBetween(tasks, key.ts, endOf(commit)) / 1000] : [];
  });
}

function readEvents(json: string): TraceEvent[] {
  const { traceEvents } = trace.parse(JSON.parse(json));
  return traceEvents
    .flatMap((raw) => event.safeParse(raw).data ?? [])
    .filter(({ ph }) => ph === "X" || ph === "I" || ph === "R" || ph === "i")
    .sort((a, b) => a.ts - b.ts);
}

function isKeydown({ args }: TraceEvent): boolean {
  const data: unknown = args?.data;
  return typeof data === "object" && data !== null && "type" in data && data.type === "keydown";
}

/** Of each task only what lies between the two moments. */
function workBetween(tasks: readonly TraceEvent[], from: number, to: number): number {
  const parts = tasks.map((task) => Math.min(endOf(task), to) - Math.max(task.ts, from));
  return parts.reduce((sum, part) => sum + Math.max(0, part), 0);
}

function endOf({ ts, dur }: TraceEvent): number {
  return ts + (dur ?? 0);
}
