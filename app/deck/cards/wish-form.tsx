import { useId } from "react";
import { anyCard, standings, type Wish } from "#core/browse/find-cards";
import { cardKinds } from "#core/content/types";
import { flags } from "#core/log/types";
import { browseText } from "#core/text/site/browse-text";
import { markText } from "#core/text/study/mark-text";
import controls from "#ui/controls.module.css";
import styles from "./browse.module.css";

export type TopicName = { id: string; title: string };

type Props = { wish: Wish; topics: readonly TopicName[]; onWish: (wish: Wish) => void };

/** What is looked for; the list follows each change. */
export function WishForm({ wish, topics, onWish }: Props) {
  const id = useId();
  const text = browseText();
  const change = (some: Partial<Wish>) => onWish({ ...wish, ...some });
  const kinds = cardKinds.map((kind) => [kind, text.kinds[kind]] as const);
  return (
    <search className={styles.wish}>
      <div className={`${controls.field} ${styles.words}`}>
        <label htmlFor={`${id}-words`}>{text.words}</label>
        <input
          id={`${id}-words`}
          type="search"
          className={controls.input}
          value={wish.words}
          onChange={(event) => change({ words: event.target.value })}
        />
      </div>
      <Choice
        name={text.topic}
        any={text.anyTopic}
        chosen={wish.topic}
        options={topics.map((topic) => [topic.id, topic.title] as const)}
        onChoose={(topic) => change({ topic })}
      />
      <Choice
        name={text.kind}
        any={text.anyKind}
        chosen={wish.kind}
        options={kinds}
        onChoose={(kind) => change({ kind })}
      />
      <Choice
        name={text.standing}
        any={text.anyStanding}
        chosen={wish.standing}
        options={standings.map((one) => [one, text.standings[one]] as const)}
        onChoose={(standing) => change({ standing })}
      />
      <Choice
        name={text.flag}
        any={text.anyFlag}
        chosen={wish.flag}
        options={flags.map((flag) => [flag, markText().flags[flag]] as const)}
        onChoose={(flag) => change({ flag })}
      />
      <Choice
        name={text.due}
        any={text.anyDue}
        chosen={wish.due}
        options={(["today", "week", "later"] as const).map((due) => [due, text.dues[due]] as const)}
        onChoose={(due) => change({ due })}
      />
      <Choice
        name={text.lapses}
        any={text.anyLapses}
        chosen={wish.lapses === 0 ? null : `${wish.lapses}`}
        options={["1", "4", "8"].map((least) => [least, text.leastLapses(least)] as const)}
        onChoose={(least) => change({ lapses: Number(least ?? 0) })}
      />
      <div className={styles.clear}>
        <button type="button" className={controls.quiet} onClick={() => onWish(anyCard)}>
          {text.clear}
        </button>
      </div>
    </search>
  );
}

type ChoiceProps<Value extends string> = {
  name: string;
  /** What stands for all of them. */
  any: string;
  chosen: Value | null;
  options: readonly (readonly [Value, string])[];
  onChoose: (value: Value | null) => void;
};

function Choice<Value extends string>({
  name,
  any,
  chosen,
  options,
  onChoose,
}: ChoiceProps<Value>) {
  const id = useId();
  return (
    <div className={controls.field}>
      <label htmlFor={id}>{name}</label>
      <select
        id={id}
        className={controls.input}
        value={chosen ?? ""}
        onChange={(event) =>
          onChoose(options.find(([value]) => value === event.target.value)?.[0] ?? null)
        }
      >
        <option value="">{any}</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
