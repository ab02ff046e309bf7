/** One measured figure with what it is held against. */
export type Figure = {
  name: string;
  value: number;
  unit: string;
  /** The same measure of the least that could do the job, taken in the same run. */
  bound?: { name: string; value: number };
  /** Value by bound; where both were taken in turns, the median of the turns' ratios. */
  ratio?: number;
  goal?: Goal;
};

/** What was aimed for, in words, and whether the figure is there. */
export type Goal = { words: string; met: boolean };

type Limit = { value: number; limit: number; unit: string };

/** A goal that is met from a limit upwards. */
export function atLeast({ value, limit, unit }: Limit): Goal {
  return { words: `>= ${limit}${unit}`, met: value >= limit };
}

/** A goal that is met below a limit. */
export function below({ value, limit, unit }: Limit): Goal {
  return { words: `< ${limit}${unit}`, met: value < limit };
}

/** A goal that is met by nothing at all. */
export function none(value: number): Goal {
  return { words: "0", met: value === 0 };
}

const headings = ["figure", "value", "bound", "ratio", "goal", "met"];

/** The figures as lines of a table with columns of equal width. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = [headings, ...figures.map(cells)];
  const widths = headings.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const rule = widths.map((width) => "-".repeat(width)).join("  ");
  return [lines[0], rule, ...lines.slice(1)].join("\n");
}

function cells({ name, value, unit, bound, ratio, goal }: Figure): string[] {
  return [
    name,
    amount(value, unit),
    bound ? `${amount(bound.value, unit)} (${bound.name})` : "",
    ratio === undefined ? "" : ratio.toFixed(2),
    goal?.words ?? "",
    goal ? (goal.met ? "met" : "NOT MET") : "",
  ];
}

function amount(value: number, unit: string): string {
  const digits = Math.abs(value) < 100 ? 1 : 0;
  return `${value.toLocaleString("en", { maximumFractionDigits: digits })} ${unit}`;
}
