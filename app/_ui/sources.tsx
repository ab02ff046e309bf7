import type { Source } from "#core/content/source";

/** Where a statement can be checked: titles, linked where they have an address. */
export function Sources({ sources }: { sources: readonly Source[] }) {
  return sources.map(({ title, url }, index) => (
    <span key={title}>
      {index > 0 && "; "}
      {url ? (
        <a href={url} target="_blank" rel="noreferrer">
          {title}
        </a>
      ) : (
        title
      )}
    </span>
  ));
}
