import { runThread } from "#core/engine/shell/run-thread";
import { copyThread } from "#core/engine/shell/thread";
import { changeContainer, type Machine, now } from "#core/engine/state/machine";
import type { Container, Health, HealthCheck } from "#core/engine/types";
import { accountOf, environment, innerHooks, startTrouble, threadFor } from "./process";

const ms = (nanoseconds: number | undefined, otherwise: number) =>
  nanoseconds === undefined || nanoseconds === 0 ? otherwise : nanoseconds / 1_000_000;

const interval = ({ Interval, StartInterval, StartPeriod }: HealthCheck, starting: boolean) =>
  starting && StartPeriod
    ? Math.min(ms(StartInterval, 5000), ms(Interval, 30_000))
    : ms(Interval, 30_000);

const isSet = (check: HealthCheck | null): check is HealthCheck =>
  check?.Test !== undefined && check.Test.length > 0 && check.Test[0] !== "NONE";

/** The health with which a container starts; null where nothing checks it. */
export function startHealth({ config: { healthcheck } }: Container, at: number): Health | null {
  if (!isSet(healthcheck)) return null;
  return { status: "starting", failing: 0, next: at + interval(healthcheck, true) };
}

/** Whether a container's check succeeds. */
function probe(m: Machine, host: string, container: Container, test: readonly string[]): boolean {
  const [kind = "", ...words] = test;
  const shell = container.config.healthcheck === null ? ["/bin/sh", "-c"] : ["/bin/sh", "-c"];
  const argv = kind === "CMD-SHELL" ? [...shell, words.join(" ")] : words;
  const place = { host, container: container.id };
  const { user, home } = accountOf(m, place, container.config.user);
  const vars = environment(container, home);
  const cwd = container.config.workdir || "/";
  if (startTrouble(m, place, argv, vars.PATH ?? "", cwd) !== null) return false;
  const thread = copyThread(threadFor(argv, user, vars, cwd));
  const io = { out: () => {}, err: () => {}, stdin: { text: "" } };
  runThread({ m, place, hooks: innerHooks }, thread, io);
  return thread.done === 0;
}

/** Checks a container whose next check is due. */
export function checkHealth(m: Machine, host: string, container: Container): void {
  const { healthcheck } = container.config;
  if (!isSet(healthcheck) || container.health === null) return;
  const good = probe(m, host, container, healthcheck.Test ?? []);
  const retries = healthcheck.Retries || 3;
  const failing = good ? 0 : container.health.failing + 1;
  const early = now(m) - container.started < ms(healthcheck.StartPeriod, 0);
  const counted =
    early && container.health.status === "starting" ? container.health.failing : failing;
  const status = good ? "healthy" : counted >= retries ? "unhealthy" : container.health.status;
  const next = now(m) + interval(healthcheck, status === "starting");
  const health: Health = { status, failing: counted, next };
  const did =
    status === container.health.status ? undefined : `container ${container.name} is ${status}`;
  changeContainer(m, host, container.id, { health }, did);
}
