import type { Theme } from "#core/scheduling/types";

/** What the script in every page's head reads before anything is painted, and listens to. */
const key = "mooring.theme";

/** Draws this browser's pages in a theme from now on, those that are open and those to come. */
export function keepTheme(theme: Theme): void {
  const kept = theme === "system" ? null : theme;
  if (localStorage.getItem(key) === kept) return;
  if (kept === null) localStorage.removeItem(key);
  else localStorage.setItem(key, kept);
  window.dispatchEvent(new Event(key));
}
