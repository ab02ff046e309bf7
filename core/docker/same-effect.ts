import { classicSwarm } from "./effect/classic-swarm";
import { composeRoads } from "./effect/compose-roads";
import { bindsOnlyWhatIs, withoutRoad } from "./effect/same-value";
import { goesWithoutSaying } from "./effect/usual";
import type { Aspect, Canonical } from "./types";

/**
 * What a task wants and what was given, without what only tells roads to the same effect apart: what
 * the engine is asked differs, what one has afterwards does not. Two commands with equal effects get
 * full marks on a card; compareCommands calls them different.
 */
export function effectsOf(wanted: Canonical, given: Canonical): [Canonical, Canonical] {
  // `docker inspect web` finds the container that is wanted, too. Where anything of the name will do,
  // the one kind that is looked for instead may be the wrong one.
  const isRoad = ({ name, value }: Aspect) =>
    name === "looks for" && (value !== anything || looksForAnything(given));
  const roads = { isRoad, mayCreate: !wanted.aspects.some(bindsOnlyWhatIs) };
  return [effectOf(wanted, roads), effectOf(given, roads)];
}

type Roads = { isRoad: (aspect: Aspect) => boolean; mayCreate: boolean };

function effectOf(canonical: Canonical, { isRoad, mayCreate }: Roads): Canonical {
  const { action } = canonical;
  const aspects = classicSwarm(action, composeRoads(action, canonical.aspects));
  const told = { ...canonical, aspects };
  const counted = told.aspects.filter(
    (aspect) => !isRoad(aspect) && !goesWithoutSaying(told, aspect),
  );
  return { ...told, aspects: counted.map((aspect) => withoutRoad(told, aspect, mayCreate)) };
}

const anything = "anything of the name";

function looksForAnything({ aspects }: Canonical): boolean {
  return aspects.some(({ name, value }) => name === "looks for" && value === anything);
}
