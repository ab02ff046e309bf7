import { readFileSync } from "node:fs";
import path from "node:path";

/** Routes that have no address of their own, and where they are met; null: only a broken app shows it. */
const without: Record<string, string | null> = {
  "/_not-found": "/no-such-page",
  "/_global-error": null,
};

/**
 * An address of every page of a build, and of a route with many pages its first, its last and one
 * that it does not have. A page added since is among them. `built` is Next's folder.
 */
export function everyPage(built: string): string[] {
  const files: Record<string, string> = read(built, "app-path-routes-manifest.json");
  const routes = Object.entries(files)
    .filter(([file]) => file.endsWith("/page"))
    .map(([, route]) => route);
  return routes.flatMap((route) => {
    const met = without[route];
    if (met !== undefined) return met === null ? [] : [met];
    return route.includes("[") ? someOf(built, route) : [route];
  });
}

function someOf(built: string, route: string): string[] {
  const { routes }: Prerendered = read(built, "prerender-manifest.json");
  const known = Object.keys(routes).filter((address) => routes[address]?.srcRoute === route);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) throw new Error(`Name an address of ${route}: the build knows none.`);
  return [...new Set([first, last]), route.replace(/\[[^\]]+\]/g, "no-such-page")];
}

type Prerendered = { routes: Record<string, { srcRoute: string | null }> };

function read(built: string, name: string) {
  return JSON.parse(readFileSync(path.join(built, name), "utf8"));
}
