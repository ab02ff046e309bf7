import type { Metadata } from "next";
import { browseText } from "#core/text/site/browse-text";
import { deckCatalog } from "#server/base/catalog";
import { Browse } from "./browse";

export const metadata: Metadata = { title: browseText().title };

/** All cards of the deck, to look for and to act on; what the learner made of them the browser knows. */
export default async function CardsPage() {
  const { deck, addresses } = await deckCatalog();
  const topics = deck.topics.map(({ id, title }) => ({ id, title }));
  return <Browse indexAddress={addresses.index} topics={topics} />;
}
