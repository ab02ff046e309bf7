import type { Aspect, Canonical } from "#core/docker/types";
import { actionPhrase } from "./action-phrases";
import { aspectPhrase } from "./aspect-phrases";
import { code, commandWords, sentence, thirdPerson, valueWords } from "./words";

/** What a command does, in short sentences: the main thing, then what else it asks for. */
export function describeEffect(canonical: Canonical): string[] {
  const does = (aspect: Aspect) => fromInput(aspect, canonical) ?? phraseOf(aspect, canonical);
  const told = canonical.aspects.filter(
    ({ name, value }) => name !== "looks for" && !isToldBelow(name, value, canonical),
  );
  const named = looksForAny(canonical);
  const phrases =
    named === null
      ? [actionPhrase(canonical), ...told.map(does)]
      : [anythingNamed(named), ...told.filter((aspect) => aspect !== named).map(does)];
  return phrases.map((phrase) => sentence(thirdPerson(phrase)));
}

function phraseOf({ name, value }: Aspect, { action, aspects }: Canonical): string {
  const phrase = aspectPhrase(name, value, action);
  const program = aspects.find((one) => one.name === "entrypoint");
  if (name === "command" && program !== undefined && valueWords(program.value) !== "``")
    return `give its program the arguments ${commandWords(value)}`;
  if (phrase === "take away all rights" && aspects.some((one) => one.name === "cap-add"))
    return `${phrase} but those that are added`;
  if (name === "asks for credentials" && !aspects.some((one) => isCredential(one.name)))
    return "ask you to log in, unless a login is stored";
  const isHost = aspects.some((one) => one.name === "network" && one.value === "host");
  return isHost && /^(?:port |publish-all$)/.test(name)
    ? `${phrase}, which is passed over on the network ${code("host")}`
    : phrase;
}

const isCredential = (name: string) => name === "username" || name === "password";

/** A password that is piped in is what another command prints, not that command's own text. */
function fromInput({ name, value }: Aspect, { command }: Canonical): string | null {
  const isPiped =
    name === "password" && command.flags.some((flag) => flag.name === "password-stdin");
  return isPiped && !("file" in Object(value)) ? "read the password from standard input" : null;
}

/** What is told with more of it: a container's network with its end there, a log's options. */
const isToldBelow = (name: string, value: unknown, { aspects }: Canonical) =>
  (name === "network" && aspects.some((one) => one.name === `network ${String(value)}`)) ||
  (name === "log-opt" && aspects.some((one) => one.name.startsWith("log-opt ")));

/** The names that `docker inspect` looks up among things of every kind; null of other commands. */
function looksForAny({ aspects }: Canonical): Aspect | null {
  const isAny = aspects.some(
    ({ name, value }) => name === "looks for" && value === "anything of the name",
  );
  return (isAny && aspects.find(({ name }) => name === "containers")) || null;
}

const anythingNamed = ({ value }: Aspect) =>
  `print all details of what has the name ${valueWords(value)}, such as a container, an image, a volume or a network`;
