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
import { readFilter } from "#core/docker/values/typed-values";

type AllFilter = readonly [filter: string, on: string, off: string | null];

/** What --all adds to the filters; elsewhere it is an option of its own. */
const allFilters: Readonly<Record<string, AllFilter>> = {
  "image prune": ["dangling", "false", "true"],
  "volume prune": ["all", "true", null],
};

/** The prune commands: filters, and the question they ask unless told not to. */
export function prune(draft: Draft): void {
  const { command } = draft;
  putFilters(draft);
  const rule = allFilters[command.verb];
  if (rule === undefined) putSwitch(draft, "all");
  else putAll(draft, rule);
  if (draft.refusal !== null) return;
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

/** What `--all` adds to the filters. */
function putAll(draft: Draft, [filter, on, off]: AllFilter): void {
  const { command } = draft;
  const isAll = isOn(command, "all");
  const value = isAll ? on : off;
  const span = last(command, "all")?.span ?? command.verbSpan;
  const name = `filter ${filter}`;
  if (isAll && filter === "all" && draft.aspects.has(name)) {
    const message = "conflicting options: cannot specify both --all and --filter all=1";
    refuse(draft, "client", message, span);
  }
  if (value !== null) append(draft, name, value, at(span));
  sortAspect(draft, name, true);
}

function putFilters(draft: Draft): void {
  for (const { value, span } of given(draft.command, "filter")) {
    const read = readFilter(value);
    if (!read.ok || !Array.isArray(read.value)) continue;
    const name = `filter ${String(read.value[0])}`;
    append(draft, name, String(read.value[1]), at(span));
    sortAspect(draft, name, true);
  }
}
