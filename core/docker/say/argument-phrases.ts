import type { Json } from "#core/docker/types";
import { actOn, list } from "./phrase-parts";
import { commandWords, valueWords } from "./words";

/** What the arguments of a verb beside docker's own stand for, where they are no plain names. */
const ofVerb: Readonly<
  Record<string, (first: string, second: string | null, all: Json) => string>
> = {
  "docker compose cp": (from, to) => `copy ${from} to ${to}`,
  "docker compose port": (service, port) => `look up the port ${port} of the service ${service}`,
  "docker compose scale": (_, __, all) => scaled(all),
  "docker compose alpha scale": (_, __, all) => scaled(all),
  "docker compose commit": (service, image) =>
    image === null
      ? `use the files of the service ${service}`
      : `call the new image ${image}, made of the service ${service}`,
  "docker compose publish": (name) => `call it ${name}`,
  "docker compose alpha publish": (name) => `call it ${name}`,
  "docker compose alpha dry-run": (_, __, all) => `try ${commandWords(all)}`,
  "docker compose alpha generate": (_, __, all) => actOn("container", all),
  "docker compose bridge transformations create": (path) => `write it to ${path}`,
  "docker-machine create": (name) => `name it ${name}`,
  "docker-machine scp": (from, to) => `copy ${from} to ${to}`,
  "azk scale": (system, count) =>
    count === null ? `act on the system ${system}` : `run ${count} instances of ${system}`,
  "azk init": (path) => `write it into ${path}`,
  "docker buildx debug build": (folder) => `build from ${folder}`,
  "docker buildx dap build": (folder) => `build from ${folder}`,
  "docker buildx bake": (_, __, all) => `build ${valueWords(all)}`,
  "docker buildx create": (endpoint) => `build on the engine at ${endpoint}`,
  "docker buildx imagetools create": (_, __, all) => `use the images ${valueWords(all)}`,
  "docker buildx imagetools inspect": (image) => `look at the image ${image}`,
  "docker buildx policy eval": (source) => `try the source ${source}`,
  "docker buildx policy test": (path) => `read the tests in ${path}`,
  "docker buildx history import": () => "read it from standard input",
  "docker buildx history inspect attachment": (build, digest) =>
    digest === null ? `act on the build ${build}` : `print ${digest} of the build ${build}`,
};

/** What the names that follow the verbs of a program are, mostly. */
const nouns: readonly (readonly [RegExp, string])[] = [
  [/^docker compose /, "service"],
  [/^docker-machine /, "machine"],
  [/^docker buildx history /, "build"],
  [/^docker buildx /, "builder"],
  [/^azk /, "system"],
  [/^crane /, "target"],
];

/** What a command of a program beside docker does with the words that follow its options. */
export function argumentPhrase(action: string, value: Json): string {
  const [first, second] = list(value).map(valueWords);
  const own = ofVerb[action];
  if (own !== undefined) return own(first ?? "", second ?? null, value);
  const noun = nouns.find(([of]) => of.test(action))?.[1];
  return noun === undefined ? `act on ${valueWords(value)}` : actOn(noun, value);
}

/** `web=3` */
const scaled = (value: Json) =>
  `run ${list(value)
    .map((one) => {
      const [, service = "", count = ""] = /^([^=]*)=?(.*)$/s.exec(String(one)) ?? [];
      return `${valueWords(count)} of ${valueWords(service)}`;
    })
    .join(" and ")}`;
