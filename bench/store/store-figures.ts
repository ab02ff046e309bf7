import { atLeast, type Figure } from "#bench/figures/figure";
import { median } from "#bench/figures/statistics";

export const names = [
  ...(["noop", "one", "bare", "onePostgres", "two", "twoPostgres"] as const),
  ...(["fifty", "bareFifty", "fiftyPostgres", "twoFifty", "twoFiftyPostgres"] as const),
] as const;

export type Names = (typeof names)[number];

/** Reviews (or requests) a second; processor time of each of them, milliseconds. */
export type Taken = { rate: number; app: number; engine: number };
export type Measured = Record<Names, Taken[]>;

/** A million learners with thirty reviews a day, at the busiest moment: five times the mean. */
const peak = 1_740;

const unit = "reviews/s";

export function storeFigures(measured: Measured): Figure[] {
  const beside = besideIn(measured);
  const one = "stored, one a request";
  const fifty = "stored, fifty a request";
  return [
    beside(one, "one", { to: "noop", named: "no-op route", goal: 0.5 }),
    beside(one, "one", { to: "bare", named: "bare server, one a request" }),
    beside(fifty, "fifty", { to: "bare", named: "bare server, one a request", goal: 2 }),
    beside(fifty, "fifty", { to: "bareFifty", named: "bare server, fifty a request" }),
    beside(`${one}, two processes`, "two", { to: "one", named: "one process" }),
    beside(`${fifty}, two processes`, "twoFifty", { to: "fifty", named: "one process" }),
    beside(`PostgreSQL, ${one}`, "onePostgres", { to: "one", named: "file", goal: 0.5 }),
    beside(`PostgreSQL, ${one}, two processes`, "twoPostgres", {
      // Not lower, but for what runs differ by themselves.
      ...{ to: "onePostgres", named: "one process", goal: 0.95 },
    }),
    beside(`PostgreSQL, ${fifty}`, "fiftyPostgres", { to: "fifty", named: "file" }),
    beside(`PostgreSQL, ${fifty}, two processes`, "twoFiftyPostgres", {
      ...{ to: "fiftyPostgres", named: "one process" },
    }),
    ...processorTimes(measured),
  ];
}

type Beside = { to: Names; named: string; goal?: number };

function besideIn(measured: Measured) {
  const rates = (name: Names) => measured[name].map(({ rate }) => rate);
  return (figure: string, name: Names, { to, named, goal }: Beside): Figure => {
    const bounds = rates(to);
    const ratio = median(rates(name).map((value, turn) => value / (bounds[turn] ?? Number.NaN)));
    return {
      ...{ name: figure, value: median(rates(name)), unit, ratio },
      bound: { name: named, value: median(bounds) },
      ...(goal !== undefined && { goal: atLeast({ value: ratio, limit: goal, unit: "" }) }),
    };
  };
}

/** Measured, and what more cores give, which is computed from it alone. */
function processorTimes(measured: Measured): Figure[] {
  const ms = (name: Names, of: "app" | "engine") => median(measured[name].map((one) => one[of]));
  const app = ms("onePostgres", "app");
  const engine = ms("onePostgres", "engine");
  const time = (name: string, value: number): Figure => ({ name, value, unit: "ms" });
  const cores = (name: string, value: number): Figure => ({ name, value, unit: "cores" });
  const each = "processor time a review";
  return [
    time(`${each}, app over a file`, ms("one", "app")),
    time(`${each}, app over PostgreSQL`, app),
    time(`${each}, PostgreSQL`, engine),
    time(`${each} of fifty, app over a file`, ms("fifty", "app")),
    time(`${each} of fifty, app over PostgreSQL`, ms("fiftyPostgres", "app")),
    time(`${each} of fifty, PostgreSQL`, ms("fiftyPostgres", "engine")),
    cores(`computed: of apps for ${peak} reviews/s, one a request`, (peak * app) / 1000),
    cores(`computed: of PostgreSQL for ${peak} reviews/s`, (peak * engine) / 1000),
  ];
}
