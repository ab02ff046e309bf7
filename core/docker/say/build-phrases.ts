import type { Canonical, Json } from "#core/docker/types";
import { hostLines } from "./container-phrases";
import { list, type Phrase, plain } from "./phrase-parts";
import { code, sizeWords, valueWords } from "./words";

/** Options of the old builder, which the one of today reads and passes over. */
export const ignoredByBuildKit =
  "compress cpu-period cpu-quota cpu-shares cpuset-cpus cpuset-mems force-rm isolation memory memory-swap security-opt squash".split(
    " ",
  );

/** What a build asks for where the others mean something else by it, or have no such thing. */
const phrases: Readonly<Record<string, Phrase>> = {
  ...Object.fromEntries(
    [...ignoredByBuildKit, "rm"].map((name): [string, Phrase] => [
      name,
      () => `use ${code(`--${name}`)}, which BuildKit ignores`,
    ]),
  ),
  call: (value) =>
    isBuild(value)
      ? `use ${code("--call=build")}`
      : `make no image (${code(`--call=${plain(value)}`)})`,
  builder: "build with the builder $",
  "add-host": (value) => `${hostLines(value)} in the hosts file of its steps`,
  "build-context": "give the Dockerfile the source $",
  "cgroup-parent": "put its steps under the control group $",
  "disable-content-trust": () =>
    `use ${code("--disable-content-trust")}, which only the old builder takes`,
  secret: "give the build the secret $",
  "shm-size": (value) => `give its steps ${sizeWords(Number(value))} of shared memory`,
  check: "make no image (`--check`)",
  load: "put the image into the engine (`--load`)",
  "metadata-file": "write what came of the build to $",
  "no-cache-filter": "build the stage $ again, without the cache",
  network: (value) =>
    `use the network ${valueWords(value)}${/^(?:default|host|none)$/.test(plain(value)) ? "" : ", which only the old builder takes"}`,
  output: "write the result to $",
  push: "push it to its registry (`--push`)",
  ssh: "let the build use the SSH keys $",
  target: "stop at the stage $",
};

/** Verbs that build one image of a Dockerfile. */
const actions = ["build image", "docker buildx debug build", "docker buildx dap build"];

export const buildPhrases: Readonly<Record<string, Phrase>> = Object.fromEntries(
  actions.flatMap((action) =>
    Object.entries(phrases).map(([name, phrase]) => [`${action}, ${name}`, phrase]),
  ),
);

const isBuild = (value: Json) => /^(?:build)?(?:,|$)/.test(plain(value));

/** What a build does that makes nothing; null where it builds. */
export function buildsNothing(canonical: Canonical): string | null {
  const { action, aspects } = canonical;
  if (!/(?:^build image| build| bake)$/.test(action)) return null;
  const isOn = (wanted: string) =>
    aspects.some(({ name, value }) => name === wanted && value === true);
  const call = aspects.find(({ name }) => name === "call")?.value ?? "build";
  const isCheck = isOn("check") || plain(call).startsWith("check");
  const others = isOn("print") || aspects.some(({ name }) => name === "list") || !isBuild(call);
  if (!isCheck && !others)
    return makesImage(canonical) ? null : "follow~ a Dockerfile and make~ no image of it";
  if (action !== "build image") return "look~ at what would be built and build~ nothing";
  return isCheck ? "check a Dockerfile" : "read~ a Dockerfile and print~ what it holds";
}

/** Whether a result is an image; a folder, `-` and an archive of files are none. */
function makesImage({ action, aspects }: Canonical): boolean {
  const outputs = aspects
    .filter(({ name }) => name === "output")
    .flatMap(({ value }) => list(value));
  const isOn = aspects.some(({ name, value }) => /^(?:load|push)$/.test(name) && value === true);
  if (action !== "build image" || isOn || outputs.length === 0) return true;
  return outputs.some((one) =>
    /(?:^|,)type=(?:docker|image|oci|registry)(?:,|$)/.test(String(one)),
  );
}
