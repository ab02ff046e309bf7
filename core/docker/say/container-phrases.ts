import type { Json } from "#core/docker/types";
import { list, type Phrase } from "./phrase-parts";
import { code, commandWords } from "./words";

/** Verbs whose words become a new container's command, which its image's program may be given. */
const starting = ["run container", "create container", "create service", "docker compose run"];

/** What a container is asked for where other commands mean something else by it. */
export const containerPhrases: Readonly<Record<string, Phrase>> = Object.fromEntries(
  starting.map((action) => [
    `${action}, command`,
    (value: Json) => `use ${commandWords(value)} as its command`,
  ]),
);

/** `db:10.0.0.2`: which address a name gets. */
export const hostLines = (value: Json): string =>
  list(value)
    .map((one) => {
      const [, name = "", address = ""] = /^([^:]*):(.*)$/s.exec(String(one)) ?? [];
      return `give ${code(name)} the address ${
        address === "host-gateway" ? "of the host" : code(address)
      }`;
    })
    .join(", and ");
