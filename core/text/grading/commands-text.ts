import { inLanguages } from "#core/text/language";

const pluginWords: Readonly<Record<string, string>> = {
  agent: "builds and runs AI agents",
  ai: "answers questions through Docker's assistant",
  buildx: "builds images with BuildKit, for several systems and with its own builders",
  cloud: "builds and runs on Docker's machines; offload has replaced it",
  debug: "opens a shell with tools in a container or an image that has none",
  desktop: "starts, stops and updates Docker Desktop",
  dev: "keeps environments for development; it is no longer made",
  extension: "manages the extensions of Docker Desktop",
  init: "writes a Dockerfile, a Compose file and a .dockerignore for a project",
  mcp: "manages MCP servers, which give AI programs tools",
  model: "fetches and runs AI models on this machine",
  offload: "builds and runs on Docker's machines",
  pass: "keeps secrets in the system's key store",
  sandbox: "runs AI agents closed off from this machine",
  sbom: "lists the packages in an image",
  scan: "looked for known vulnerabilities in images; scout has replaced it",
  scout: "lists the packages in an image and their known vulnerabilities",
};

const en = {
  title: "Commands",
  lead: "Type or paste docker commands and see them taken apart: what each part is, what a command does and what the engine is asked. Nothing is run.",
  command: "A command",
  takeApart: "Take it apart",
  takenApart: "Taken apart",
  /** Of a command between backticks. */
  didYouMean: (command: string) => `Did you mean ${command}?`,
  take: "Take that",
  taken: (command: string) => `Now reading ${command}`,
  plugin: (name: string, does: string) =>
    `\`docker ${name}\` is a plug-in of the client, a separate program: it ${does}.`,
  otherPlugin: (name: string) =>
    `\`docker ${name}\` is a plug-in of the client, a separate program.`,
  depends: (message: string) =>
    `What this does depends on a value that only the shell knows. As it stands: ${message}`,
  parts: "Part by part",
  here: "here",
  meaning: "What it does",
  oneSpelling: "In one spelling",
  requests: "The main requests to the engine",
  request: "Request",
  purpose: "What for",
  compared: "What counts when it is compared",
  aspect: "Aspect",
  value: "Value",
  action: "action",
  compareTitle: "Compare with another",
  compareHint: (example: string) =>
    `Two commands are the same when they ask the same of the engine, however they are typed. Try \`${example}\`.`,
  otherCommand: "Another command",
  compare: "Compare",
  comparisonDone: "Compared.",
  firstUnread: "The first command cannot be compared yet.",
  same: "The same command",
  sameEffect: "The same effect in another way",
  different: "Different",
  differs: "differs",
  empty: "Nothing is typed yet.",
  refused: {
    shell: (message: string) => `This never reaches Docker: ${message}`,
    client: (message: string) => `The client refuses this: ${message}`,
    engine: (message: string) => `The engine refuses this: ${message}`,
  },
  unmodelled: (why: string) =>
    `Mooring cannot explain this: ${why.replace(/^not modelled: /, "")}.`,
  /** What a plug-in does, in words that follow "it"; null for one that is only known by name. */
  pluginDoes: (name: string) =>
    (Object.hasOwn(pluginWords, name) ? pluginWords[name] : null) ?? null,
  canonical: "The command is read and taken apart below.",
};

/** The page on which a command is taken apart and compared. */
export const commandsText = inLanguages({ en });
