import { type TopicEdge, type TopicMap, widest } from "#core/content/topic-map";

/** In units of the drawing, of which one is a pixel on a phone. */
export type Box = { x: number; y: number; width: number; height: number };
export type Line = TopicEdge & { path: string; head: string };
export type Geometry = { width: number; height: number; boxes: Map<string, Box>; lines: Line[] };

type Rail = { edge: TopicEdge; left: boolean; lane: number; rows: [number, number] };

const width = 356;
const height = 46;
const gap = { across: 8, down: 30 };
const margin = 2;
const laneWidth = 8;
const portWidth = 16;
const head = { length: 7, half: 4 };

/**
 * Where the topics and lines of the map stand. Lines run down from layer to layer; one that passes
 * layers by runs along the edge of the drawing, so that none runs behind a container.
 */
export function mapGeometry({ edges, layers }: TopicMap): Geometry {
  const rowOf = new Map(layers.flatMap((ids, row) => ids.map((id) => [id, row] as const)));
  const rails = railsOf(edges, layers, rowOf);
  const lanes = Math.max(0, ...rails.map(({ lane }) => lane + 1));
  const side = margin + lanes * laneWidth;
  const boxes = boxesOf(layers, (width - 2 * side - (widest - 1) * gap.across) / widest);
  const around = { edges, boxes, rails };
  const lines = edges.flatMap((edge) => {
    const [from, to] = [boxes.get(edge.from), boxes.get(edge.to)];
    if (!from || !to) return [];
    const start = { x: portOf(edge, "from", around), y: from.y + from.height };
    const end = { x: portOf(edge, "to", around), y: to.y };
    const rail = rails.find((one) => one.edge === edge);
    return [{ ...edge, path: pathOf(start, end, rail), head: headOf(end) }];
  });
  return { width, height: rowTop(layers.length) - gap.down + margin, boxes, lines };
}

const rowTop = (row: number) => margin + row * (height + gap.down);

function boxesOf(layers: readonly string[][], boxWidth: number): Map<string, Box> {
  const pitch = boxWidth + gap.across;
  return new Map(
    layers.flatMap((ids, row) =>
      ids.map((id, place) => {
        const middle = width / 2 + (place - (ids.length - 1) / 2) * pitch;
        return [id, { x: middle - boxWidth / 2, y: rowTop(row), width: boxWidth, height }] as const;
      }),
    ),
  );
}

/** The lines that pass layers by, each on the side where its topic stands, apart from others there. */
function railsOf(
  edges: readonly TopicEdge[],
  layers: readonly string[][],
  rowOf: ReadonlyMap<string, number>,
): Rail[] {
  const rails: Rail[] = [];
  for (const edge of edges) {
    const rows: [number, number] = [rowOf.get(edge.from) ?? 0, rowOf.get(edge.to) ?? 0];
    if (rows[1] - rows[0] < 2) continue;
    const ids = layers[rows[0]] ?? [];
    const left = ids.indexOf(edge.from) < (ids.length - 1) / 2;
    const beside = rails.filter(
      (one) => one.left === left && one.rows[0] < rows[1] && rows[0] < one.rows[1],
    );
    let lane = 0;
    while (beside.some((one) => one.lane === lane)) lane++;
    rails.push({ edge, left, lane, rows });
  }
  return rails;
}

type Around = { edges: readonly TopicEdge[]; boxes: ReadonlyMap<string, Box>; rails: Rail[] };

/** Where a line leaves or reaches its container, so that the lines there neither meet nor cross. */
function portOf(edge: TopicEdge, end: "from" | "to", { edges, boxes, rails }: Around): number {
  const other = end === "from" ? "to" : "from";
  const comesFrom = (one: TopicEdge) => {
    const rail = rails.find((some) => some.edge === one);
    if (rail) return rail.left ? 0 : width;
    return boxes.get(one[other])?.x ?? 0;
  };
  const here = edges
    .filter((one) => one[end] === edge[end])
    .sort((a, b) => comesFrom(a) - comesFrom(b));
  const offset = (here.indexOf(edge) - (here.length - 1) / 2) * portWidth;
  const box = boxes.get(edge[end]);
  return (box?.x ?? 0) + (box?.width ?? 0) / 2 + offset;
}

type Point = { x: number; y: number };

function pathOf(start: Point, end: Point, rail: Rail | undefined): string {
  const tip = { x: end.x, y: end.y - head.length };
  const from = `M ${start.x} ${start.y}`;
  if (!rail) return `${from} ${bend(start, tip)}`;
  const inward = margin + rail.lane * laneWidth;
  const x = rail.left ? inward : width - inward;
  const top = { x, y: start.y + gap.down };
  const bottom = { x, y: end.y - gap.down };
  return `${from} ${bend(start, top)} V ${bottom.y} ${bend(bottom, tip)}`;
}

/** Down and across, upright at both ends. */
function bend(from: Point, to: Point): string {
  const middle = (from.y + to.y) / 2;
  return `C ${from.x} ${middle} ${to.x} ${middle} ${to.x} ${to.y}`;
}

const headOf = ({ x, y }: Point) =>
  `M ${x} ${y} l ${-head.half} ${-head.length} h ${2 * head.half} z`;

/** A name on one line, or on two of about the same length where it is long. */
export function nameLines(name: string): string[] {
  if (name.length < 12) return [name];
  const spaces = [...name.matchAll(/ /g)].map(({ index }) => index);
  const middle = name.length / 2;
  const [at] = spaces.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  return at === undefined ? [name] : [name.slice(0, at), name.slice(at + 1)];
}
