/** By these the browser's store notes whose it is, and whether anything of them was ever in it. */
const script = `(part => {
  if (location.search) return;
  try {
    const early = window.mooringEarly = {};
    const ask = (name, path, init) => {
      const asked = early[name] = fetch(path, { signal: AbortSignal.timeout(20000), ...init });
      asked.catch(() => {});
      return asked;
    };
    const known = localStorage.getItem("mooring.known");
    const account = JSON.parse(localStorage.getItem("mooring.account"))?.id;
    if (!account) return known !== "guest" && ask(part, part);
    if (known === account) return;
    const utcOffset = -new Date().getTimezoneOffset();
    const body = JSON.stringify({ account, device: "", since: 0, entries: [], utcOffset });
    const headers = { "content-type": "application/json" };
    ask(body, "/api/sync", { method: "POST", headers, body }).then(answer => {
      const next = answer.headers.get("x-first-part");
      if (next) ask(next, next);
    }, () => {});
  } catch {}
})`;

/**
 * Asks for what the first card needs while the page's scripts are still on their way. A device that
 * knows nothing of its account yet makes its first exchange (the body is that of app/_local/sync),
 * and fetches the part of the deck that the answer names; a guest who was never here fetches the
 * part that guests begin with. app/_local/browser/early.ts hands out what comes.
 */
export function EarlyStart({ firstPart }: { firstPart: string }) {
  const text = `${script}(${JSON.stringify(firstPart)})`;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: ours, and the address is made of hashes
  return <script dangerouslySetInnerHTML={{ __html: text }} />;
}
