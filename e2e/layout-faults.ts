/**
 * Runs in a page and says what its layout does to a reader: what reaches beyond the window, so that
 * one would have to scroll sideways, and words that are cut in two at the end of a line. What has a
 * scroller of its own, code and addresses may be as long as they are.
 */
export function layoutFaults(): string[] {
  const found = new Set<string>();
  const { clientWidth, scrollWidth } = document.documentElement;
  const isSeen = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.closest(".visually-hidden");
  const scrolls = (element: Element | null): boolean =>
    element !== null &&
    (getComputedStyle(element).overflowX !== "visible" || scrolls(element.parentElement));
  const named = (element: Element) =>
    `${element.tagName.toLowerCase()} "${(element.textContent ?? "").trim().slice(0, 30)}"`;

  if (scrollWidth > clientWidth) found.add(`the page is ${scrollWidth} px wide`);
  for (const element of document.body.querySelectorAll("*")) {
    const { left, right, width } = element.getBoundingClientRect();
    const leavesWindow = width > 0 && (right > clientWidth + 1 || left < -1);
    if (leavesWindow && isSeen(element) && !scrolls(element.parentElement)) {
      found.add(`${named(element)} ends at ${Math.round(right)} px`);
    }
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    const around = text.parentElement;
    const free = "code, pre, kbd, textarea, svg, script, style";
    if (!around || around.closest(free) || !isSeen(around)) continue;
    if (/mono/i.test(getComputedStyle(around).fontFamily)) continue;
    // A piece of a path, an address or a name with a dot in it is no word.
    for (const { 0: word, index } of (text.nodeValue ?? "").matchAll(
      /(?<![\p{L}\d@/_.:=])\p{L}{3,}(?![\p{L}\d@/_]|[.:]\S)/gu,
    )) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (lines.size > 1) found.add(`"${word}" is cut in two`);
    }
  }
  return [...found];
}
