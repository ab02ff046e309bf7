/** The languages that the interface speaks; a second one is added here and in each catalog. */
export type Language = "en";

const language: Language = "en";

/**
 * The texts of one part of the interface, a catalog for each language. A component calls what this
 * gives when it renders, and never names a language: adding one changes catalogs alone.
 */
export function inLanguages<Texts>(catalogs: Record<Language, Texts>): () => Texts {
  return () => catalogs[language];
}
