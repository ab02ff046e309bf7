import type { Phrase } from "./phrase-parts";
import { code } from "./words";

/** Options of the old builder, which the one of today reads and passes over. */
export const ignoredByBuildKit =
  "compress cpu-period cpu-quota cpu-shares cpuset-cpus cpuset-mems force-rm isolation memory memory-swap security-opt squash".split(
    " ",
  );

/** What a build asks for where the others mean something else by it, or have no such thing. */
export const buildPhrases: Readonly<Record<string, Phrase>> = {
  ...Object.fromEntries(
    ignoredByBuildKit.map((name): [string, Phrase] => [
      `build image, ${name}`,
      () => `use ${code(`--${name}`)}, which BuildKit ignores`,
    ]),
  ),
  "build image, builder": "build with the builder $",
  "build image, build-context": "let the Dockerfile copy from $",
  "build image, check": "make no image (`--check`)",
  "build image, load": "put the image into the engine (`--load`)",
  "build image, metadata-file": "write what came of the build to $",
  "build image, no-cache-filter": "build the stage $ again, without the cache",
  "build image, output": "write the result to $",
  "build image, push": "push it to its registry (`--push`)",
  "build image, ssh": "let the build use the SSH keys $",
  "build image, target": "stop at the stage $",
};
