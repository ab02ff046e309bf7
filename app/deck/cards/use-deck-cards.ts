import { useEffect, useState } from "react";
import { type Findable, findable } from "#core/browse/find-cards";
import { browseText } from "#core/text/site/browse-text";
import { loadIndex, loadPart } from "#local/deck/deck-store";

/** All cards of the deck, or what is said in their place. */
type Loaded =
  | { phase: "here"; cards: Findable[]; says: string }
  | { phase: "awaited" | "failed"; says: string };

/** Loads every part of the deck. Where one cannot be had it is asked for again with the network. */
export function useDeckCards(indexAddress: string): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({ phase: "awaited", says: browseText().loading });
  useEffect(() => {
    let isShown = true;
    const show = (next: Loaded) => isShown && setLoaded(next);
    const load = () =>
      void allCards(indexAddress).then(
        (cards) => show({ phase: "here", cards, says: "" }),
        (error: unknown) =>
          show({ phase: "failed", says: error instanceof Error ? error.message : String(error) }),
      );
    load();
    window.addEventListener("online", load);
    return () => {
      isShown = false;
      window.removeEventListener("online", load);
    };
  }, [indexAddress]);
  return loaded;
}

/** In the deck's order. */
async function allCards(indexAddress: string): Promise<Findable[]> {
  const index = await loadIndex(indexAddress);
  const parts = await Promise.all(index.topics.map(({ id }) => loadPart(index, id)));
  return parts.flatMap(({ cards }) => cards.map(findable));
}
