import { earlyScript } from "#core/account/early-script";

/**
 * Asks for what the first card needs while the page's scripts are still on their way. A device that
 * knows nothing of its account yet makes its first exchange (the body is that of app/_local/sync),
 * and fetches the part of the deck that the answer names; a guest who was never here fetches the
 * part that guests begin with. app/_local/browser/early.ts hands out what comes.
 */
export function EarlyStart({ firstPart }: { firstPart: string }) {
  const text = `${earlyScript}(${JSON.stringify(firstPart)})`;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: ours, and the address is made of hashes
  return <script dangerouslySetInnerHTML={{ __html: text }} />;
}
