/**
 * The body of an exchange that a page which ends asks to have sent for it, null of any other message
 * (app/_local/sync/hand-to-worker.ts).
 */
export function bodyToSend(message: unknown): string | null {
  if (typeof message !== "object" || message === null) return null;
  const { type, body } = message as { type?: unknown; body?: unknown };
  return type === "SEND" && typeof body === "string" ? body : null;
}

/** Sends it. Whether it arrived the page's next visit finds out; never rejects. */
export async function sendForPage(body: string): Promise<void> {
  const headers = { "content-type": "application/json" };
  await fetch("/api/sync", { method: "POST", headers, body }).catch(() => undefined);
}
