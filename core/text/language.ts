/** The languages that the interface speaks; a second one is added here and in each catalog. */
export type Language = "en";

/** The one place where the language is chosen; also the page's own `lang`. */
export const language: Language = "en";

const locales: Record<Language, string> = { en: "en-GB" };

/** How dates are written in it. */
export const locale = locales[language];

/**
 * The texts of one part of the interface, a catalog for each language. A component calls what this
 * gives when it renders, and never names a language: adding one changes catalogs alone. The English
 * texts say what every other language must have.
 */
export function inLanguages<Texts>(
  catalogs: { en: Texts } & Record<Language, NoInfer<Texts>>,
): () => Texts {
  return () => catalogs[language];
}
