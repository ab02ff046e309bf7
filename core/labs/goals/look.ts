import { findImage } from "#core/engine/images/store";
import { hostOf, type Machine, startMachine } from "#core/engine/state/machine";
import type { Container, State } from "#core/engine/types";

/** The host on which every lab of one host is played. */
export const labHost = "1";

/** A state to look at; what a look notes in it (a request in a log) is thrown away. */
export const lookInto = (state: State): Machine => startMachine(state, labHost);

/** A container by its name. */
export const containerNamed = (m: Machine, name: string): Container | undefined =>
  Object.values(hostOf(m).containers).find((one) => one.name === name);

/** Whether a container is made of the image that a name means now. */
export function isMadeOf(m: Machine, { imageId, image }: Container, name: string): boolean {
  const meant = findImage(m, labHost, name)?.id;
  return meant === undefined ? image === name : meant === imageId;
}

/** On which networks a container is, by name. */
export const networksOf = ({ networks }: Container): string[] => Object.keys(networks).sort();
