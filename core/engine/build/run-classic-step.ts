import { ClientRefusal } from "#core/engine/client/words";
import { imageIdOf } from "#core/engine/images/layers";
import { shortId } from "#core/engine/state/ids";
import { hostOf, now, putImage, setClock } from "#core/engine/state/machine";
import type { Container, Files, Image } from "#core/engine/types";
import type { ClassicBuild } from "./classic-build";
import { type Worked, workOf } from "./classic-work";
import type { Instruction } from "./dockerfile";
import { keepContainer, stepContainer } from "./step-container";
import { type Context, layerFor, runIn } from "./work";

/** Runs one step, or takes the image that it made before; the image after it. */
export function runClassicStep(
  build: ClassicBuild,
  parent: Image,
  one: Instruction,
  context: Context,
): Image {
  const { ctx, say } = build;
  const work = workOf(build, parent, one, context);
  const known = ctx.has("no-cache") ? undefined : cachedImage(build, parent.id, work.by);
  if (known) {
    say(` ---> Using cache\n ---> ${shortId(known.id)}\n`);
    return known;
  }
  const files = filesOf(build, parent, one, work);
  setClock(ctx.m, now(ctx.m) + 30);
  const keeps = ["COPY", "ADD", "WORKDIR"].includes(one.word);
  const changes = files !== null && (keeps || Object.keys(files).length > 0);
  const image = imageAfter(build, parent, work, changes ? files : null);
  putImage(ctx.m, ctx.host, image, "build image");
  say(` ---> ${shortId(image.id)}\n`);
  return image;
}

/** An image made of the same parent by the same step before. */
function cachedImage({ ctx }: ClassicBuild, parent: string, by: string): Image | undefined {
  return Object.values(hostOf(ctx.m, ctx.host).images).find(
    (one) => one.parent === parent && one.history.at(-1)?.by === by,
  );
}

function filesOf(build: ClassicBuild, parent: Image, one: Instruction, work: Worked): Files | null {
  if (one.word === "RUN") return ranFiles(build, parent, work);
  if (one.word !== "COPY" && one.word !== "ADD") {
    const container = stepContainer(build, parent, work.config, work.cmd, null);
    build.say(` ---> Running in ${shortId(container.id)}\n`);
    leave(build, container);
  }
  return work.files;
}

function ranFiles(build: ClassicBuild, parent: Image, { cmd }: Worked): Files {
  const { ctx, say } = build;
  const draft = { layers: parent.layers, config: parent.config };
  const ran = runIn(ctx.m, ctx.host, draft, cmd, build.args);
  const container = stepContainer(build, parent, parent.config, cmd, ran.exit);
  say(` ---> Running in ${shortId(container.id)}\n`);
  for (const { from, text } of ran.out) say(from === "o" ? text : coloured(text));
  if (ran.exit !== 0) {
    keepContainer(build, container);
    throw new ClientRefusal(
      `The command '${cmd.join(" ")}' returned a non-zero code: ${ran.exit}`,
      ran.exit,
    );
  }
  leave(build, container);
  return ran.files;
}

/** Takes a step's container away again, unless --rm=false keeps it. */
function leave(build: ClassicBuild, container: Container): void {
  if (build.ctx.flags("rm").at(-1) === "false") keepContainer(build, container);
  else build.say(` ---> Removed intermediate container ${shortId(container.id)}\n`);
}

/** busybox writes a message in pieces, and the client colours each. */
const coloured = (text: string): string => {
  const [, name = "", line = "", rest = text] = /^(\S+: )(line \d+: )?(.*)\n$/s.exec(text) ?? [];
  const parts = [name, line, rest].filter((part) => part !== "");
  return `${parts.map((part) => `\u001b[91m${part}\u001b[0m`).join("")}\u001b[91m\n\u001b[0m`;
};

function imageAfter(
  { ctx }: ClassicBuild,
  parent: Image,
  work: Worked,
  files: Files | null,
): Image {
  const { m, host } = ctx;
  const before = { layers: parent.layers, config: parent.config };
  const layer = files === null ? null : layerFor(m, host, files, before);
  const line = { by: work.by, created: now(m), comment: "", layer: layer !== null, size: 0 };
  const draft = {
    created: now(m),
    layers: layer === null ? [...parent.layers] : [...parent.layers, layer],
    config: work.config,
    history: [...parent.history, line],
    parent: parent.id,
    comment: "",
    author: "",
  };
  return { id: imageIdOf(draft), ...draft };
}
