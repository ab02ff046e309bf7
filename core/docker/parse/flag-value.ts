import type { FlagSpec } from "#core/docker/tables/command-table";
import { readReference } from "#core/docker/values/image-reference";
import { listObjections } from "#core/docker/values/list-values";
import { readMount } from "#core/docker/values/mounts";
import { readNetwork } from "#core/docker/values/networks";
import { readBoolean, readDuration, readInteger, readSwap } from "#core/docker/values/numbers";
import { typedValues } from "#core/docker/values/typed-values";

const waits = new Set(["container stop", "container restart"]);

/** Service durations that may not be negative have a type of their own in the client. */
const positive = /^(?:health-|restart-(?:delay|window)|stop-grace|update-|rollback-)/;

/** The client's objection to a flag's value, as it is made while flags are read; null for none. */
export function objectionTo(verb: string, flag: FlagSpec, value: string): string | null {
  if (flag.type === "bool") return errorOf(readBoolean(value));
  if (flag.long === "memory-swap") return errorOf(readSwap(value));
  if (flag.long === "time" && waits.has(verb)) return errorOf(readInteger(value));
  if (flag.type === "mount") return errorOf(readMount(value, "/"));
  if (flag.type === "network" || flag.long === "net") return errorOf(readNetwork(value));
  if (verb === "image build" && flag.long === "tag") return errorOf(readReference(value));
  if (flag.type === "duration" && verb.startsWith("service") && positive.test(flag.long)) {
    const read = readDuration(value);
    if (read.ok && read.value < 0) return "duration cannot be negative";
  }
  const listed =
    flag.type === "list" || flag.type === "map" ? listObjections[flag.long] : undefined;
  if (listed !== undefined) return verbTakesAny(verb, flag.long) ? null : listed(value);
  const typed = typedValues[flag.type];
  return typed === undefined ? null : errorOf(typed(value));
}

/** List flags that share a name with a checked one and are not checked themselves. */
const unchecked = new Set([
  "service create/sysctl",
  "service update/sysctl-add",
  "network connect/link",
  "/host",
]);

const verbTakesAny = (verb: string, flag: string) => unchecked.has(`${verb}/${flag}`);

const errorOf = (read: { ok: true } | { ok: false; error: string }) =>
  read.ok ? null : read.error;
