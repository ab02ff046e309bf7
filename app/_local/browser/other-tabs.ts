const name = "mooring-log";

let channel: BroadcastChannel | null = null;

/** Tells the other tabs of this browser that an owner's store holds something new. */
export function tellOtherTabs(owner: string): void {
  open()?.postMessage(owner);
}

/** Hears of other tabs whose store has changed; a tab never hears of itself. */
export function hearOtherTabs(heard: (owner: string) => void): void {
  open()?.addEventListener("message", ({ data }) => heard(String(data)));
}

/** Null where the browser has no such channel: then a tab learns of others when it is reloaded. */
function open(): BroadcastChannel | null {
  if (typeof BroadcastChannel === "undefined") return null;
  channel ??= new BroadcastChannel(name);
  return channel;
}
