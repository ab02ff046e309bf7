import type { Aspect, Canonical, Json } from "#core/docker/types";
import { actionPhrase, byTemplate } from "./action-phrases";
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
      : [anythingNamed(named, canonical), ...told.filter((aspect) => aspect !== named).map(does)];
  return phrases.map((phrase) => sentence(thirdPerson(phrase)));
}

/** Of a plan that has usual values, too, what was said of it. */
function saidOf({ name, value }: Aspect, { command }: Canonical): Json {
  if (!/^(?:update|rollback|restart)$/.test(name) || !command.verb.startsWith("service "))
    return value;
  const fields = Object.entries(Object(value)).filter(([field]) =>
    command.flags.some((flag) => flag.name === `${name}-${field}`),
  );
  return Object.fromEntries(fields) as Json;
}

function phraseOf(aspect: Aspect, canonical: Canonical): string {
  const { name } = aspect;
  const { action, aspects } = canonical;
  const asTyped = byItsWords(aspect, canonical);
  if (asTyped !== null) return asTyped;
  const value = saidOf(aspect, canonical);
  const phrase = aspectPhrase(name, value, action);
  const program = aspects.find((one) => one.name === "entrypoint");
  if (name === "command" && program !== undefined && valueWords(program.value) !== "``")
    return `give its program the arguments ${commandWords(value)}`;
  if (name === "asks for credentials" && !aspects.some((one) => isCredential(one.name)))
    return "ask you to log in, unless a stored login works";
  const idle = passedOverFor(aspect, canonical);
  if (idle !== null) return `${phrase}, which is passed over ${idle}`;
  return phrase === "take away all rights" && aspects.some((one) => one.name === "cap-add")
    ? `${phrase} but those that are added`
    : phrase;
}

const isCredential = (name: string) => name === "username" || name === "password";

/** What is told as it was typed, or by what its command makes of it. */
function byItsWords({ name, value }: Aspect, { action, aspects, command }: Canonical) {
  // Whether it is a folder that is there, into which is copied, only the container knows.
  if (/^copy files/.test(action) && name === "target" && value !== "-") {
    const typed = command.args[1]?.text ?? "";
    const inside = action === "copy files to container";
    return `copy it to ${code(inside ? typed.slice(typed.indexOf(":") + 1) : typed)}`;
  }
  if (name === "containers" && aspects.some((one) => one.name === "link"))
    return `act on the link ${valueWords(value)}`;
  return null;
}

/** By what an option is without effect, in words that follow "passed over"; null where it has one. */
function passedOverFor({ name }: Aspect, { action, aspects }: Canonical): string | null {
  const has = (wanted: string) => aspects.some((one) => one.name === wanted);
  const network = aspects.find((one) => one.name === "network")?.value;
  if (/^(?:port |publish-all$)/.test(name) && (network === "host" || network === "none"))
    return `on the network ${code(network)}`;
  if (/^cap-(?:add|drop)$/.test(name) && has("privileged")) return `with ${code("--privileged")}`;
  const isLone = /^(?:secret|topology-)/.test(name) && !has("cluster volume");
  return action === "create volume" && isLone ? "without another option of cluster volumes" : null;
}

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

function anythingNamed({ value }: Aspect, { aspects }: Canonical): string {
  const phrase = `print all details of what has the name ${valueWords(value)}, such as a container, an image, a volume or a network`;
  return aspects.some(({ name }) => name === "format") ? byTemplate(phrase) : phrase;
}
