import type { DeckIndex } from "#core/content/types";
import { quizChoices } from "#core/log/types";
import { quizSetupText } from "#core/text/quiz/quiz-setup-text";
import styles from "#quiz/quiz.module.css";
import controls from "#ui/controls.module.css";
import type { SetupWish } from "./setup-wish";

type Props = {
  index: DeckIndex;
  wish: SetupWish;
  onChange: (change: Partial<SetupWish>) => void;
};

/** What a quiz is about: some topics, one idea, or what is weakest. */
export function MatterFields({ index, wish, onChange }: Props) {
  const text = quizSetupText();
  return (
    <>
      <fieldset className={styles.lengths}>
        <legend>{text.about}</legend>
        {quizChoices.map((by) => (
          <label key={by}>
            <input
              type="radio"
              name="by"
              checked={wish.by === by}
              onChange={() => onChange({ by })}
            />
            <span>{text.choices[by]}</span>
          </label>
        ))}
      </fieldset>
      {wish.by === "topics" && <TopicFields index={index} wish={wish} onChange={onChange} />}
      {wish.by === "concepts" && <IdeaField index={index} wish={wish} onChange={onChange} />}
      {wish.by === "weakest" && <p className={styles.muted}>{text.weakest}</p>}
    </>
  );
}

function TopicFields({ index, wish: { topics }, onChange }: Props) {
  const all = topics.length === index.topics.length;
  const toggle = (id: string) =>
    onChange({ topics: topics.includes(id) ? topics.filter((t) => t !== id) : [...topics, id] });
  const text = quizSetupText();
  return (
    <fieldset className={styles.topics}>
      <legend>{text.topics}</legend>
      <label className={styles.all}>
        <input
          type="checkbox"
          checked={all}
          onChange={() => onChange({ topics: all ? [] : index.topics.map(({ id }) => id) })}
        />
        {text.wholeTalk}
      </label>
      {index.topics.map((topic) => (
        <label key={topic.id} data-section={topic.section}>
          <input
            type="checkbox"
            checked={topics.includes(topic.id)}
            onChange={() => toggle(topic.id)}
          />
          <span className={styles.container} aria-hidden="true" />
          {topic.title}
        </label>
      ))}
    </fieldset>
  );
}

function IdeaField({ index, wish, onChange }: Props) {
  return (
    <div className={controls.field}>
      <label htmlFor="quiz-idea">{quizSetupText().idea}</label>
      <select
        id="quiz-idea"
        className={controls.input}
        value={wish.concept}
        onChange={(event) => onChange({ concept: event.target.value })}
      >
        {index.topics.map((topic) => (
          <optgroup key={topic.id} label={topic.title}>
            {index.concepts
              .filter((concept) => concept.topic === topic.id)
              .map((concept) => (
                <option key={concept.id} value={concept.id}>
                  {concept.title}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
