import { type Machine, tell } from "#core/engine/state/machine";
import type { Container } from "#core/engine/types";

/** Tells `docker events` of something that happened to a container. */
export function tellOf(
  m: Machine,
  host: string,
  container: Container,
  action: string,
  more: Record<string, string> = {},
): void {
  const attributes = {
    ...container.config.labels,
    image: container.image,
    name: container.name,
    ...more,
  };
  tell(m, host, { type: "container", action, id: container.id, attributes });
}
