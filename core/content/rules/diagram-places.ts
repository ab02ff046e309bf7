import type { AuthoredDiagram } from "#core/content/read/diagram-shape";
import type { Path } from "#core/content/read/problem";
import {
  type Box,
  boxesAround,
  boxOf,
  columns,
  groupLabelBox,
  labelLines,
  runOf,
  type Segment,
} from "#core/diagram/layout";

/** What stands where it cannot. */
export type Fault = { path: Path; message: string; hint?: string };

type Part = AuthoredDiagram["parts"][number];

/** Where boxes, labels and lines of a drawing are in each other's way. */
export function diagramFaults(diagram: AuthoredDiagram): Fault[] {
  const { parts } = diagram;
  return [
    ...parts.flatMap((part, i) => [...frameFaults(part, i), ...labelFaults(part, i, parts)]),
    ...parts.flatMap((part, i) => siblingFaults(part, i, parts)),
    ...lineFaults(diagram),
  ];
}

function frameFaults({ id, at: [x, , width, height] }: Part, i: number): Fault[] {
  const path = ["parts", i, "at"];
  if (width <= 0 || height <= 0) return [{ path, message: `"${id}" has no size.` }];
  if (x + width <= columns) return [];
  const message = `"${id}" ends at column ${x + width}; the drawing has ${columns}.`;
  return [{ path, message }];
}

function labelFaults(part: Part, i: number, parts: readonly Part[]): Fault[] {
  const inside = parts.filter((other) => other.in === part.id);
  if (labelLines(part, inside.length > 0) === null) {
    const message = `The label of "${part.id}" has no room in its box.`;
    return [{ path: ["parts", i, "label"], message, hint: "Widen the box, or say it shorter." }];
  }
  const around = parts.find((other) => other.id === part.in);
  if (around === undefined) return [];
  const [inner, outer] = [boxOf(part.at), boxOf(around.at)];
  const path = ["parts", i, "at"];
  if (!holds(outer, inner)) return [{ path, message: `"${part.id}" reaches out of "${part.in}".` }];
  if (inner.top >= groupLabelBox(around).bottom) return [];
  return [{ path, message: `"${part.id}" covers the label of "${part.in}".` }];
}

function siblingFaults(part: Part, i: number, parts: readonly Part[]): Fault[] {
  const other = parts
    .slice(0, i)
    .find((one) => one.in === part.in && meet(boxOf(one.at), boxOf(part.at)));
  if (other === undefined) return [];
  return [{ path: ["parts", i, "at"], message: `"${part.id}" covers "${other.id}".` }];
}

function lineFaults({ parts, lines = [] }: AuthoredDiagram): Fault[] {
  const seen = new Set<string>();
  const runs = lines.map((line) => runOf(line, parts));
  return lines.flatMap((line, i): Fault[] => {
    const path = ["lines", i];
    const name = `The line from "${line.from}" to "${line.to}"`;
    if (seen.has(`${line.from} ${line.to}`)) return [{ path, message: `${name} is there twice.` }];
    seen.add(`${line.from} ${line.to}`);
    const run = runs[i] ?? null;
    if (run === null) {
      const hint = "Boxes that a line joins face each other; `at` lies on both.";
      return [{ path, message: `${name} cannot be straight.`, hint }];
    }
    const around = [...boxesAround(line.from, parts), ...boxesAround(line.to, parts)];
    const crossed = parts.find(
      (part) => !around.includes(part) && meet(boxOf(part.at), thin(run.segment)),
    );
    if (crossed) return [{ path, message: `${name} crosses "${crossed.id}".` }];
    const groups = parts.filter(({ id }) => parts.some((other) => other.in === id));
    const struck = groups.find((group) => meet(groupLabelBox(group), thin(run.segment)));
    if (struck) return [{ path, message: `${name} strikes the label of "${struck.id}".` }];
    if (run.label === null) return [];
    const { box } = run.label;
    if (box.left < 0 || box.right > columns * 8) {
      return [
        { path, message: `The label of the line reaches out of the drawing: ${line.label}.` },
      ];
    }
    if (runs.some((other) => other && meet(box, thin(other.segment)))) {
      return [{ path, message: `A line runs through the label of another: ${line.label}.` }];
    }
    const covered = parts.find((part) => cuts(part, box, parts));
    if (!covered) return [];
    return [{ path, message: `The label of the line covers "${covered.id}": ${line.label}.` }];
  });
}

/** Whether a label touches a box other than by standing free inside a group. */
function cuts(part: Part, label: Box, parts: readonly Part[]): boolean {
  const box = boxOf(part.at);
  if (!meet(box, label)) return false;
  const isGroup = parts.some((other) => other.in === part.id);
  return !(isGroup && holds(box, label) && !meet(groupLabelBox(part), label));
}

const thin = ({ x1, y1, x2, y2 }: Segment): Box => ({
  left: Math.min(x1, x2) - 0.5,
  right: Math.max(x1, x2) + 0.5,
  top: Math.min(y1, y2) - 0.5,
  bottom: Math.max(y1, y2) + 0.5,
});

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function holds(outer: Box, inner: Box): boolean {
  return (
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  );
}
