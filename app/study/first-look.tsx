import { drawCard } from "#core/content/draw-card";
import type { Card, StudyIndex } from "#core/content/types";
import { defaultSettings } from "#core/scheduling/settings";
import { displayOrder } from "#core/session/display-order";
import { newcomerSeed, startSession } from "#core/session/start-session";
import { OptionFace } from "#ui/answers/options/option-face";
import { inOrder } from "#ui/answers/parts/answer-props";
import answers from "#ui/answers/parts/answers.module.css";
import { CardFront } from "#ui/card/card-front";

type Props = { index: StudyIndex; cards: ReadonlyMap<string, Card> };

/**
 * The first card of whoever was never here, as their session will show it: it can be read while the
 * scripts that take its answer are still on their way.
 */
export function FirstLook({ index, cards }: Props) {
  const learner = { states: new Map(), settings: defaultSettings, recent: [] };
  const now = { ms: 0, utcOffset: 0 };
  const start = { index, learner, more: 0, topic: null, earlier: null, seed: newcomerSeed, now };
  const { current } = startSession(start).session;
  const found = current && cards.get(current.card);
  const topic = index.topics.find(({ id }) => id === found?.topic);
  if (!found || !topic) return null;
  const card = drawCard(found, current.seed);
  const display = displayOrder(card, current.seed);
  return (
    <article data-section={topic.section}>
      <CardFront card={card} topic={topic} />
      {card.kind === "choice" && (
        <ul className={answers.options}>
          {inOrder(card.options, display).map(({ index: option, item }, place) => (
            <li key={option}>
              <button type="button" className={answers.option} disabled>
                <OptionFace place={place} text={item.text} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
