import { protocol } from "#core/log/protocol";

/**
 * A function of the part of the deck that a guest's first session begins with, as the text of a
 * script: it stands in the study page and runs before any module has come. By two keys the browser's
 * store notes whose it is, and whether anything of them was ever in it.
 *
 * A guest of whom nothing was ever stored is a newcomer: `data-newcomer` on the root shows the first
 * card as the page brings it, and the first key that is pressed on it is held until it can act.
 */
export const earlyScript = `(part => {
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
    if (!account) {
      if (known === "guest") return;
      document.documentElement.dataset.newcomer = "";
      const held = window.mooringHeld = { key: null, hold: event => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.target !== document.body) return;
        if (!/^[ 1-9]$/.test(event.key)) return;
        event.preventDefault();
        held.key ??= event.key;
      } };
      addEventListener("keydown", held.hold);
      return ask(part, part);
    }
    if (known === account) return;
    const utcOffset = -new Date().getTimezoneOffset();
    const body = JSON.stringify({ protocol: ${protocol}, account, device: "", since: 0, entries: [], utcOffset });
    const headers = { "content-type": "application/json" };
    ask(body, "/api/sync", { method: "POST", headers, body }).then(answer => {
      const next = answer.headers.get("x-first-part");
      if (next) ask(next, next);
    }, () => {});
  } catch {}
})`;
