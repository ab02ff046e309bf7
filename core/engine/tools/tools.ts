import type { Tool } from "#core/engine/process/call";
import { archiveTools } from "./archive-tools";
import { builtinTools } from "./builtin-tools";
import { fileTools } from "./file-tools";
import { lookTools } from "./look-tools";
import { modeTools } from "./mode-tools";
import { hostNetTools, netTools } from "./net-tools";
import { serverModels, serverTools } from "./server-tools";
import { systemTools } from "./system-tools";
import { textTools } from "./text-tools";

/** Programs that are the same everywhere, by name. */
export const tools: ReadonlyMap<string, Tool> = new Map([
  ...builtinTools,
  ...textTools,
  ...fileTools,
  ...lookTools,
  ...modeTools,
  ...archiveTools,
  ...netTools,
  ...systemTools,
  ...serverTools,
]);

const shellModel = tools.get("bash");

/** Programs that images bring, by the name in their files. */
export const models: ReadonlyMap<string, Tool> = new Map([
  ...serverModels,
  ...(shellModel === undefined ? [] : [["bash", shellModel] as const]),
]);

/** Programs that only a host has. */
export const hostTools: ReadonlyMap<string, Tool> = new Map([
  ...hostNetTools,
  ["docker", (call) => call.hooks.docker(call)],
  ["docker-compose", (call) => call.hooks.docker(call)],
]);
