"use client";

import { trainOf } from "#core/session/session";
import { studyText } from "#core/text/study/study-text";
import { deviceNow } from "#local/store/device-time";
import { newId } from "#local/store/new-id";
import { Train } from "#ui/card/train";
import { AwaitedPart } from "./awaited-part";
import { CardView } from "./card-view";
import { SessionEnd } from "./session-end";
import styles from "./study.module.css";
import { type Study, shownCard, useStudy } from "./use-study";

/** Today's session from the first card to the end page. */
export function StudySession({ indexAddress }: { indexAddress: string }) {
  const { study, step, begin, refresh } = useStudy(indexAddress);
  if (study.phase === "failed") {
    return (
      <div className={styles.column}>
        <h1>{studyText().notBegun}</h1>
        <p role="alert">{study.message}</p>
        <p>{studyText().kept}</p>
      </div>
    );
  }
  if (study.phase === "loading") return <Loading />;
  const { index, session } = study;
  if (!session.current) {
    const undo = () => step({ type: "undo", id: newId(), now: deviceNow() });
    return (
      <SessionEnd
        index={index}
        session={session}
        onMore={(more) => void begin(more)}
        onUndo={session.past ? undo : null}
      />
    );
  }
  const shown = shownCard(index, session);
  const { card } = session.current;
  const skip = () => step({ type: "skip", card, now: deviceNow() });
  return (
    <div className={styles.column}>
      <SessionTrain study={study} />
      {shown ? (
        <CardView
          key={session.current.shownAt.ms + session.current.card}
          {...shown}
          current={session.current}
          canUndo={session.past !== null}
          step={step}
        />
      ) : (
        <AwaitedPart index={index} card={card} onHere={refresh} onSkip={skip} />
      )}
    </div>
  );
}

function SessionTrain({ study }: { study: Extract<Study, { phase: "ready" }> }) {
  const { index, session } = study;
  const train = trainOf(session);
  const finished = train.filter((wagon) => wagon.place === "done").length;
  const sections = new Map(index.topics.map((topic) => [topic.id, topic.section]));
  const topics = new Map(index.cards.map((card) => [card.id, card.topic]));
  return (
    <Train
      label={studyText().place(finished + 1, train.length)}
      wagons={train.map(({ card, place }) => ({
        key: card,
        place,
        section: sections.get(topics.get(card) ?? "") ?? "docker",
        missed:
          place === "done" &&
          session.done.some((done) => done.card === card && done.rating === "again"),
      }))}
    />
  );
}

/** Holds the places of what will be there, so that nothing jumps. */
function Loading() {
  const text = studyText();
  return (
    <div className={styles.column} aria-busy="true">
      <Train label={text.loading} wagons={[]} />
      <h1 className={styles.front}>{text.title}</h1>
      <p className={styles.muted}>{text.lookingUp}</p>
      <noscript>{text.needsJavaScript}</noscript>
    </div>
  );
}
