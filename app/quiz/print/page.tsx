import type { Metadata } from "next";
import { preload } from "react-dom";
import { paperText } from "#core/text/quiz/paper-text";
import { deckCatalog } from "#server/base/catalog";
import { Paper } from "./paper";

export const metadata: Metadata = { title: paperText().title };

/** The same page for everyone: what is printed stands in the address, and in the browser's store. */
export default async function PaperPage() {
  const { addresses } = await deckCatalog();
  preload(addresses.index, { as: "fetch", crossOrigin: "anonymous" });
  return <Paper indexAddress={addresses.index} />;
}
