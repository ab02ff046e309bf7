import type { State } from "#core/engine/types";
import { isMet } from "./goals/check-condition";
import { hintFor, playLine, type Step, seedOf, standingOf, startLab } from "./play";
import type { Lab } from "./types";

/** What is wrong with a lab, and where in it: field names and places of lists. */
export type LabTrouble = { path: readonly (string | number)[]; message: string };

/** The moment at which labs are proven: no lab may depend on one. */
const proofAt = Date.UTC(2026, 11, 1, 9);
/** How far apart the lines of a proof are, in milliseconds. */
const typedEvery = 15_000;
/** So many hints lead to every goal. */
const mostHints = 20;

type Played = { steps: Step[]; state: State };

function play(start: State, commands: readonly string[]): Played {
  const steps: Step[] = [];
  let state = start;
  for (const text of commands) {
    const step = playLine(state, { text, at: state.now + typedEvery });
    steps.push(step);
    state = step.state;
  }
  return { steps, state };
}

/**
 * Plays a lab: what prepares it, its solution, its other roads, its near misses, and its hints one
 * after another, from its beginning and from each near miss. Tells everything that does not lead
 * where it should.
 */
export function proveLab(lab: Lab): LabTrouble[] {
  const { state: start, results } = startLab({
    seed: seedOf(lab.id),
    at: proofAt,
    prepared: lab.prepared,
  });
  const unmodelled = results.flatMap(({ unmodelled }, place) =>
    unmodelled === undefined ? [] : [{ path: ["prepared", place], message: told(unmodelled) }],
  );
  if (unmodelled.length > 0) return unmodelled;
  const standing = standingOf(lab, start);
  const begun: LabTrouble[] = [];
  if (standing.reached)
    begun.push({ path: ["goals"], message: "The goal is reached before anything was typed." });
  if (standing.failed !== null)
    begun.push({ path: ["fails"], message: "The lab has failed before anything was typed." });
  const roads = [
    { path: ["solution"], commands: lab.solution },
    ...lab.others.map(({ commands }, n) => ({ path: ["others", n, "commands"], commands })),
  ];
  return [
    ...begun,
    ...roads.flatMap((road) => roadTroubles(lab, start, road)),
    ...goalTroubles(lab, start),
    ...lab.misses.flatMap((_, place) => missTroubles(lab, start, place)),
    ...hintTroubles(lab, start),
  ];
}

const told = (unmodelled: string) => `The engine does not model this: ${unmodelled}.`;

type Road = { path: readonly (string | number)[]; commands: readonly string[] };

function unmodelledIn({ path }: Road, { steps }: Played): LabTrouble[] {
  return steps.flatMap(({ result: { unmodelled } }, place) =>
    unmodelled === undefined ? [] : [{ path: [...path, place], message: told(unmodelled) }],
  );
}

function roadTroubles(lab: Lab, start: State, road: Road): LabTrouble[] {
  const played = play(start, road.commands);
  const { goals, reached, failed } = standingOf(lab, played.state);
  const troubles = unmodelledIn(road, played);
  if (reached || troubles.length > 0) return troubles;
  const missing = goals.flatMap((goal) => goal.missing ?? []);
  const why = failed ?? missing.join(" ");
  return [{ path: road.path, message: `This does not reach the goal: ${why}` }];
}

/** A goal that nothing has to be done for wants nothing, unless a near miss loses it. */
function goalTroubles(lab: Lab, start: State): LabTrouble[] {
  const after = lab.misses.map(({ commands }) => play(start, commands).state);
  return lab.goals.flatMap((goal, place) => {
    const isMissing = [start, ...after].some((state) => !isMet(state, goal));
    const message = "This holds at the beginning and after every near miss: it wants nothing.";
    return isMissing ? [] : [{ path: ["goals", place], message }];
  });
}

function missTroubles(lab: Lab, start: State, place: number): LabTrouble[] {
  const miss = lab.misses[place];
  if (miss === undefined) return [];
  const road = { path: ["misses", place, "commands"], commands: miss.commands };
  const played = play(start, miss.commands);
  const troubles = unmodelledIn(road, played);
  if (troubles.length > 0) return troubles;
  const { goals, reached, failed } = standingOf(lab, played.state);
  if (reached) return [{ path: road.path, message: "This reaches the goal." }];
  const said = failed ?? goals.flatMap((goal) => goal.missing ?? []).join(" ");
  if (said.includes(miss.says)) return [];
  return [{ path: ["misses", place, "says"], message: `What is missing is told so: ${said}` }];
}

/** Following the hints leads to the goal; each of them is met on the way from somewhere. */
function hintTroubles(lab: Lab, start: State): LabTrouble[] {
  const met = new Set<number>();
  const troubles = hintRoad(lab, start, { path: ["hints"], met });
  for (const [place, { commands }] of lab.misses.entries()) {
    const { state } = play(start, commands);
    // What was lost is brought back by undo, not by a hint.
    if (standingOf(lab, state).failed !== null) continue;
    troubles.push(...hintRoad(lab, state, { path: ["misses", place], met }));
  }
  const message = "No road leads to a state in which this hint is told.";
  const unmet = lab.hints.flatMap((_, n) => (met.has(n) ? [] : [{ path: ["hints", n], message }]));
  return [...troubles, ...unmet];
}

type HintRoad = { path: readonly (string | number)[]; met: Set<number> };

function hintRoad(lab: Lab, from: State, { path, met }: HintRoad): LabTrouble[] {
  let state = from;
  const typed: string[] = [];
  for (let count = 0; count < mostHints; count++) {
    if (standingOf(lab, state).reached) return [];
    const hint = hintFor(lab, state);
    if (hint === null) break;
    met.add(lab.hints.indexOf(hint));
    typed.push(hint.command);
    state = playLine(state, { text: hint.command, at: state.now + typedEvery }).state;
  }
  const way = typed.length === 0 ? "no hint is told" : `the hints were ${typed.join("; ")}`;
  return [{ path, message: `The hints do not lead to the goal from here: ${way}.` }];
}
