import type { Canonical, Json } from "#core/docker/types";

/** One request that the client makes of the Engine API (v1.51), and what it is for. */
export type EngineRequest = { method: string; path: string; why: string };

/** An aspect's value, where it is there. */
export const valueIn = ({ aspects }: Canonical, name: string): Json | undefined =>
  aspects.find((aspect) => aspect.name === name)?.value;
/** Whether a switch is on. */
export const isOn = (canonical: Canonical, name: string) => valueIn(canonical, name) === true;
/** An aspect's value, where it is a text. */
export const textOf = (canonical: Canonical, name: string): string => {
  const found = valueIn(canonical, name);
  return typeof found === "string" ? found : "";
};
/** An aspect's values, where it has several. */
export const listOf = (canonical: Canonical, name: string): string[] => {
  const found = valueIn(canonical, name);
  return Array.isArray(found) ? found.map(String) : [];
};
/** The query of what is set, such as `?all=1&size=1`. */
export function query(pairs: Readonly<Record<string, string | boolean>>): string {
  const set = Object.entries(pairs).filter(([, value]) => value !== "" && value !== false);
  const said = set.map(
    ([key, value]) =>
      `${key}=${value === true ? "1" : encodeURI(String(value)).replace(/%7B(\w+)%7D/g, "{$1}")}`,
  );
  return said.length === 0 ? "" : `?${said.join("&")}`;
}
/** A moment as the client sends it, in seconds since 1970; one that is told from now is not known. */
export function momentOf(canonical: Canonical, name: string): string {
  const moment = textOf(canonical, name);
  return moment.startsWith("now") ? "{time}" : moment;
}
/** An image's whole name and its tag, which the engine takes apart. */
export function nameAndTag(canonical: Canonical, aspect: string): { name: string; tag: string } {
  const [, name = "", tag = ""] = /^(.*?)(?::([^:/]*))?$/s.exec(textOf(canonical, aspect)) ?? [];
  return { name, tag };
}
/** A request of its parts. */
export const request = (method: string, path: string, why: string): EngineRequest => ({
  method,
  path,
  why,
});

/** What is asked for a command. */
export type Asked = (canonical: Canonical) => EngineRequest[];

/** The same request for each thing that is named. */
export const forEach =
  (name: string, make: (one: string, canonical: Canonical) => EngineRequest): Asked =>
  (canonical) =>
    listOf(canonical, name).map((one) => make(one, canonical));

/** One request that no option changes. */
export const one =
  (method: string, path: string, why: string): Asked =>
  () => [request(method, path, why)];

/** With platforms as the engine reads them: `{"architecture":"amd64","os":"linux"}`. */
export function withPlatforms(one: EngineRequest, canonical: Canonical): EngineRequest {
  const key = canonical.action === "remove images" ? "platforms" : "platform";
  const given = listOf(canonical, "platform").map((platform) => {
    const [os, architecture, variant] = platform.split("/");
    return `${key}=${JSON.stringify({ architecture, os, variant })}`;
  });
  return given.length === 0 ? one : { ...one, path: joined(one.path, given.join("&")) };
}

const joined = (path: string, query: string) => `${path}${path.includes("?") ? "&" : "?"}${query}`;

const stack = "com.docker.stack.namespace";

/** What the client itself asks for of the listings of tasks and stacks. */
const own: Readonly<Record<string, (canonical: Canonical) => [name: string, value: string]>> = {
  "list tasks of nodes": () => ["node", "{id}"],
  "list tasks of services": () => ["service", "{id}"],
  "list tasks of stack": (canonical) => ["label", `${stack}=${textOf(canonical, "stack")}`],
  "list stacks": () => ["label", stack],
};

/** The filters of a listing: those that were given, then the client's own. */
function filtersOf(canonical: Canonical): Map<string, string[]> {
  const filters = new Map<string, string[]>();
  for (const { name, value } of canonical.aspects) {
    if (!name.startsWith("filter ")) continue;
    const values = Array.isArray(value) ? value.map(String) : [String(value)];
    filters.set(name.slice("filter ".length), values);
  }
  const [name, value] = own[canonical.action]?.(canonical) ?? [];
  if (name !== undefined && value !== undefined)
    filters.set(name, [...(filters.get(name) ?? []), value]);
  return filters;
}

/** With the filters as the engine reads them: `{"status":{"exited":true}}`. */
export function withFilters(one: EngineRequest, canonical: Canonical): EngineRequest {
  const given = [...filtersOf(canonical)].map(([name, values]) => [
    name,
    Object.fromEntries(values.map((each) => [each, true])),
  ]);
  if (one.path === "/images/prune" && canonical.action === "prune system")
    given.push(["dangling", { [String(!isOn(canonical, "all"))]: true }]);
  // What BuildKit is asked for is no part of the path.
  if (given.length === 0 || one.path === "/grpc") return one;
  const filters = `filters=${JSON.stringify(Object.fromEntries(given))}`;
  return { ...one, path: joined(one.path, filters) };
}
