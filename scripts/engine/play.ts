import { posix } from "node:path";
import { apply } from "#core/engine/apply";
import { after } from "#core/engine/replay";
import { run } from "#core/engine/run";
import { startState } from "#core/engine/state/start-state";
import type { FileNode, State } from "#core/engine/types";
import { type Masks, newMasks } from "./masks";
import type { Scenario, Step } from "./scenario";
import { snapshot } from "./snapshot";

/** A line as the recorder writes it; `unmodelled` where the engine does not model it. */
export type Played = {
  scenario: string;
  title: string;
  n: number;
  command: string;
  on?: number;
  tty?: string;
  exit: number;
  ms: number;
  stdout: string;
  stderr: string;
  masked: { stdout: string; stderr: string };
  state: Record<string, unknown>;
  files?: { path: string; text: string }[];
  unmodelled?: string;
};

type Stage = { state: State; at: number; ids: Masks };

/** What the recorder itself takes between two commands, in milliseconds. */
const betweenMs = 250;

function line(stage: Stage, text: string, on: number | undefined, tty: string | undefined) {
  const result = run(stage.state, {
    text,
    at: stage.at,
    host: String(on ?? 1),
    ...(tty === undefined ? {} : { tty: true, typed: tty }),
  });
  stage.state = after(stage.state, result);
  // Keys are typed one by one there: 0.8 s before, 0.4 s each, 0.5 s after.
  const typing = tty === undefined ? 0 : 1300 + 400 * tty.split(/(?<=\n)/).length;
  stage.at =
    Math.max(stage.at + result.ms, stage.state.now) + (typing > result.ms ? typing - result.ms : 0);
  return result;
}

function putHostFile(stage: Stage, host: string, path: string, text: string): void {
  const put = (at: string, is: FileNode) => {
    stage.state = apply(stage.state, { path: ["hosts", host, "files", at], was: null, is });
  };
  const parts = path.split("/");
  for (let count = 2; count < parts.length; count++) {
    const folder = parts.slice(0, count).join("/");
    if (stage.state.hosts[host]?.files[folder] === undefined) put(folder, { t: "d" });
  }
  put(path, { t: "f", x: text });
}

function quietly(stage: Stage, step: Exclude<Step, { op: "command" }>): void {
  switch (step.op) {
    case "sleep":
      stage.at += step.seconds * 1000;
      return;
    case "do":
      line(stage, step.text, step.on, step.tty);
      return;
    case "wait":
      for (let i = 0; i < step.seconds * 2; i++) {
        if (line(stage, step.text, step.on, undefined).exit === 0) return;
        stage.at += 500;
      }
      return;
    case "give": {
      const node = stage.state.hosts["1"]?.files[`/home/ada/lab/${step.path}`];
      if (node?.t === "f")
        putHostFile(stage, String(step.on), `/home/ada/lab/${step.path}`, node.x);
      return;
    }
    case "file": {
      const cwd = stage.state.hosts["1"]?.shell.cwd ?? "/home/ada/lab";
      putHostFile(stage, "1", posix.resolve(cwd, step.path), step.text);
    }
  }
}

/** Plays a scenario on our engine. */
export function playScenario(scenario: Scenario): Played[] {
  const at = Date.UTC(2026, 10, 28, 10);
  const start = startState({ seed: 7, at, hosts: scenario.nodes });
  const stage: Stage = { state: start, at, ids: newMasks() };
  for (let on = 1; on <= scenario.nodes; on++) {
    for (const image of scenario.images) line(stage, `docker pull -q ${image}`, on, undefined);
  }
  snapshot(stage.state, stage.ids);
  const lines: Played[] = [];
  let files: { path: string; text: string }[] = [];
  for (const step of scenario.steps) {
    if (step.op === "file") files.push({ path: step.path, text: step.text });
    if (step.op !== "command") {
      quietly(stage, step);
      continue;
    }
    const result = line(stage, step.text, step.on, step.tty);
    stage.at += 200;
    const advanced = run(stage.state, { text: ":", at: stage.at });
    stage.state = after(stage.state, advanced);
    const state = snapshot(stage.state, stage.ids);
    stage.at += betweenMs - 200;
    lines.push({
      scenario: scenario.name,
      title: scenario.title,
      n: lines.length + 1,
      command: step.text,
      ...(step.on === undefined ? {} : { on: step.on }),
      ...(step.tty === undefined ? {} : { tty: step.tty }),
      exit: result.exit,
      ms: result.ms,
      stdout: result.stdout,
      stderr: result.stderr,
      masked: { stdout: stage.ids.text(result.stdout), stderr: stage.ids.text(result.stderr) },
      state,
      ...(files.length > 0 ? { files } : {}),
      ...(result.unmodelled === undefined ? {} : { unmodelled: result.unmodelled }),
    });
    files = [];
  }
  return lines;
}
