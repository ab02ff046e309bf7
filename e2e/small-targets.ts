/**
 * Runs in a page and names what is too small to be hit by a finger, with its size: below 24 px
 * anywhere (WCAG 2.5.8), below 44 px in the header and in navigation. A link in a sentence is as high
 * as its line; a field with a label is as large as both.
 */
export function smallTargets(): string[] {
  const targets =
    "a[href], button, summary, select, textarea, input, [role=button], [tabindex='0']";
  const isSeen = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.closest(".visually-hidden");
  const isInSentence = (element: Element) => {
    if (getComputedStyle(element).display !== "inline") return false;
    let block = element.parentElement;
    while (block && getComputedStyle(block).display === "inline") block = block.parentElement;
    return (block?.textContent ?? "").trim() !== (element.textContent ?? "").trim();
  };
  const sizeOf = (element: Element) => {
    const { labels = null } = element as Partial<HTMLInputElement>;
    const boxes = [element, ...(labels ?? [])].map((one) => one.getBoundingClientRect());
    return {
      width: Math.max(...boxes.map(({ width }) => width)),
      height: Math.max(...boxes.map(({ height }) => height)),
    };
  };
  return [...document.querySelectorAll(targets)]
    .filter((element) => isSeen(element) && !isInSentence(element))
    .flatMap((element) => {
      const { width, height } = sizeOf(element);
      // A rounded half pixel is no fault.
      const least = (element.closest("header, nav") ? 44 : 24) - 0.5;
      if (width >= least && height >= least) return [];
      const name = (element.textContent ?? "").trim().slice(0, 30);
      return [`${element.tagName} "${name}" is ${Math.round(width)} by ${Math.round(height)} px`];
    });
}
