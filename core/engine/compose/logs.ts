import type { Ctx } from "#core/engine/client/context";
import { addHandlers } from "#core/engine/client/docker";
import { waitUntil } from "#core/engine/containers/clock";
import { isUp } from "#core/engine/containers/is-up";
import { listen } from "#core/engine/containers/process";
import { hostOf, notModelled, now } from "#core/engine/state/machine";
import { apiTime } from "#core/engine/state/words";
import { shortName } from "./containers";
import { chosen } from "./lifecycle";

function logs(ctx: Ctx): number {
  const { m, host } = ctx;
  const { name, own } = chosen(ctx);
  const labels = own.map((one) => shortName({ name }, one));
  const width = Math.max(0, ...labels.map((one) => one.length));
  const tail = ctx.text("tail") ?? "all";
  const prefixOf = (i: number) =>
    ctx.has("no-log-prefix") ? "" : `${(labels[i] ?? "").padEnd(width)}  | `;
  own.forEach(({ id }, i) => {
    const all = hostOf(m, host).logs[id] ?? [];
    const shown = /^\d+$/.test(tail) ? all.slice(Math.max(0, all.length - Number(tail))) : all;
    for (const { at, text } of shown) {
      const stamp = ctx.has("timestamps") ? `${apiTime(at)} ` : "";
      ctx.out(`${prefixOf(i)}${stamp}${text.endsWith("\n") ? text : `${text}\n`}`);
    }
  });
  if (!ctx.has("follow") || !own.some(isUp)) return 0;
  own.forEach(({ id }, i) => {
    listen(m, id, (_, text) => ctx.out(text.replace(/^(?=[^\n])/gm, prefixOf(i))));
  });
  const limit =
    m.deadline === Number.POSITIVE_INFINITY ? now(m) + (m.tty ? 3000 : 90_000) : m.deadline;
  const over = waitUntil(
    m,
    () => own.every(({ id }) => hostOf(m, host).containers[id]?.status !== "running"),
    limit,
  );
  for (const { id } of own) listen(m, id, null);
  if (!over && !m.tty && m.deadline === Number.POSITIVE_INFINITY)
    return notModelled("the logs are followed without an end");
  return over ? 0 : 130;
}

function wait(ctx: Ctx): number {
  const { m, host } = ctx;
  let code = 0;
  for (const { id, name } of chosen(ctx).own) {
    const one = () => hostOf(m, host).containers[id];
    waitUntil(m, () => one()?.status !== "running", Math.min(m.deadline, now(m) + 90_000));
    code = one()?.exit ?? 0;
    ctx.out(`container ${JSON.stringify(name)} exited with status code ${code}\n`);
  }
  return code;
}

addHandlers({
  "docker compose logs": logs,
  "docker compose wait": wait,
});
