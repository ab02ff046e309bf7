import type { Aspect, Canonical, Json } from "./types";

/**
 * The canonical command without what only tells roads to the same effect apart: what the engine is
 * asked differs, what one has afterwards does not. Two commands with equal effects get full marks
 * on a card; compareCommands calls them different.
 */
export function effectOf(canonical: Canonical): Canonical {
  const aspects = canonical.aspects.filter((aspect) => !goesWithoutSaying(canonical, aspect));
  return { ...canonical, aspects: aspects.flatMap(withoutRoad) };
}

/** What is said and holds anyway. */
function goesWithoutSaying({ action, aspects }: Canonical, { name, value }: Aspect): boolean {
  // `ps -l`, `ps -n` and a wanted state list stopped containers without `-a`, too.
  const listsAll = (one: Aspect) => one.name === "last" || one.name === "filter status";
  if (action === "list containers" && name === "all") return aspects.some(listsAll);
  // The engine asks `ps` for these columns of itself.
  return action === "list processes" && name === "ps options" && value === "-ef";
}

function withoutRoad(aspect: Aspect): Aspect[] {
  // `docker inspect web` asks for anything of that name, `docker container inspect web` for a container.
  if (aspect.name === "looks for") return [];
  if (!aspect.name.startsWith("mount ") || !Array.isArray(aspect.value)) return [aspect];
  // `-v /h:/c` makes a missing folder, `--mount type=bind` refuses; with the folder there both bind it.
  return [{ ...aspect, value: aspect.value.map(withoutCreation) }];
}

function withoutCreation(mount: Json): Json {
  if (typeof mount !== "object" || mount === null || Array.isArray(mount)) return mount;
  return Object.fromEntries(Object.entries(mount).filter(([key]) => key !== "createSource"));
}
