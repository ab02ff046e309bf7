import type { Difference } from "#core/docker/types";

/** Options that change what is printed, how progress is shown or how long the client waits. */
const shown = new Set(
  "progress debug quiet-pull quiet-build no-color no-log-prefix no-trunc no-task-ids details raw size digests detach-keys sig-proxy wait-timeout waits".split(
    " ",
  ),
);

const ofProgram = /^project (?:progress|ansi|verbose|debug|native-ssh)$/;

/** These list, and print ids alone when they are quiet. */
const listings = /^docker compose (?:ps|ls|images|config)$/;

/** Where less of what happens on the way is shown; elsewhere less of what is asked. */
const onTheWay =
  /^(?:(?:run|create) container|(?:pull|push) image|load images|copy files|create service|update services|deploy stack|docker compose (?:run|build|pull|push))$/;

/** Formats that show all there is, in another layout. */
const whole = new Set(["json", "table"]);

/**
 * Whether a difference changes only what is printed, and no teacher would mind: more is printed,
 * all of it in another layout, or less of what happens on the way. It must be added to what the card
 * asks; what the card itself asks for always counts.
 */
export function isForgiven(action: string, { aspect, level, a, b }: Difference): boolean {
  if (a !== null) return false;
  if (aspect === "quiet") return onTheWay.test(action);
  // Of a list of tasks it takes the names of the nodes away.
  if (aspect === "no-resolve") return action === "show logs of service";
  if (aspect === "format") return typeof b === "string" && whole.has(b);
  // Services and stacks: the client waits for them, or does not.
  if (aspect === "detached") return level === "client";
  return shown.has(aspect) || ofProgram.test(aspect);
}

/** Whether a difference that counts lies only in what is printed. */
export function isPrinted(action: string, { aspect, level, b }: Difference): boolean {
  // All ports show the one that is asked for; another has no answer, or a part of it.
  if (action === "show ports" && aspect === "port") return b === null;
  // With the other token a host joins as something else.
  if (action === "show join token" && aspect === "role") return false;
  return (
    level === "output" || (listings.test(action) && /^(?:quiet|format|services)$/.test(aspect))
  );
}
