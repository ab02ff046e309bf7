import type { Page } from "@playwright/test";

/** What a key led to. */
export type KeyPaint = { what: "card" | "answer"; ms: number };

/**
 * Measures in the page, for each key that changes the card on the screen or shows its answer: from
 * the event's timestamp to the message task after the first animation frame that has the change in
 * it. `card` and `answer` select what stands for the two. Each one is also marked in the trace.
 */
export async function installKeyProbe(
  page: Page,
  selectors: { card: string; answer: string },
): Promise<void> {
  await page.evaluate(({ card, answer }) => {
    const paints: KeyPaint[] = [];
    Object.assign(window, { mooringPaints: paints });
    const channel = new MessageChannel();
    let pending: { what: KeyPaint["what"]; start: number } | null = null;
    let latest = 0;
    channel.port1.onmessage = () => {
      if (pending) paints.push({ what: pending.what, ms: performance.now() - pending.start });
      pending = null;
    };
    /** Frames to wait for a change: a key that only types makes none. */
    const patience = 30;
    const listen = (event: KeyboardEvent) => {
      latest += 1;
      const mine = latest;
      const before = { card: document.querySelector(card), answer: document.querySelector(answer) };
      const changed = (): KeyPaint["what"] | null => {
        if (document.querySelector(card) !== before.card) return "card";
        return document.querySelector(answer) !== before.answer ? "answer" : null;
      };
      const look = (frames: number) => {
        const what = changed();
        if (what) {
          pending = { what, start: event.timeStamp };
          performance.mark(`mooring-${what}`);
          channel.port2.postMessage(null);
        } else if (frames > 0 && mine === latest) requestAnimationFrame(() => look(frames - 1));
      };
      requestAnimationFrame(() => look(patience));
    };
    window.addEventListener("keydown", listen, true);
  }, selectors);
}

/** What the probe has measured so far. */
export async function readPaints(page: Page): Promise<KeyPaint[]> {
  return page.evaluate(() => {
    const found: unknown = Reflect.get(window, "mooringPaints");
    return found as KeyPaint[];
  });
}
