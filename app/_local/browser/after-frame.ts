/** A page that draws nothing, such as one that is hidden, is waited for so long, milliseconds. */
const longest = 100;

/** Resolves once the next frame is on the screen: what can wait until then keeps no key waiting. */
export function afterFrame(): Promise<void> {
  if (typeof requestAnimationFrame !== "function" || document.visibilityState === "hidden") {
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    const late = setTimeout(resolve, longest);
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      // Not before the frame that is being made here is done.
      port1.onmessage = () => {
        clearTimeout(late);
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
  });
}
