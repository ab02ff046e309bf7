import { decodeIndex } from "#core/content/decode-index";
import { partAddress } from "#core/content/part-address";
import type { Card, Concept, DeckIndex, StudyIndex, TopicPart } from "#core/content/types";
import { browserText } from "#core/text/account/browser-text";
import { takeEarly } from "#local/browser/early";

let index: { address: string; loading: Promise<StudyIndex> } | null = null;
const parts = new Map<string, Promise<TopicPart>>();
const loaded = new Map<string, TopicPart>();

/** Loads the deck's index once. Rejects, in words, when it cannot be reached. */
export function loadIndex(address: string): Promise<StudyIndex> {
  if (index?.address !== address) {
    const loading = fetchJson(address).then(decodeIndex);
    index = { address, loading };
    loading.catch(() => {
      index = null;
    });
  }
  return index.loading;
}

/** Loads the part of one topic once; the next call is answered from memory. */
export function loadPart(deck: DeckIndex, topic: string): Promise<TopicPart> {
  return loadPartAt(partAddress(deck, topic), topic);
}

/** As loadPart, where the part's address is known without the index. */
export function loadPartAt(address: string, topic: string): Promise<TopicPart> {
  const known = parts.get(address);
  if (known) return known;
  const loading = fetchJson(address).then((json) => {
    const part = json as TopicPart;
    loaded.set(topic, part);
    return part;
  });
  parts.set(address, loading);
  loading.catch(() => parts.delete(address));
  return loading;
}

/** A card whose topic's part is loaded, with its concept; null while it is not. */
export function findCard(topic: string, id: string): { card: Card; concept: Concept } | null {
  const part = loaded.get(topic);
  const card = part?.cards.find((c) => c.id === id);
  const concept = part?.concepts.find((c) => c.id === card?.concept);
  return card && concept ? { card, concept } : null;
}

/** Rejects in words for the learner. */
async function fetchJson(address: string): Promise<unknown> {
  try {
    const response = (await takeEarly(address)) ?? (await fetch(address));
    if (!response.ok) throw new Error(`${address} answered ${response.status}`);
    return await response.json();
  } catch (cause) {
    throw new Error(browserText().cardsNotLoaded, { cause });
  }
}
