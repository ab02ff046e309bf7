import { refuseClient } from "#core/engine/client/words";

export type Interpolation = { values: Readonly<Record<string, string>>; missing: Set<string> };

const variable = /\$(?:\$|\{(\w+)(?:(:?[-?+])((?:[^{}]|\{[^{}]*\})*))?\}|([A-Za-z_]\w*))/g;

function replaced(text: string, path: string, x: Interpolation): string {
  return text.replace(
    variable,
    (whole, braced?: string, op?: string, arg?: string, plain?: string) => {
      if (whole === "$$") return "$";
      const name = braced ?? plain ?? "";
      const value = x.values[name];
      const isSet = op?.startsWith(":") ? value !== undefined && value !== "" : value !== undefined;
      if (op?.endsWith("-")) return isSet ? (value ?? "") : replaced(arg ?? "", path, x);
      if (op?.endsWith("+")) return isSet ? replaced(arg ?? "", path, x) : "";
      if (op?.endsWith("?") && !isSet) {
        refuseClient(
          `error while interpolating ${path}: required variable ${name} is missing a value: ${arg ?? ""}`,
        );
      }
      if (value === undefined) x.missing.add(name);
      return value ?? "";
    },
  );
}

/** Puts the values of variables into all texts of a file. */
export function interpolated(value: unknown, path: string, x: Interpolation): unknown {
  if (typeof value === "string") return replaced(value, path, x);
  if (Array.isArray(value)) return value.map((one) => interpolated(one, `${path}.[]`, x));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      interpolated(one, path === "" ? key : `${path}.${key}`, x),
    ]),
  );
}

/** Variables of a `.env` file. */
export function readEnv(text: string): Record<string, string> {
  const result: Record<string, string> = {};
  for (const line of text.split("\n")) {
    const [, name, raw = ""] =
      /^\s*(?:export\s+)?([A-Za-z_][\w.-]*)\s*[=:]\s*(.*?)\s*$/.exec(line) ?? [];
    if (name === undefined || line.trimStart().startsWith("#")) continue;
    const [, quote, inner = ""] = /^(["'])(.*)\1/.exec(raw) ?? [];
    const plain = quote === undefined ? raw.replace(/\s+#.*$/, "") : inner;
    result[name] =
      quote === "'"
        ? plain
        : plain.replace(/\$\{?(\w+)\}?/g, (_, one: string) => result[one] ?? "");
  }
  return result;
}
