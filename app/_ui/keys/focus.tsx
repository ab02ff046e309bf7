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
  });
}

/**
 * What was found is heard and seen at once, below its question where both have room, and Space and
 * Enter go to the page again.
 */
export function focusVerdict(place: HTMLElement | null): () => void {
  return afterPaint(() => place?.querySelector<HTMLElement>("[data-verdict]"));
}

/**
 * Moves the focus when the frame with the change is on the screen: focusing lays the page out at
 * once, and so would hold back what the learner waits to see.
 */
function afterPaint(find: () => HTMLElement | null | undefined): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    window.scrollTo({ top: 0, behavior: "instant" });
    timer = setTimeout(() => {
      const found = find();
      found?.focus({ preventScroll: true });
      found?.scrollIntoView({ block: "nearest", behavior: "instant" });
    });
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
