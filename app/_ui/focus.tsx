/** A screen reader hears the new question; with a keyboard at hand the field to type in is ready. */
export function focusCard(place: HTMLElement | null): void {
  const field = place?.querySelector<HTMLElement>("[data-autofocus]");
  const front = place?.querySelector<HTMLElement>("[data-front]");
  const hasKeyboard = window.matchMedia("(hover: hover)").matches;
  (field && hasKeyboard ? field : front)?.focus({ preventScroll: true });
  window.scrollTo({ top: 0, behavior: "instant" });
}

/** What was found is heard at once, and Space and Enter go to the page again. */
export function focusVerdict(place: HTMLElement | null): void {
  place?.querySelector<HTMLElement>("[data-verdict]")?.focus({ preventScroll: true });
}
