import type { Ctx } from "#core/engine/client/context";
import { addHandlers } from "#core/engine/client/docker";
import { refuseClient } from "#core/engine/client/words";
import { shortId } from "#core/engine/state/ids";
import { hostOf } from "#core/engine/state/machine";
import { managed } from "./cluster";
import { findService } from "./find-by-name";
import { tasksOf } from "./tasks";

function logs(ctx: Ctx): number {
  const { m } = ctx;
  const cluster = managed(m, ctx.host);
  const [name = ""] = ctx.args;
  const service = findService(cluster, name) ?? refuseClient(`no such task or service: ${name}`);
  for (const task of tasksOf(m, service.id)) {
    const host = cluster.nodes[task.node]?.host;
    if (host === undefined || task.container === "") continue;
    const node = cluster.nodes[task.node]?.name ?? "";
    const label =
      task.spec.mode === "replicated" ? `${task.spec.name}.${task.slot}` : task.spec.name;
    for (const { from, text } of hostOf(m, host).logs[task.container] ?? []) {
      const line = ctx.has("raw") ? text : `${label}.${shortId(task.id)}@${node}    | ${text}`;
      if (from === "o") ctx.out(line);
      else ctx.err(line);
    }
  }
  return 0;
}

addHandlers({ "show logs of service": logs });
