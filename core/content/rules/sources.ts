import { type Draft, problemAt } from "#core/content/read/draft";
import type { Path, Problem } from "#core/content/read/problem";
import type { Authored } from "#core/content/read/reader";
import type { Source } from "#core/content/source";

/** What a repository's own pages list, without saying anything of one version. */
const lists = new Set(["branches", "issues", "pulls", "releases", "tags", "wiki"]);
/** Branches: what stands there today may be gone tomorrow. */
const moving = new Set(["HEAD", "main", "master"]);

/** A source says what it is named for: no front page, no list, no file that changes under its address. */
export function sourcesSayIt(draft: Draft): Problem[] {
  const faults = <Value>(entry: Authored<Value>, path: Path, sources: readonly Source[] = []) =>
    sources.flatMap(({ title, url }, at) => {
      const fault = url === undefined ? null : faultOf(new URL(url));
      if (fault === null) return [];
      const message = `The source "${title}" ${fault}.`;
      const hint = "Name the page or the file, at a tag or a date, that says it.";
      return [problemAt(entry, [...path, at, "url"], { message, hint })];
    });
  return [
    ...draft.concepts.flatMap((c) => faults(c, ["now", "sources"], c.value.now.sources)),
    ...draft.cards.flatMap((card) => faults(card, ["sources"], card.value.sources)),
    ...draft.lessons.flatMap((lesson) =>
      lesson.value.parts.flatMap((part, at) =>
        faults(lesson, ["parts", at, "sources"], "sources" in part ? part.sources : []),
      ),
    ),
  ];
}

function faultOf({ hostname, pathname }: URL): string | null {
  const folders = pathname.split("/").filter((name) => name !== "" && name !== "index.html");
  if (hostname === "github.com") return faultOnGitHub(folders);
  return folders.length <= ownFolders(hostname) ? "is a front page" : null;
}

/** How many folders of an address lead to a project's own front page. */
function ownFolders(hostname: string): number {
  if (hostname === "hub.docker.com") return 2;
  return hostname.endsWith(".github.io") ? 1 : 0;
}

function faultOnGitHub([, repository, kind, at]: readonly string[]): string | null {
  if (repository === undefined || kind === undefined) return "is a front page";
  if (lists.has(kind) && at === undefined) return "is a list";
  if ((kind === "blob" || kind === "tree") && at !== undefined && moving.has(at)) {
    return `is of the branch ${at}, which moves`;
  }
  return null;
}
