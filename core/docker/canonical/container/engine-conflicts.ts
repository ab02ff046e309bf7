import { type Draft, isOn, lastSaid, refuse } from "#core/docker/canonical/draft/draft";
import { countOf } from "#core/docker/canonical/draft/lower-flags";

/** What a container cannot have of its own that uses another one's network, in the engine's order. */
const ofItsOwn: readonly (readonly [flag: string, words: string])[] = [
  ["hostname", "hostname and the network mode"],
  [
    "link",
    "container type network can't be used with links. This would result in undefined behavior",
  ],
  ["dns", "dns and the network mode"],
  ["add-host", "custom host-to-IP mapping and the network mode"],
  ["publish", "port publishing and the container type network mode"],
  ["publish-all", "port publishing and the container type network mode"],
  ["expose", "port exposing and the container type network mode"],
];

/** Refuses what the engine does not take together, or not of that size (moby 28.5.2). */
export function refuseConflicts(draft: Draft): void {
  const { command, aspects } = draft;
  const say = (flag: string, message: string) => {
    const given = lastSaid(command, flag);
    if (given !== undefined) refuse(draft, "engine", message, given.span);
  };
  const network = String(aspects.get("network")?.value ?? "");
  if (network.startsWith("container:")) {
    for (const [flag, words] of ofItsOwn) {
      if (flag !== "publish-all" || isOn(command, flag)) say(flag, `conflicting options: ${words}`);
    }
  }
  if (aspects.has("uts")) say("hostname", "conflicting options: hostname and the UTS mode");
  if (network === "host") {
    const words =
      "host type networking can't be used with links. This would result in undefined behavior";
    say("link", `conflicting options: ${words}`);
  }
  const isolation = String(aspects.get("isolation")?.value ?? "");
  if (!/^(?:default)?$/i.test(isolation))
    say("isolation", `invalid isolation (${isolation}): linux only supports 'default'`);
  const score = countOf(draft, "oom-score-adj") ?? 0;
  if (Math.abs(score) > 1000)
    say("oom-score-adj", `Invalid value ${score}, range for oom score adj is [-1000, 1000]`);
  refuseAmounts(draft, say);
}

const leastMemory = 6 * 1024 * 1024;

function refuseAmounts(draft: Draft, say: (flag: string, message: string) => void): void {
  const { aspects } = draft;
  const amount = (name: string) => Number(aspects.get(name)?.value ?? 0);
  const [soft, memory] = [amount("memory-reservation"), amount("memory")];
  const [period, quota] = [countOf(draft, "cpu-period") ?? 0, countOf(draft, "cpu-quota") ?? 0];
  if (soft > 0 && soft < leastMemory)
    say("memory-reservation", "Minimum memory reservation allowed is 6MB");
  if (memory > 0 && memory < soft) {
    const words = "Minimum memory limit can not be less than memory reservation limit, see usage";
    say("memory-reservation", words);
  }
  const swap = amount("memory-swap");
  // A limit that only the shell knows is one, too; an update may find one.
  const { world, verb } = draft.command;
  const isLone = memory === 0 && !world.open?.length && verb !== "container update";
  if (swap > 0 && (isLone || swap < memory)) {
    const rule = isLone
      ? "You should always set the Memory limit when using Memoryswap limit"
      : "Minimum memoryswap limit should be larger than memory limit";
    say("memory-swap", `${rule}, see usage`);
  }
  const nano = "Conflicting options: Nano CPUs and CPU";
  if (aspects.has("cpus") && period > 0) say("cpu-period", `${nano} Period cannot both be set`);
  if (aspects.has("cpus") && quota > 0) say("cpu-quota", `${nano} Quota cannot both be set`);
  if (period !== 0 && (period < 1000 || period > 1_000_000)) {
    const words = "can not be less than 1ms (i.e. 1000) or larger than 1s (i.e. 1000000)";
    say("cpu-period", `CPU cfs period ${words}`);
  }
  if (quota > 0 && quota < 1000)
    say("cpu-quota", "CPU cfs quota can not be less than 1ms (i.e. 1000)");
  const shares = countOf(draft, "cpu-shares") ?? 0;
  if (shares < 0)
    say("cpu-shares", `invalid CPU shares (${shares}): value must be a positive integer`);
}
