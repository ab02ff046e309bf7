import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Document, parseDocument, Scalar, visit } from "yaml";
import { recordingShape } from "#core/content/read/recording-shape";
import { belongings, emptyOut, engineAt, type Made, namedEngines, versionsOf } from "./engine";
import { CannotPlay, type Played, play } from "./play";

/**
 * Plays the recordings of content/recorded again on the engine that DOCKER_HOST names, all or those
 * of the given names, and writes what they show now. One that cannot be played there stays as it is.
 */
export async function recordContent(content: string, names: readonly string[]): Promise<void> {
  const engines = namedEngines();
  const made = engines[0] === undefined ? null : versionsOf(engines[0]);
  if (made === null) return refuse("DOCKER_HOST names no engine that answers.");
  const full = engines.filter((host) => belongings(host) !== "");
  if (full.length > 0) {
    return refuse(
      `Recordings need an engine with no container, image, volume or network: ${full.join(", ")} has some.`,
    );
  }
  const folder = join(content, "recorded");
  const wanted = readdirSync(folder)
    .map((file) => file.replace(/\.yaml$/, ""))
    .filter((name) => names.length === 0 || names.includes(name));
  for (const name of wanted) {
    await record(join(folder, `${name}.yaml`), made);
  }
}

function refuse(why: string): void {
  console.error(why);
  process.exitCode = 1;
}

async function record(path: string, made: Made): Promise<void> {
  const doc = parseDocument(readFileSync(path, "utf8"));
  const { made: _, ...rest } = doc.toJS().recording;
  const recording = recordingShape.parse(rest);
  const asked = new Set(recording.steps.map((step) => ("on" in step ? step.on : undefined)));
  try {
    const played = await play(recording);
    writeFileSync(path, rewritten(doc, made, played));
    console.log(`${path}: recorded`);
  } catch (error) {
    if (!(error instanceof CannotPlay)) throw error;
    process.exitCode = 1;
    console.error(`${path}: left as it was. ${error.message}`);
  } finally {
    for (const on of asked) emptyOut(engineAt(on) ?? "");
  }
}

function rewritten(doc: Document, made: Made, played: readonly Played[]): string {
  doc.setIn(["recording", "made"], madeNode(doc, made));
  played.forEach((shown, at) => {
    if (shown === null) return;
    const step = ["recording", "steps", at];
    const output = new Scalar(`${shown.output}\n`);
    output.type = Scalar.BLOCK_LITERAL;
    if (shown.output === "") doc.deleteIn([...step, "output"]);
    else doc.setIn([...step, "output"], output);
    if (shown.exit === 0) doc.deleteIn([...step, "exit"]);
    else doc.setIn([...step, "exit"], shown.exit);
  });
  return doc.toString({ lineWidth: 0 });
}

function madeNode(doc: Document, made: Made) {
  const node = doc.createNode(made, { flow: true });
  // A version is a text, be it one that reads like a number.
  visit(node, {
    Scalar: (place, scalar) => {
      if (place === "value") scalar.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return node;
}
