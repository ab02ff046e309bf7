import type { Aspect, Canonical } from "#core/docker/types";
import { actionPhrase } from "./action-phrases";
import { aspectPhrase } from "./aspect-phrases";
import { sentence, thirdPerson } from "./words";

/** What a command does, in short sentences: the main thing, then what else it asks for. */
export function describeEffect(canonical: Canonical): string[] {
  const does = ({ name, value }: Aspect) =>
    sentence(thirdPerson(aspectPhrase(name, value, canonical.action)));
  const told = canonical.aspects.filter(({ name }) => name !== "looks for");
  return [sentence(thirdPerson(actionPhrase(canonical))), ...told.map(does)];
}
