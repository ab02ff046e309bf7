import { useEffect, useState } from "react";
import type { TopicPart } from "#core/content/types";
import { lessonText } from "#core/text/site/lesson-text";
import { loadPartAt } from "#local/deck/deck-store";

/** The part, or what is said in its place. */
type Loaded = { phase: "here"; part: TopicPart } | { phase: "awaited" | "failed"; says: string };

/** The topic's part of the deck. Where it cannot be had it is asked for again with the network. */
export function useTopicPart(address: string, topic: string): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({ phase: "awaited", says: lessonText().loading });
  useEffect(() => {
    let isShown = true;
    const show = (next: Loaded) => isShown && setLoaded(next);
    const load = () =>
      void loadPartAt(address, topic).then(
        (part) => show({ phase: "here", part }),
        (error: unknown) =>
          show({ phase: "failed", says: error instanceof Error ? error.message : String(error) }),
      );
    load();
    window.addEventListener("online", load);
    return () => {
      isShown = false;
      window.removeEventListener("online", load);
    };
  }, [address, topic]);
  return loaded;
}
