import type { Thread } from "#core/engine/process/types";
import { readScript } from "#core/engine/shell/read-script";
import { copyThread } from "#core/engine/shell/thread";
import { changeContainer, hostOf, type Machine, now, put } from "#core/engine/state/machine";
import type { Container } from "#core/engine/types";
import { ended } from "./ended";
import { containerOf } from "./find-container";
import { goOn } from "./process";
import { tellOf } from "./tell-of";

const signalNumbers: Readonly<Record<string, number>> = {
  HUP: 1,
  INT: 2,
  QUIT: 3,
  ILL: 4,
  TRAP: 5,
  ABRT: 6,
  BUS: 7,
  FPE: 8,
  KILL: 9,
  USR1: 10,
  SEGV: 11,
  USR2: 12,
  PIPE: 13,
  ALRM: 14,
  TERM: 15,
  CHLD: 17,
  CONT: 18,
  STOP: 19,
  TSTP: 20,
  TTIN: 21,
  TTOU: 22,
  URG: 23,
  WINCH: 28,
};

/** Sends a signal to the first process of a running container. */
export function signalContainer(m: Machine, host: string, id: string, name: string): void {
  const container = containerOf(m, host, id);
  const signal = name.replace(/^SIG/, "");
  const number = signalNumbers[signal] ?? 15;
  tellOf(m, host, container, "kill", { signal: String(number) });
  if (signal === "KILL") {
    ended(m, host, id, 137);
    return;
  }
  if (container.status === "paused" || container.thread === null) return;
  const thread = copyThread(container.thread);
  const exit = thread.service?.ends[signal];
  const trap = thread.traps[signal];
  if (exit !== undefined) {
    if (thread.service?.last) speak(m, host, container, thread.service.last);
    ended(m, host, id, exit);
  } else if (trap !== undefined) {
    if (trap !== "") runTrap(m, host, id, thread, trap);
  } else if (signal === "INT" && runsScript(thread)) {
    ended(m, host, id, 130);
  } else if (container.host.init && !["WINCH", "URG", "CHLD"].includes(signal)) {
    ended(m, host, id, 128 + number);
  }
}

/** A shell that runs a script heeds an interrupt, even as the first process. */
const runsScript = ({ service, frames }: Thread) =>
  service === null && frames.some(({ n }) => n.k !== "argv");

function runTrap(m: Machine, host: string, id: string, thread: Thread, trap: string): void {
  thread.frames.push({ n: readScript(trap), i: 0 });
  thread.wake ??= now(m);
  changeContainer(m, host, id, { thread });
  if (thread.wake > now(m)) return;
  const fresh = containerOf(m, host, id);
  goOn(m, host, fresh, "", (code, oom) => ended(m, host, id, code, oom));
}

function speak(m: Machine, host: string, container: Container, text: string): void {
  const logs = hostOf(m, host).logs[container.id] ?? [];
  if (container.host.logDriver === "none") return;
  put(m, ["hosts", host, "logs", container.id], [...logs, { at: now(m), from: "o", text }]);
}
