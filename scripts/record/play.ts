import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type {
  AuthoredRecording,
  RecordingStep,
  TypedStep,
} from "#core/content/read/recording-shape";
import { engineAt } from "./engine";
import { screenOf } from "./screen";

/** What a step left on the screen, and how it ended; null for what is not typed. */
export type Played = Shown | null;
type Shown = { output: string; exit: number };

/** A preparation that did not work: the recording cannot be made on this engine. */
export class CannotPlay extends Error {}

const home = "/home/ana";
const mostTries = 40;
const lineSeconds = 150;
/** How long a program that waits for keys has to be quiet before the next line is typed. */
const quietMs = 900;

type Stage = { scratch: string; folder: string; config: string; values: Map<string, string> };

/** Types all steps of a recording, each at a terminal of 80 columns, in a home of its own. */
export async function play({ steps, folder = "" }: AuthoredRecording): Promise<Played[]> {
  const scratch = mkdtempSync(join(tmpdir(), "record-"));
  const stage = {
    scratch,
    folder: join(scratch, folder),
    config: join(scratch, ".docker"),
    values: new Map<string, string>(),
  };
  mkdirSync(stage.folder, { recursive: true });
  writeClientConfig(stage.config);
  try {
    const played: Played[] = [];
    for (const step of steps) played.push(await playStep(stage, step));
    return played;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** A client that nobody has set up, with the plugins of this machine's user. */
function writeClientConfig(config: string): void {
  mkdirSync(config);
  const own = process.env.DOCKER_CONFIG ?? join(homedir(), ".docker");
  const text = JSON.stringify({ cliPluginsExtraDirs: [join(own, "cli-plugins")] });
  writeFileSync(join(config, "config.json"), text);
}

async function playStep(stage: Stage, step: RecordingStep): Promise<Played> {
  if ("file" in step) {
    const path = join(stage.folder, step.file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, step.text);
    return null;
  }
  if ("command" in step) {
    const { until = "" } = step;
    const last = await typeUntil(stage, step, ({ output }) => output.includes(until));
    if (!last.output.includes(until))
      throw new CannotPlay(`\`${step.command}\` never shows ${until}.`);
    return { ...last, output: last.output.replaceAll(stage.scratch, home) };
  }
  const words = "do" in step ? step.do : "wait" in step ? step.wait : step.from;
  const isOver = ({ exit }: Shown) => exit === 0 || !("wait" in step);
  const last = await typeUntil(stage, { command: words, on: step.on }, isOver);
  if (last.exit !== 0) throw new CannotPlay(`\`${words}\` failed: ${last.output}`);
  if ("set" in step) stage.values.set(step.set, last.output.trim());
  return null;
}

/** Types a line, and again each second while it is not as it should be. */
async function typeUntil(stage: Stage, line: TypedStep, isOver: (shown: Shown) => boolean) {
  let last = await typeLine(stage, line);
  for (let tried = 0; !isOver(last) && tried < mostTries; tried++) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    last = await typeLine(stage, line);
  }
  return last;
}

/** The line with what was set in its places. */
function filled({ values }: Stage, line: string): string {
  return line.replace(/\{\{([a-z]+)\}\}/g, (place, name: string) => values.get(name) ?? place);
}

function typeLine(stage: Stage, { command, on, keys = [] }: TypedStep) {
  const named = engineAt(on);
  if (on !== undefined && named === undefined)
    throw new CannotPlay(`DOCKER_HOST_${on} is not set.`);
  // What is said of contexts is said to somebody who has not named an engine otherwise.
  const host = command.startsWith("docker context ") ? undefined : named;
  const env: NodeJS.ProcessEnv = {
    NODE_ENV: process.env.NODE_ENV,
    ...{ PATH: process.env.PATH, TERM: "xterm", LANG: "C.UTF-8", DOCKER_CLI_HINTS: "false" },
    ...{ HOME: stage.scratch, DOCKER_CONFIG: stage.config, DOCKER_HOST: host },
    LINE: filled(stage, command),
  };
  const shell = `stty cols 80 rows 60; bash -c 'eval "$LINE"'`;
  const child = spawn("script", ["-qefc", shell, "/dev/null"], { cwd: stage.folder, env });
  const late = setTimeout(() => child.kill("SIGKILL"), lineSeconds * 1000);
  const lines = [...keys];
  let written = "";
  let quiet: NodeJS.Timeout | undefined;
  const typeNext = () => {
    const line = lines.shift();
    if (line !== undefined) child.stdin.write(`${line}\n`);
  };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    written += text;
    clearTimeout(quiet);
    quiet = setTimeout(typeNext, quietMs);
  });
  return new Promise<Shown>((resolve) => {
    child.on("close", (code) => {
      clearTimeout(late);
      clearTimeout(quiet);
      resolve({ output: screenOf(written), exit: code ?? -1 });
    });
  });
}
