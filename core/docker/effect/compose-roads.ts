import type { Aspect } from "#core/docker/types";

/** Variables that say what an option of Compose says. */
const variables: Readonly<Record<string, string>> = {
  "variable COMPOSE_FILE": "project file",
  "variable COMPOSE_PROJECT_NAME": "project project-name",
};

/** Compose's options in one spelling: a variable for an option, and waiting, which detaches. */
export function composeRoads(action: string, aspects: readonly Aspect[]): readonly Aspect[] {
  if (!action.startsWith("docker compose ")) return aspects;
  const said = new Set(aspects.map(({ name }) => name));
  const told = aspects.map((aspect) => {
    const option = variables[aspect.name];
    if (option === undefined || said.has(option)) return aspect;
    const { value } = aspect;
    const isList = option === "project file" && typeof value === "string";
    const files = isList ? value.split(":").map((path) => path.replace(/^\.\//, "")) : value;
    return { ...aspect, name: option, value: files };
  });
  const wait =
    action === "docker compose up" ? told.find(({ name }) => name === "wait") : undefined;
  if (wait === undefined) return told;
  const others = told.filter(({ name }) => name !== "wait" && name !== "detach");
  return [...others, { ...wait, name: "detach" }];
}
