import type { Metadata } from "next";
import { preload } from "react-dom";
import { studyText } from "#core/text/study/study-text";
import { deckCatalog } from "#server/base/catalog";
import { StudySession } from "./study-session";

export const metadata: Metadata = { title: studyText().title };

/** The same page for everyone: what there is to study is known in the browser alone. */
export default async function StudyPage() {
  const { addresses } = await deckCatalog();
  preload(addresses.index, { as: "fetch", crossOrigin: "anonymous" });
  return <StudySession indexAddress={addresses.index} />;
}
