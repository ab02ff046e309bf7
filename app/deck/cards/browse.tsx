"use client";

import { useMemo, useState } from "react";
import { anyCard, findCards, type Wish } from "#core/browse/find-cards";
import { browseText } from "#core/text/site/browse-text";
import { useLearner } from "#local/store/use-learner";
import { useStudyDay } from "#local/store/use-study-day";
import controls from "#ui/controls.module.css";
import { ActsOnMany } from "./acts-on-many";
import styles from "./browse.module.css";
import { FoundCard } from "./found-card";
import { useDeckCards } from "./use-deck-cards";
import { type TopicName, WishForm } from "./wish-form";

/** So many cards at once: the page stays short, and quick. */
const perPage = 50;

type Props = { indexAddress: string; topics: readonly TopicName[] };

/** Looks for cards among all of the deck, and does with many what can be done with one. */
export function Browse({ indexAddress, topics }: Props) {
  const text = browseText();
  const deck = useDeckCards(indexAddress);
  const learner = useLearner();
  const today = useStudyDay();
  const [wish, setWish] = useState<Wish>(anyCard);
  const [shown, setShown] = useState(perPage);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const states = learner?.states;
  const found = useMemo(
    () =>
      deck.phase === "here" && states && today !== null
        ? findCards(deck.cards, states, { wish, today })
        : null,
    [deck, states, wish, today],
  );
  const ask = (next: Wish) => {
    setWish(next);
    setShown(perPage);
  };
  const choose = (cards: readonly string[], isChosen: boolean) => {
    const next = new Set(chosen);
    for (const card of cards) isChosen ? next.add(card) : next.delete(card);
    setChosen(next);
  };
  // Of those that are found: what is out of sight is not acted on.
  const acting = (found ?? []).filter(({ id }) => chosen.has(id));
  const titles = new Map(topics.map(({ id, title }) => [id, title]));
  return (
    <div className={styles.column}>
      <h1>{text.heading}</h1>
      <p className={styles.lead}>{text.lead}</p>
      <WishForm wish={wish} topics={topics} onWish={ask} />
      <p aria-live="polite" className={styles.count}>
        {found ? text.found(found.length, acting.length) : deck.says}
      </p>
      {found && states && (
        <>
          <ActsOnMany
            acting={acting}
            states={states}
            today={today ?? 0}
            shortcuts={learner.settings.shortcuts}
          />
          {found.length > 0 && (
            <label className={styles.all}>
              <input
                type="checkbox"
                checked={acting.length === found.length}
                onChange={(event) =>
                  choose(
                    found.map(({ id }) => id),
                    event.target.checked,
                  )
                }
              />
              {text.chooseAll(found.length)}
            </label>
          )}
          <ul className={styles.cards}>
            {found.slice(0, shown).map((card) => (
              <FoundCard
                key={card.id}
                card={card}
                topic={titles.get(card.topic) ?? card.topic}
                isChosen={chosen.has(card.id)}
                onChoose={(isChosen) => choose([card.id], isChosen)}
              />
            ))}
          </ul>
          {found.length > shown && (
            <button
              type="button"
              className={controls.button}
              onClick={() => setShown(shown + perPage)}
            >
              {text.showMore(Math.min(perPage, found.length - shown))}
            </button>
          )}
        </>
      )}
    </div>
  );
}
