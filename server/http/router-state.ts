import "server-only";
import { z } from "zod";

/** Characters: many times the state of any page of ours, with the query that an address may have. */
const longest = 8_192;

const kinds = ["c", "ci(..)(..)", "ci(.)", "ci(..)", "ci(...)", "oc"];
const moreKinds = ["d", "di(..)(..)", "di(.)", "di(..)", "di(...)"];

const segment = z.union([
  z.string(),
  z.tuple([
    z.string(),
    z.string(),
    z.enum([...kinds, ...moreKinds]),
    z.array(z.string()).nullable(),
  ]),
]);

const state: z.ZodType = z.lazy(() =>
  z.tuple([
    segment,
    z.record(z.string(), state),
    z.tuple([z.string(), z.string()]).nullish(),
    z.enum(["refetch", "inside-shared-layout", "metadata-only"]).nullish(),
    z.number().nullish(),
    z.string().optional(),
  ]),
);

/**
 * Whether a Next-Router-State-Tree header is none, or one as Next's router sends it: the page from
 * which it asks, as escaped JSON. Next fails on any other. Its own schema is in its
 * server/app-render/types.
 */
export function isRouterState(header: string | string[] | undefined): boolean {
  if (header === undefined) return true;
  if (typeof header !== "string" || header.length > longest) return false;
  try {
    return state.safeParse(JSON.parse(decodeURIComponent(header))).success;
  } catch {
    return false;
  }
}
