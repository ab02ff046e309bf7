import { type Draft, given, isOn, last, refuse } from "#core/docker/canonical/draft/draft";
import type { GivenFlag, Span } from "#core/docker/types";

/** What Compose itself refuses (docker/compose v5.5.0, cmd/compose), by its verb. */
const rules: Readonly<Record<string, (draft: Draft) => void>> = {
  "docker compose ps": refuseFilter,
  "docker compose ls": (draft) => {
    const wrong = given(draft.command, "filter").find(({ value }) => !/^\s*name\s*=/i.test(value));
    if (wrong === undefined) return;
    refuseBy(draft, `invalid filter '${nameOf(wrong)}'`, wrong.span);
  },
  "docker compose up": refuseUp,
  "docker compose run": (draft) => {
    const publish = last(draft.command, "publish");
    if (publish === undefined || !isOn(draft.command, "service-ports")) return;
    refuseBy(draft, "--service-ports and --publish are incompatible", publish.span);
  },
  "docker compose cp": refuseDirection,
  "docker compose scale": (draft) => {
    const { command } = draft;
    const timeout = last(command, "timeout");
    // The program of 2015 had it.
    if (timeout === undefined || !isOfToday(draft)) return;
    const isShort = command.parts.some(({ flag, text }) => flag === "timeout" && /^-?t/.test(text));
    const message = isShort ? "unknown shorthand flag: 't' in -t" : "unknown flag: --timeout";
    refuseBy(draft, message, timeout.span);
  },
};

const nameOf = ({ value }: GivenFlag) => (value.split("=")[0] ?? "").trim().toLowerCase();

function refuseBy(draft: Draft, message: string, span: Span): void {
  refuse(draft, "client", message, span);
}

export function refuseCompose(draft: Draft): void {
  rules[draft.command.verb]?.(draft);
  refuseFormat(draft);
  refusePull(draft);
  refuseProject(draft);
}

/** Containers are told apart by their state alone. */
function refuseFilter(draft: Draft): void {
  const filter = last(draft.command, "filter");
  if (filter === undefined || filter.value === "") return;
  const [name = "", ...values] = filter.value.split("=");
  if (values.length === 0)
    refuseBy(draft, "arguments to --filter should be in form KEY=VAL", filter.span);
  else if (name !== "status") refuseBy(draft, `unknown filter ${name}`, filter.span);
}

/** What takes a few words takes no template. */
const formats: Readonly<Record<string, readonly string[]>> = {
  "docker compose ls": ["table", "pretty", "json"],
  "docker compose images": ["table", "pretty", "json"],
  "docker compose bridge transformations list": ["table", "pretty", "json"],
  "docker compose config": ["yaml", "json"],
  "docker compose alpha generate": ["yaml", "json"],
};

function refuseFormat(draft: Draft): void {
  const { verb } = draft.command;
  const known = formats[verb];
  const format = last(draft.command, "format");
  if (known === undefined || format === undefined || format.value === "") return;
  if (known.includes(format.value.toLowerCase())) return;
  const said = JSON.stringify(format.value);
  const message = known.includes("yaml")
    ? `unsupported format ${said}`
    : `format value ${said} could not be parsed: parsing failed`;
  refuseBy(draft, message, format.span);
}

const isOfToday = ({ command }: Draft) =>
  !command.parts.some(({ text }) => text === "docker-compose");

function refusePull(draft: Draft): void {
  const pull = last(draft.command, "pull");
  if (pull === undefined || !/^docker compose (?:up|run|create)$/.test(draft.command.verb)) return;
  if (/^(?:always|never|build|missing|if_not_present)$/.test(pull.value)) return;
  refuseBy(draft, `invalid --pull option ${JSON.stringify(pull.value)}`, pull.span);
}

/** Where the file is read, the project's name has to be in order; in 2015 it was put in order. */
function refuseProject(draft: Draft): void {
  const { globals, verb, world } = draft.command;
  const name = globals.findLast((flag) => flag.name === "project-name");
  const reads = /^docker compose (?:up|run|build|create|config|pull|push|scale|watch)$/.test(verb);
  if (name === undefined || !reads || world.measured || !isOfToday(draft)) return;
  if (/^(?:[a-z0-9][a-z0-9_-]*)?$/.test(name.value)) return;
  const message = `invalid project name ${JSON.stringify(name.value)}: must consist only of lowercase alphanumeric characters, hyphens, and underscores as well as start with a letter or number`;
  refuseBy(draft, message, name.span);
}

/** Options of `up` that are not taken together, and what is said of them. */
const together: readonly (readonly [one: string, other: string, message: string])[] = [
  [
    "abort-on-container-failure",
    "abort-on-container-exit",
    "--abort-on-container-failure cannot be combined with --abort-on-container-exit",
  ],
  ["build", "no-build", "--build and --no-build are incompatible"],
  ["no-recreate", "renew-anon-volumes", "--no-recreate and --renew-anon-volumes are incompatible"],
  ["force-recreate", "no-recreate", "--force-recreate and --no-recreate are incompatible"],
  [
    "always-recreate-deps",
    "no-recreate",
    "--always-recreate-deps and --no-recreate are incompatible",
  ],
  ["no-build", "watch", "--no-build and --watch are incompatible"],
];

const watching =
  "--abort-on-container-exit, --abort-on-container-failure, --attach, --attach-dependencies or --watch";

/** Options that keep `up` in the foreground. */
const front = [
  "abort-on-container-exit",
  "abort-on-container-failure",
  "exit-code-from",
  "attach",
  "attach-dependencies",
  "watch",
];

function refuseUp(draft: Draft): void {
  const { command } = draft;
  const said = (name: string) => {
    const flag = last(command, name);
    const isSwitch = command.spec?.long.get(name)?.type === "bool";
    return isSwitch && !isOn(command, name) ? undefined : flag;
  };
  const pair = together.find(([one, other]) => said(one) && said(other));
  if (pair !== undefined) {
    const [, other, message] = pair;
    refuseBy(draft, message, last(command, other)?.span ?? command.verbSpan);
  }
  const back = said("wait") === undefined ? "detach" : "wait";
  const stays = front.map(said).find((flag) => flag !== undefined);
  if (said(back) === undefined || stays === undefined) return;
  const isEarly = back === "wait" && !/failure$|watch/.test(stays.name);
  const others = isEarly
    ? "--abort-on-container-exit, --attach or --attach-dependencies"
    : watching;
  refuseBy(draft, `--${back} cannot be combined with ${others}`, stays.span);
}

/** One side of `cp` is a service's. */
function refuseDirection(draft: Draft): void {
  const [from, to] = draft.command.args;
  if (from === undefined || to === undefined) return;
  const isInside = (text: string) => /^[^/.:][^:]*:/.test(text);
  const inside = [from, to].filter(({ text }) => isInside(text)).length;
  if (inside === 0) refuseBy(draft, "unknown copy direction", from.span);
  if (inside === 2) refuseBy(draft, "copying between services is not supported", to.span);
}
