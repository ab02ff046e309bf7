import type { Ctx } from "#core/engine/client/context";
import { addHandlers } from "#core/engine/client/docker";
import { refuseClient } from "#core/engine/client/words";
import { hostOf, now } from "#core/engine/state/machine";
import { apiTime } from "#core/engine/state/words";
import type { Told } from "#core/engine/types";
import { momentOf } from "./look";
import { showObject } from "./show-object";

function eventLine({ at, type, action, id, attributes }: Told): string {
  const list = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${apiTime(at)} ${type} ${action} ${id} (${list.map(([key, value]) => `${key}=${value}`).join(", ")})\n`;
}

/** An event as templates and JSON have it. */
const eventObject = ({ at, type, action, id, attributes }: Told) => ({
  status: action,
  id,
  Type: type,
  Action: action,
  Actor: { ID: id, Attributes: attributes },
  scope: "local",
  time: Math.floor(at / 1000),
  timeNano: at * 1_000_000,
  ID: id,
  Status: action,
  From: attributes.image ?? "",
  Scope: "local",
  Time: Math.floor(at / 1000),
});

/** Whether an event fits one value of a filter, by the filter's name. */
const filters: Readonly<Record<string, (one: Told, value: string) => boolean>> = {
  container: ({ type, id, attributes }, value) =>
    type === "container" && (attributes.name === value || id.startsWith(value)),
  event: ({ action }, value) => action === value || action.startsWith(`${value}:`),
  type: ({ type }, value) => type === value,
  image: ({ attributes }, value) => attributes.image === value || attributes.name === value,
  label: ({ attributes }, value) => attributes[value.split("=")[0] ?? ""] !== undefined,
  network: ({ id, attributes }, value) => attributes.name === value || id.startsWith(value),
  volume: ({ id }, value) => id === value,
};

/** Whether an event fits some value of each filter that is given. */
const isWanted = (ctx: Ctx, one: Told) =>
  Object.entries(filters).every(([name, fits]) => {
    const values = ctx.list(`filter ${name}`);
    return values.length === 0 || values.some((value) => fits(one, value));
  });

function events(ctx: Ctx): number {
  const { m, host } = ctx;
  const since = momentOf(ctx, "since", now(m));
  const until = momentOf(ctx, "until", Number.POSITIVE_INFINITY);
  if (until === Number.POSITIVE_INFINITY && m.deadline === Number.POSITIVE_INFINITY && !m.tty) {
    refuseClient("the events of the future are not shown here");
  }
  for (const one of hostOf(m, host).told) {
    if (one.at < since || one.at > until || !isWanted(ctx, one)) continue;
    showObject(ctx, eventObject(one), () => eventLine(one));
  }
  return 0;
}

addHandlers({ "show events": events });
