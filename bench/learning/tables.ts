import { median } from "#bench/figures/statistics";
import type { Result } from "./plans";
import { ours, schedulers } from "./schedulers/all";

/** All that was measured, as tables; ± is the 95 % interval over the learners. */
export function tables(results: readonly Result[]): string {
  const stayed = results.filter((result) => !result.away);
  const gone = results.filter((result) => result.away);
  return [
    "Cards recalled on the morning after the last day",
    table(
      headings,
      minutesOf(stayed).flatMap((minutes) => schedulerRows(stayed, minutes)),
    ),
    "The same by kind of truth",
    table(["minutes", "scheduler", ...truthsOf(stayed)], truthRows(stayed)),
    ...(gone.length > 0 ? ["After three weeks away", table(awayHeadings, awayRows(gone))] : []),
    "The day of the first typed command",
    table(["road", "median day", "latest"], roadRows(stayed)),
  ].join("\n\n");
}

const headings = [
  ...["minutes", "scheduler", "recalled", "against ours", "met"],
  ...["minutes spent", "passed", "days over"],
];
const awayHeadings = ["minutes", "scheduler", "days to catch up", "recalled", "days over"];

type Rows = string[][];

function schedulerRows(results: readonly Result[], minutes: number): Rows {
  const own = of(results, ours.name, minutes);
  return schedulers.map(({ name }) => {
    const played = of(results, name, minutes);
    const beside = played.map((result, i) => result.recalled - (own[i]?.recalled ?? Number.NaN));
    return [
      `${minutes}`,
      name,
      interval(played.map(({ recalled }) => recalled)),
      name === ours.name ? "" : interval(beside),
      mean(played.map(({ met }) => met)).toFixed(0),
      mean(played.map(({ spent }) => spent)).toFixed(2),
      mean(played.map(({ passed }) => passed)).toFixed(3),
      `${played.reduce((sum, { over }) => sum + over, 0)}`,
    ];
  });
}

function truthRows(results: readonly Result[]): Rows {
  return minutesOf(results).flatMap((minutes) =>
    schedulers.map(({ name }) => [
      `${minutes}`,
      name,
      ...truthsOf(results).map((truth) => {
        const played = of(results, name, minutes).filter((result) => result.truth === truth);
        return interval(played.map(({ recalled }) => recalled));
      }),
    ]),
  );
}

function awayRows(results: readonly Result[]): Rows {
  return minutesOf(results).flatMap((minutes) =>
    schedulers.map(({ name }) => {
      const played = of(results, name, minutes);
      return [
        `${minutes}`,
        name,
        interval(played.map(({ caughtUp }) => caughtUp)),
        interval(played.map(({ recalled }) => recalled)),
        `${played.reduce((sum, { over }) => sum + over, 0)}`,
      ];
    }),
  );
}

/** At the fewest minutes, where it takes longest. */
function roadRows(results: readonly Result[]): Rows {
  const [fewest] = minutesOf(results);
  const played = of(results, ours.name, fewest ?? 0);
  const roads = [...new Set(played.map(({ road }) => road))];
  return roads.map((road) => {
    const found = played.filter((one) => one.road === road).map((one) => one.firstCommand);
    return [road, `${median(found)}`, `${Math.max(...found)}`];
  });
}

const of = (results: readonly Result[], scheduler: string, minutes: number): Result[] =>
  results
    .filter((result) => result.scheduler === scheduler && result.minutes === minutes)
    .sort((a, b) => a.person - b.person);

const minutesOf = (results: readonly Result[]): number[] =>
  [...new Set(results.map(({ minutes }) => minutes))].sort((a, b) => a - b);
const truthsOf = (results: readonly Result[]): string[] => [
  ...new Set(results.map(({ truth }) => truth)),
];

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The mean with its 95 % interval. */
export function interval(values: readonly number[]): string {
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  const error = Math.sqrt(squares / Math.max(1, values.length - 1) / values.length);
  return `${middle.toFixed(1)} ± ${(1.96 * error).toFixed(1)}`;
}

function table(head: readonly string[], rows: Rows): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
