import type { Json } from "#core/docker/types";

/** How a service is updated, or rolled back, where nothing is said of it. */
export const usualRollout = {
  delay: 0,
  "failure-action": "pause",
  "max-failure-ratio": 0,
  monitor: 5,
  order: "stop-first",
  parallelism: 1,
} satisfies Json;

/** When its containers are started again where nothing is said of it. */
export const usualRestart = {
  condition: "any",
  delay: 5,
  "max-attempts": null,
  window: 0,
} satisfies Json;
