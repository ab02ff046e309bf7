import { at, type Draft, isOn, last, put, refuse } from "#core/docker/canonical/draft/draft";
import { cut } from "#core/docker/values/cut";
import { readWhole } from "#core/docker/values/numbers";

const policies = new Set(["no", "always", "unless-stopped", "on-failure"]);

export type Policy = { ok: true; name: string; retries: number } | { ok: false; error: string };

/** `on-failure:3` taken apart; the name is checked by the engine only. */
export function readPolicy(text: string): Policy {
  const [name, count] = cut(text, ":");
  if (count === null) return { ok: true, name, retries: 0 };
  if (name === "") {
    return { ok: false, error: "invalid restart policy format: no policy provided before colon" };
  }
  const retries = readWhole(count || "0", { base: 10, signed: true });
  if (!retries.ok) {
    const error = "invalid restart policy format: maximum retry count must be an integer";
    return { ok: false, error };
  }
  return { ok: true, name, retries: retries.value };
}

/** What the engine says to a policy that it does not know; the measured one takes any count. */
export function policyObjection(
  { name, retries }: Pick<Policy & { ok: true }, "name" | "retries">,
  measured: boolean,
): string | null {
  if (!policies.has(name))
    return `invalid restart policy: unknown policy '${name}'; use one of 'no', 'always', 'on-failure', or 'unless-stopped'`;
  const wrong = [
    retries !== 0 && name !== "on-failure" ? "can only be used with 'on-failure'" : "",
    retries < 0 && !measured ? "cannot be negative" : "",
  ].filter((words) => words !== "");
  return wrong.length === 0
    ? null
    : `invalid restart policy: maximum retry count ${wrong.join(" and ")}`;
}

/** What the engine does when the container ends; `no` is what holds anyway. */
export function putRestart(draft: Draft): void {
  const { command } = draft;
  const flag = last(command, "restart");
  if (flag === undefined) return;
  const policy = readPolicy(flag.value);
  if (!policy.ok) {
    refuse(draft, "client", policy.error, flag.span);
    return;
  }
  const { name, retries } = policy;
  if (name === "" || (name === "no" && retries === 0)) return;
  if (isOn(command, "rm") && name !== "no") {
    const message = "conflicting options: cannot specify both --restart and --rm";
    refuse(draft, "client", message, flag.span);
    return;
  }
  const objection = policyObjection(policy, command.world.measured);
  if (objection !== null) {
    refuse(draft, "engine", objection, flag.span);
    return;
  }
  put(draft, "restart", retries === 0 ? name : `${name}:${retries}`, at(flag.span));
}
