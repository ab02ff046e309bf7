import type { Json } from "#core/docker/types";
import { list, type Phrase } from "./phrase-parts";
import { grace, patience } from "./policy-phrases";
import { code, sizeWords, valueWords } from "./words";

const named = (actions: string, aspect: string, phrase: Phrase) =>
  Object.fromEntries(actions.split("|").map((action) => [`${action}, ${aspect}`, phrase]));

const azk =
  "azk agent start|azk agent stop|azk agent status|azk start|azk stop|azk restart|azk status|azk shell|azk scale|azk logs|azk open|azk init|azk info";
const ofCompose = "docker compose up|docker compose down|docker compose stop";

/** Where a time is one to wait, and at its end nothing is killed. */
export const waits: Readonly<Record<string, Phrase>> = named(
  "docker buildx create|docker buildx inspect|docker buildx ls|docker buildx rm|docker buildx du|docker buildx prune",
  "timeout",
  patience,
);

/** A variable for a command: with its value, or by its name alone. */
const variable = (one: Json) =>
  `${valueWords(one)}${String(one).includes("=") ? "" : " as it is in this shell"}`;

/** What Compose, buildx and Machine mean by an aspect, as in rare-phrases.ts. */
export const composePhrases: Readonly<Record<string, Phrase>> = {
  ...named(`${ofCompose}|docker compose restart|docker compose scale`, "timeout", (value) =>
    grace(value, "each container"),
  ),
  ...named("docker buildx prune|docker buildx rm", "force", "ask no question (`-f`)"),
  ...named(azk, "quiet", "ask no question (`-q`)"),
  ...Object.fromEntries(
    ["reserved-space", "max-used-space", "min-free-space"].map((name): [string, Phrase] => [
      `docker buildx prune, ${name}`,
      (value) => `set ${code(`--${name}`)} to ${sizeWords(Number(value))}`,
    ]),
  ),
  ...Object.fromEntries(
    ["images", "models", "networks", "profiles"].map((name): [string, Phrase] => [
      `docker compose config, ${name}`,
      `print only the ${name}' names (\`--${name}\`)`,
    ]),
  ),
  "docker buildx create, config": "read the builder's settings from $",
  "docker buildx history import, file": "read the record $",
  "docker buildx policy eval, file": "read the policy $",
  "docker buildx imagetools create, file": "read the description of a source $",
  "docker compose rm, all": "use `--all`, which is no longer used",
  ...named("docker compose ls|docker compose volumes", "quiet", "print only the names (`-q`)"),
  "docker buildx prune, all": "remove what the builder needs itself, too (`-a`)",
  "docker compose build, memory": () => "use `--memory`, which BuildKit ignores",
  "docker compose config, volumes": "print only the volumes' names (`--volumes`)",
  "docker compose cp, all": "include the containers of single commands, too (`--all`)",
  "docker compose stats, all": "show stopped ones, too (`-a`)",
  "docker compose ps, all": "show stopped ones, too (`-a`)",
  "docker buildx bake, file": "read the bake file $",
  "docker compose run, volume": "mount $",
  ...named(
    "docker compose run|docker compose exec",
    "env",
    (value) => `set ${list(value).map(variable).join(", ")}`,
  ),
  "docker compose run, publish": "publish $",
  "docker compose build, build-arg": "set the build argument $",
  "docker compose up, wait":
    "wait until the services run, and are healthy where that is checked (`--wait`)",
  "docker compose up, no-start": "start nothing (`--no-start`)",
  "docker compose restart, no-deps": "leave out the services that depend on it (`--no-deps`)",
  "docker compose up, scale": "run this many of each service: $",
  "docker compose config, quiet": "print nothing unless something is wrong (`-q`)",
  "docker compose config, services": "print only the services' names (`--services`)",
  "docker compose ps, services": "print only the services' names (`--services`)",
  "docker compose ps, quiet": "print only the IDs (`-q`)",
  "docker compose images, quiet": "print only the IDs (`-q`)",
  "docker-machine ls, quiet": "print only the names (`-q`)",
  "docker compose down, rmi": (value) =>
    value === "all"
      ? "remove all images of the services, too"
      : "remove the services' images that the file gives no name, too",
  "docker compose ls, all": "show stopped ones, too (`-a`)",
  "docker compose rm, force": "ask no question (`-f`)",
  "docker compose rm, stop": "stop them first (`-s`)",
  "docker compose rm, volumes": "remove their volumes without a name, too (`-v`)",
  "docker compose ps, status": "show only those that are $",
};
