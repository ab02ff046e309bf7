import "server-only";
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const manifest = z.record(z.string(), z.string());

/**
 * Which addresses under /api/ a standalone build has. To any other Next would render a page, which
 * takes more of the server and heeds more of the request than a program is owed.
 */
export function readApiRoutes(standalone: string): (path: string) => boolean {
  const file = path.join(standalone, ".next", "app-path-routes-manifest.json");
  const routes = Object.values(manifest.parse(JSON.parse(readFileSync(file, "utf8"))));
  const patterns = routes.filter((route) => route.startsWith("/api/")).map(patternOf);
  return (address) => patterns.some((pattern) => pattern.test(address));
}

/** `/api/a/[id]/[...rest]` as an expression. */
function patternOf(route: string): RegExp {
  const steps = route.split("/").map((step) => {
    if (!step.startsWith("[")) return step.replace(/[^\w-]/g, "\\$&");
    return step.startsWith("[...") ? ".+" : "[^/]+";
  });
  return new RegExp(`^${steps.join("/")}$`);
}
