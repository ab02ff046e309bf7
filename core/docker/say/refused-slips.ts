import { commandAt } from "#core/docker/tables/command-table";
import { type Given, refusal, type Slip, text, value } from "./slip-parts";
import { code, commandWords, shortImage } from "./words";

/** `-name web`: one dash makes a row of letters. */
const oneDash: Slip = (given, wanted) => {
  const [, found = ""] = /^unknown shorthand flag: '.' in -(\S+)/.exec(refusal(given)) ?? [];
  const [name = ""] = found.split("=");
  if (name.length < 2) return null;
  const long = commandAt(wanted.command.verb)?.long.has(name) ?? false;
  if (!long && name !== "name" && name !== "rm") return null;
  return `A long option takes two dashes: ${code(`--${name}`)}. After one dash each letter is an option of its own.`;
};

/** `-pd 8080:80`: an option that takes a value ends its row. */
const valueInRow: Slip = ({ parsed }, _) => {
  // What stands apart from `-p` is no row.
  const row = parsed.parts.find(
    ({ role, flag, text: said, start }, i) =>
      role === "value" &&
      flag === "publish" &&
      /^[a-zA-Z]+$/.test(said) &&
      parsed.parts[i - 1]?.end === start,
  );
  if (row === undefined) return null;
  return `In a row of letters only the last may take a value: ${code(`-p${row.text}`)} reads ${code(row.text)} as the port. Write ${code(`-${row.text}p`)}.`;
};

/** An option takes the next word as its value, be it the image. */
const swallowed: Slip = (given, wanted) => {
  if (!/requires at least 1 argument/.test(refusal(given))) return null;
  const image = shortImage(text(wanted, "image"));
  const eaten = given.parsed.parts.find(
    ({ role, text: said }) => role === "value" && image !== "" && shortImage(said) === image,
  );
  if (eaten?.flag === undefined) return null;
  return `${code(`--${eaten.flag}`)} took ${code(eaten.text)} as its value, so no image is left.`;
};

const execAlone: Slip = (given, wanted) => {
  if (wanted.action !== "execute in container" || !/exec' requires/.test(refusal(given)))
    return null;
  const [command] = [value(wanted, "command")];
  const said = command === undefined ? "the command" : commandWords(command);
  return `${code("docker exec")} needs the command to run after the container's name: ${said}.`;
};

/** commit and tag read no options after the first name. */
const lateOptions: Slip = (given) => {
  const [, verb = ""] = /'docker (?:\w+ )?(commit|tag)' requires/.exec(refusal(given)) ?? [];
  const late = given.parsed.parts.find(
    ({ role, text: said }) => role !== "flag" && said.startsWith("-"),
  );
  if (verb === "" || late === undefined) return null;
  return `${code(`docker ${verb}`)} reads options only before the names: ${code(late.text)} was taken for one more name.`;
};

/** `docker volumes`, `docker machine`: words that are no commands, and what was meant. */
const meant: Readonly<Record<string, string>> = {
  volumes: "docker volume ls",
  networks: "docker network ls",
  services: "docker service ls",
  nodes: "docker node ls",
  containers: "docker ps",
  machine: "docker-machine",
  daemon: "dockerd",
  delete: "docker rm",
  list: "docker ps",
  ls: "docker ps",
  shell: "docker exec -it",
  ssh: "docker exec -it",
};
const unknownVerb: Slip = (given) => {
  const [, said = ""] = /unknown command: docker (\S+)/.exec(refusal(given)) ?? [];
  const right = Object.hasOwn(meant, said) ? meant[said] : undefined;
  if (right === undefined) return null;
  const at = given.parsed.parts.findIndex((part) => part.text === said);
  const next = given.parsed.parts[at + 1]?.text ?? "";
  // `docker volumes create` is `docker volume create`, no list.
  const verb = right.replace(/ ls$/, ` ${next}`);
  const isVerb = commandAt(verb.replace(/^docker /, "")) !== undefined;
  return `There is no ${code(`docker ${said}`)}: it is ${code(isVerb ? verb : right)}.`;
};

/** `docker compose up -f a.yml`: Compose's own options and its verbs' have places of their own. */
export const composePlace = (given: Given): string | null => {
  const [, letter = "", name = ""] =
    /^unknown (?:shorthand flag: '(.)'|flag: --(\S+))/.exec(refusal(given)) ?? [];
  const { parts } = given.parsed;
  if (letter + name === "") return null;
  if (!parts.some(({ text: said }) => said === "compose" || said === "docker-compose")) return null;
  const option = code(letter === "" ? `--${name}` : `-${letter}`);
  return parts.some(({ role, text: said }) => role === "verb" && said !== "compose")
    ? `${option} is an option of Compose itself: it stands before the verb.`
    : `${option} is an option of the verb: it stands after it.`;
};

/** Slips that the client refuses, the most telling first. */
export const refusedSlips: readonly Slip[] = [
  composePlace,
  oneDash,
  valueInRow,
  swallowed,
  execAlone,
  lateOptions,
  unknownVerb,
];
