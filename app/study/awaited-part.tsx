"use client";

import { useEffect } from "react";
import type { DeckIndex } from "#core/content/types";
import { studyText } from "#core/text/study/study-text";
import { loadPart } from "#local/deck/deck-store";
import controls from "#ui/controls.module.css";

/** Between two tries, milliseconds. */
const retry = 5_000;

type Props = { index: DeckIndex; card: string; onHere: () => void; onSkip: () => void };

/** Stands where a card will be: its topic is fetched until it is here, and when the network is back. */
export function AwaitedPart({ index, card, onHere, onSkip }: Props) {
  const topic = index.cards.find(({ id }) => id === card)?.topic;
  useEffect(() => {
    if (topic === undefined) return;
    const fetchPart = () => void loadPart(index, topic).then(onHere, () => undefined);
    fetchPart();
    const timer = setInterval(fetchPart, retry);
    window.addEventListener("online", fetchPart);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", fetchPart);
    };
  }, [index, topic, onHere]);
  const text = studyText();
  return (
    <>
      <p role="status">{text.fetchingNext}</p>
      <button type="button" className={controls.button} onClick={onSkip}>
        {text.putOff}
      </button>
    </>
  );
}
