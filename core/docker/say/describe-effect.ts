import type { Aspect, Canonical } from "#core/docker/types";
import { actionPhrase } from "./action-phrases";
import { aspectPhrase } from "./aspect-phrases";
import { sentence, thirdPerson, valueWords } from "./words";

/** What a command does, in short sentences: the main thing, then what else it asks for. */
export function describeEffect(canonical: Canonical): string[] {
  const does = ({ name, value }: Aspect) => aspectPhrase(name, value, canonical.action);
  const told = canonical.aspects.filter(({ name }) => name !== "looks for");
  const named = looksForAny(canonical);
  const phrases =
    named === null
      ? [actionPhrase(canonical), ...told.map(does)]
      : [anythingNamed(named), ...told.filter((aspect) => aspect !== named).map(does)];
  return phrases.map((phrase) => sentence(thirdPerson(phrase)));
}

/** The names that `docker inspect` looks up among things of every kind; null of other commands. */
function looksForAny({ aspects }: Canonical): Aspect | null {
  const isAny = aspects.some(
    ({ name, value }) => name === "looks for" && value === "anything of the name",
  );
  return (isAny && aspects.find(({ name }) => name === "containers")) || null;
}

const anythingNamed = ({ value }: Aspect) =>
  `print all details of what has the name ${valueWords(value)}, such as a container, an image, a volume or a network`;
