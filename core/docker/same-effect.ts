import type { Aspect, Canonical, Json } from "./types";

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
  return [effectOf(wanted, isRoad), effectOf(given, isRoad)];
}

function effectOf(canonical: Canonical, isRoad: (aspect: Aspect) => boolean): Canonical {
  const counted = canonical.aspects.filter(
    (aspect) => !isRoad(aspect) && !goesWithoutSaying(canonical, aspect),
  );
  return { ...canonical, aspects: counted.map(withoutRoad) };
}

const anything = "anything of the name";

function looksForAnything({ aspects }: Canonical): boolean {
  return aspects.some(({ name, value }) => name === "looks for" && value === anything);
}

/** What is said and holds anyway. */
function goesWithoutSaying({ action, aspects }: Canonical, { name, value }: Aspect): boolean {
  // `ps -l`, `ps -n` and a wanted state list stopped containers without `-a`, too.
  const listsAll = (one: Aspect) => one.name === "last" || one.name === "filter status";
  if (action === "list containers" && name === "all") return aspects.some(listsAll);
  // The engine asks `ps` for these columns of itself.
  return action === "list processes" && name === "ps options" && value === "-ef";
}

function withoutRoad(aspect: Aspect): Aspect {
  if (!aspect.name.startsWith("mount ") || !Array.isArray(aspect.value)) return aspect;
  // `-v /h:/c` makes a missing folder, `--mount type=bind` refuses; with the folder there both bind it.
  return { ...aspect, value: aspect.value.map(withoutCreation) };
}

function withoutCreation(mount: Json): Json {
  if (typeof mount !== "object" || mount === null || Array.isArray(mount)) return mount;
  return Object.fromEntries(Object.entries(mount).filter(([key]) => key !== "createSource"));
}
