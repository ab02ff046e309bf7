import type { Machine } from "#core/engine/state/machine";
import type { Network } from "#core/engine/types";

/** What a host knows of its swarm, in the form of the recorded sessions. */
export const swarmSnapshot = {
  of: (_m: Machine, _see: (kind: string, id: string) => string): Record<string, unknown> | null =>
    null,
  members: (_m: Machine, _network: Network): string[] => [],
};
