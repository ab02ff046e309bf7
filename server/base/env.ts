import "server-only";
import { BlockList } from "node:net";
import path from "node:path";
import { z } from "zod";
import { type DatabasePlace, readDatabaseUrl } from "#db/postgres/read-url";
import { type Proxies, readProxies } from "./client-address";
import { persistedSecret } from "./persisted-secret";

/** The settings of the running server. README lists the variables they come from. */
export type Env = {
  port: number;
  host: string;
  /** Absolute. Unused where the database is elsewhere. */
  dataDir: string;
  /** The PostgreSQL that all is stored in; null where it is a file in the data folder. */
  databasePlace: DatabasePlace | null;
  /** Origin under which browsers reach the app, or null when it goes by the request's host. */
  appUrl: string | null;
  /** Browsers reach the app by https: cookies are named and marked for it. */
  secure: boolean;
  /** Who may say which client a request is from. */
  proxies: Proxies;
  secret: string;
  /** By which server mail is sent, and as whose; null where none is. */
  mail: { url: string; from: string } | null;
};

type Source = Readonly<Record<string, string | undefined>>;

const variables = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "must be a whole number")
    .transform(Number)
    .refine((port) => port <= 65535, "must be at most 65535")
    .default(3000),
  HOST: z.string().regex(/^\S+$/, "must be a host name or an address").default("127.0.0.1"),
  DATA_DIR: z.string().default("./data"),
  APP_URL: z
    .url({
      protocol: /^https?$/,
      error: "must be a URL such as https://mooring.example",
      abort: true,
    })
    .refine((url) => new URL(url).pathname === "/", "must have no path")
    .transform((url) => new URL(url).origin)
    .optional(),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error: "must be a URL such as smtps://user:password@mail.example",
    })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^(?:[^<>@"\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/,
      "must be an address such as Mooring <mooring@mooring.example>",
    )
    .optional(),
  TRUST_PROXY: z
    .string()
    .default("")
    .transform((text) => (text.trim() === "" ? new BlockList() : readProxies(text)))
    .refine(
      (proxies) => proxies !== null,
      "must list addresses, ranges such as 10.0.0.0/8, loopback or private",
    )
    .transform((proxies) => proxies ?? new BlockList()),
  AUTH_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  DATABASE_URL: z.string().transform(placeOf).optional(),
});

function placeOf(url: string, { issues }: z.RefinementCtx<string>): DatabasePlace {
  const read = readDatabaseUrl(url);
  if (read.ok) return read.place;
  issues.push({ code: "custom", message: read.reason, input: url });
  return z.NEVER;
}

/**
 * What else has to be given with a variable. Links that are mailed name the server by an address that
 * no request can choose. Servers that share a database know each other's cookies by the same secret.
 */
const needed = { SMTP_URL: ["MAIL_FROM", "APP_URL"], DATABASE_URL: ["AUTH_SECRET"] } as const;

const schema = variables.check(({ value, issues }) => {
  for (const by of ["SMTP_URL", "DATABASE_URL"] as const) {
    if (value[by] === undefined) continue;
    for (const name of needed[by]) {
      if (value[name] !== undefined) continue;
      const message = `must be set where ${by} is`;
      issues.push({ code: "custom", path: [name], message, input: value });
    }
  }
});

/** The variables that are read. */
export const settingNames = Object.keys(variables.shape);

/**
 * Reads and checks the settings; an empty variable counts as absent. Throws one error that names
 * every variable that is wrong and says how. Makes the secret's file where none is given.
 */
export function readEnv(source: Source): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new Error(inWords(parsed.error));
  const { PORT, HOST, DATA_DIR, APP_URL, TRUST_PROXY, AUTH_SECRET, SMTP_URL, MAIL_FROM } =
    parsed.data;
  const { DATABASE_URL } = parsed.data;
  // The build must not take the data folder for a part of the program.
  const dataDir = path.resolve(/* turbopackIgnore: true */ DATA_DIR);
  return {
    port: PORT,
    host: HOST,
    dataDir,
    databasePlace: DATABASE_URL ?? null,
    appUrl: APP_URL ?? null,
    secure: APP_URL?.startsWith("https://") ?? false,
    proxies: TRUST_PROXY,
    secret: AUTH_SECRET ?? persistedSecret(dataDir),
    mail: SMTP_URL && MAIL_FROM ? { url: SMTP_URL, from: MAIL_FROM } : null,
  };
}

let known: Env | null = null;

/** The process's own settings, checked at the first call. */
export function env(): Env {
  known ??= readEnv(process.env);
  return known;
}

function inWords(error: z.ZodError): string {
  const lines = error.issues.map((issue) => `  ${issue.path.join(".")} ${issue.message}`);
  return `These environment variables are wrong:\n${lines.join("\n")}`;
}
