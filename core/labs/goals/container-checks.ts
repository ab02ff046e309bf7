import { hostOf, type Machine } from "#core/engine/state/machine";
import type { Container } from "#core/engine/types";
import { goalText } from "#core/text/labs/goal-text";
import type { Checked, Condition } from "./condition";
import { containerNamed, isMadeOf } from "./look";

type Of<Is extends Condition["is"]> = Extract<Condition, { is: Is }>;

/** What stands in the way of a container that should run; null where it runs. */
export function notRunning(m: Machine, name: string, image?: string): string | null {
  const text = goalText();
  const found = containerNamed(m, name);
  if (found === undefined) {
    const other =
      image !== undefined &&
      Object.values(hostOf(m).containers).find((one) => isMadeOf(m, one, image));
    return other ? text.nearestContainer(name, other.name) : text.noContainer(name);
  }
  return found.status === "running" ? null : text.isNot(name, found.status, found.exit);
}

/** A container runs, and is made of an image where one is named. */
export function checkRunning(m: Machine, { container, image }: Of<"running">): Checked {
  const text = goalText();
  const wanted = text.running(container, image);
  const trouble = notRunning(m, container, image);
  const found = containerNamed(m, container);
  if (trouble !== null || found === undefined || image === undefined)
    return { wanted, missing: trouble };
  const isRight = isMadeOf(m, found, image);
  return { wanted, missing: isRight ? null : text.otherImage(container, found.image, image) };
}

/** A container is there, and rests. */
export function checkStopped(m: Machine, { container }: Of<"stopped">): Checked {
  const text = goalText();
  const wanted = text.stopped(container);
  const status = containerNamed(m, container)?.status;
  if (status === undefined) return { wanted, missing: text.noContainer(container) };
  const rests = status === "exited" || status === "created" || status === "dead";
  return { wanted, missing: rests ? null : text.stillRuns(container) };
}

/** Checks something of a container that is there. */
function ofContainer(
  m: Machine,
  { container, wanted }: { container: string; wanted: string },
  trouble: (found: Container) => string | null,
): Checked {
  const found = containerNamed(m, container);
  return { wanted, missing: found ? trouble(found) : goalText().noContainer(container) };
}

/** A variable of a container's environment. */
export function checkEnv(m: Machine, { container, name, value }: Of<"env">): Checked {
  const text = goalText();
  const wanted = text.env(container, name, value);
  return ofContainer(m, { container, wanted }, ({ config }) => {
    const line = config.env.findLast((one) => one.startsWith(`${name}=`));
    if (line === undefined) return text.noEnv(container, name);
    const given = line.slice(name.length + 1);
    return given === value ? null : text.otherEnv(container, name, given, value);
  });
}

/** When a container is started again by itself. */
export function checkRestarts(m: Machine, { container, policy }: Of<"restarts">): Checked {
  const text = goalText();
  const wanted = text.restarts(container, policy);
  return ofContainer(m, { container, wanted }, ({ host }) => {
    const given = host.restart.name || "no";
    return given === policy ? null : text.otherPolicy(container, given);
  });
}

const megabyte = 1024 * 1024;

/** How much memory a container may use. */
export function checkLimited(m: Machine, { container, memory }: Of<"limited">): Checked {
  const text = goalText();
  const wanted = text.limited(container, memory);
  return ofContainer(m, { container, wanted }, ({ host }) => {
    if (host.memory === 0) return text.noLimit(container);
    const given = host.memory / megabyte;
    return given === memory ? null : text.otherLimit(container, given, memory);
  });
}
