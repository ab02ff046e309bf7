/**
 * A screen reader hears the new question; with a keyboard at hand the field to type in is ready.
 * Gives what calls it off.
 */
export function focusCard(place: HTMLElement | null): () => void {
  const field = place?.querySelector<HTMLElement>("[data-autofocus]");
  const front = place?.querySelector<HTMLElement>("[data-front]");
  return afterPaint(() => {
    const hasKeyboard = window.matchMedia("(hover: hover)").matches;
    return field && hasKeyboard ? field : front;
  }, true);
}

/** What was found is heard at once, and Space and Enter go to the page again. */
export function focusVerdict(place: HTMLElement | null): () => void {
  return afterPaint(() => place?.querySelector<HTMLElement>("[data-verdict]"));
}

/**
 * Moves the focus when the frame with the change is on the screen: focusing lays the page out at
 * once, and so would hold back what the learner waits to see.
 */
function afterPaint(find: () => HTMLElement | null | undefined, toTop = false): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    if (toTop) window.scrollTo({ top: 0, behavior: "instant" });
    timer = setTimeout(() => find()?.focus({ preventScroll: true }));
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
