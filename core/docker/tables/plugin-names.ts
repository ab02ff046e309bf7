/** Plug-ins that Docker's own pages list: each is a program of its own that the client passes on to. */
export const pluginNames: ReadonlySet<string> = new Set(
  "agent ai app buildx cloud compose debug desktop dev extension harmonia init mcp model offload pass sandbox sbom scan scout".split(
    " ",
  ),
);

/** Whether a word after `docker` is a plug-in's name. */
export const isPlugin = (word: string): boolean => pluginNames.has(word);
