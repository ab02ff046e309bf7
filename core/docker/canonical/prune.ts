import {
  append,
  at,
  type Draft,
  given,
  isOn,
  last,
  put,
  putSwitch,
  refuse,
  sortAspect,
} from "#core/docker/canonical/draft/draft";
import { filterObjection } from "#core/docker/tables/filters";
import { readFilter } from "#core/docker/values/typed-values";

/** What --all adds to the filters; elsewhere it is an option of its own. */
const allFilters: Readonly<Record<string, readonly [string, string, string | null]>> = {
  "image prune": ["dangling", "false", "true"],
  "volume prune": ["all", "true", null],
};

/** The prune commands: filters, and the question they ask unless told not to. */
export function prune(draft: Draft): void {
  const { command } = draft;
  putFilters(draft);
  const all = last(command, "all");
  const isAll = isOn(command, "all");
  const rule = allFilters[command.verb];
  if (rule !== undefined) {
    const [filter, on, off] = rule;
    const value = isAll ? on : off;
    const span = all?.span ?? command.verbSpan;
    if (value !== null) append(draft, `filter ${filter}`, value, at(span));
    sortAspect(draft, `filter ${filter}`, true);
  } else putSwitch(draft, "all");
  if (isOn(command, "volumes")) {
    const until = given(command, "filter").find((flag) => /^\s*until\s*=/i.test(flag.value));
    if (until !== undefined) {
      const message = 'ERROR: The "until" filter is not supported with "--volumes"';
      refuse(draft, "client", message, until.span);
      return;
    }
    putSwitch(draft, "volumes");
  }
  if (!isOn(command, "force")) {
    put(draft, "asks first", true, at(last(command, "force")?.span ?? command.verbSpan, "client"));
  }
}

function putFilters(draft: Draft): void {
  const { verb, world } = draft.command;
  for (const { value, span } of given(draft.command, "filter")) {
    const read = readFilter(value);
    if (!read.ok || !Array.isArray(read.value)) continue;
    const [key, said] = read.value.map(String);
    const name = `filter ${key}`;
    const objection = world.measured ? null : filterObjection(verb, `${key}`, `${said}`);
    if (objection !== null) refuse(draft, "engine", objection, span);
    append(draft, name, `${said}`, at(span));
    sortAspect(draft, name, true);
  }
}
