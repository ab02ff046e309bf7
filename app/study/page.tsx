import type { Metadata } from "next";
import { preload } from "react-dom";
import { cardsOnRoad } from "#core/content/choose-road";
import { partAddress } from "#core/content/part-address";
import { studyText } from "#core/text/study/study-text";
import { deckCatalog } from "#server/base/catalog";
import { EarlyStart } from "./early-start";
import { FirstLook } from "./first-look";
import { StudySession } from "./study-session";

export const metadata: Metadata = { title: studyText().title };

/** The same page for everyone: what there is to study is known in the browser alone. */
export default async function StudyPage() {
  const { addresses, cards, index } = await deckCatalog();
  preload(addresses.index, { as: "fetch", crossOrigin: "anonymous" });
  const [first] = cardsOnRoad(index, null);
  return (
    <>
      {first && <EarlyStart firstPart={partAddress(index, first.topic)} />}
      <StudySession
        indexAddress={addresses.index}
        firstLook={<FirstLook index={index} cards={cards} />}
      />
    </>
  );
}
