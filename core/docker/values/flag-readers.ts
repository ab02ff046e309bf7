import { later } from "#core/docker/later";
import { bad, good, type Read } from "#core/docker/read";
import type { FlagSpec } from "#core/docker/tables/command-table";
import type { Json } from "#core/docker/types";
import { readDuration } from "./amounts";
import { readReference } from "./image-reference";
import { listReaders } from "./list-values";
import { readMount } from "./mounts";
import { readNetwork } from "./networks";
import { readBytes, readInteger, readSwap } from "./numbers";
import { readerOfType } from "./typed-values";

/** Reads a flag's value: what the client makes of it, or its objection. */
export type Reader = (text: string) => Read<Json>;

const checkOnly =
  (read: (text: string) => Read<unknown>): Reader =>
  (text) => {
    const found = read(text);
    return found.ok ? good(text) : found;
  };

/** Only the target of a mount can be refused here, and not for the folder that one is in. */
const mount = checkOnly((text) => readMount(text, "/"));
const network = checkOnly(readNetwork);
const tag = checkOnly(readReference);

const patience: Reader = (text) => {
  const read = readDuration(text);
  return read.ok && read.value < 0 ? bad("duration cannot be negative") : read;
};

/** Readers by command and flag, where these read another way than the flag's name or type says. */
const exceptions: Readonly<Record<string, Reader | null>> = {
  "service create/sysctl": null,
  "node update/label-add": null,
  "/host": null,
  "docker compose up/attach": null,
  "image build/tag": tag,
  "container run/kernel-memory": readBytes,
  "container create/kernel-memory": readBytes,
  "container update/kernel-memory": readBytes,
  "container stop/time": readInteger,
  "container restart/time": readInteger,
  "service create/log-opt": listReaders.env ?? null,
  "service update/log-opt": listReaders.env ?? null,
};

/** Flags that few commands have; `rare-lists.ts` reads their values. */
const isRare = (long: string) => /^(?:(?:blkio-weight|device)-|generic-resource|gpus$)/.test(long);

export const rareReaders = later<Readonly<Record<string, Reader>>>();

/** How a command reads a flag's value; undefined where it takes any. */
export function readerOf(verb: string, { type, long }: FlagSpec): Reader | undefined {
  const exception = exceptions[`${verb}/${long}`];
  if (exception !== undefined) return exception ?? undefined;
  if (isRare(long)) return rareReaders.get()[long];
  if (type === "list" || type === "map") return long === "net" ? network : listReaders[long];
  if (type === "mount") return mount;
  if (type === "network" || long === "net") return network;
  if (long === "memory-swap") return readSwap;
  if (type === "duration" && long.startsWith("health-") && verb.startsWith("service"))
    return patience;
  return readerOfType(type);
}
