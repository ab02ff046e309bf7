import { type Draft, problemAt } from "#core/content/read/draft";
import type { Problem } from "#core/content/read/problem";
import type { Authored } from "#core/content/read/reader";
import type { AuthoredConcept } from "#core/content/read/shapes";

type Concepts = Map<string, Authored<AuthoredConcept>>;

/** No concept needs itself, by however many steps; each cycle is told once, with all its members. */
export function needsAreAcyclic(draft: Draft): Problem[] {
  const concepts: Concepts = new Map(draft.concepts.map((one) => [one.value.id, one]));
  const done = new Set<string>();
  const problems: Problem[] = [];
  for (const id of concepts.keys()) problems.push(...walk(id, [], { concepts, done }));
  return problems;
}

function walk(
  id: string,
  trail: string[],
  seen: { concepts: Concepts; done: Set<string> },
): Problem[] {
  const concept = seen.concepts.get(id);
  if (concept === undefined || seen.done.has(id)) return [];
  const start = trail.indexOf(id);
  if (start >= 0) return [cycleProblem([...trail.slice(start), id], seen.concepts)];
  const problems = concept.value.needs.flatMap((need) => walk(need, [...trail, id], seen));
  seen.done.add(id);
  return problems;
}

function cycleProblem(cycle: string[], concepts: Concepts): Problem {
  const [before = "", last = ""] = cycle.slice(-2);
  const message = `These concepts need each other in a circle: ${cycle.join(" -> ")}.`;
  const hint = `Leave one of the needs out, "${last}" here, say.`;
  const concept = concepts.get(before);
  if (concept === undefined) throw new Error(`cycle through unknown concept ${before}`);
  return problemAt(concept, ["needs", concept.value.needs.indexOf(last)], { message, hint });
}
