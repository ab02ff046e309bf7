import { Fragment } from "react";
import { type NoteBlock, type NoteSpan, noteBlocks } from "#core/feedback/note-blocks";
import { markText } from "#core/text/study/mark-text";
import styles from "./marks.module.css";

/** The learner's own note on a card's back. */
export function CardNote({ note, level = 2 }: { note: string; level?: 2 | 3 }) {
  const Heading = `h${level}` as const;
  return (
    <section className={styles.note}>
      <Heading>{markText().note}</Heading>
      {keyed(noteBlocks(note)).map(({ key, one }) => (
        <Block key={key} block={one} />
      ))}
    </section>
  );
}

function Block({ block }: { block: NoteBlock }) {
  if (block.kind === "paragraph") {
    return (
      <p>
        <Spans spans={block.spans} />
      </p>
    );
  }
  if (block.kind === "code") return <pre>{block.text}</pre>;
  const List = block.isNumbered ? "ol" : "ul";
  return (
    <List>
      {keyed(block.items).map(({ key, one }) => (
        <li key={key}>
          <Spans spans={one} />
        </li>
      ))}
    </List>
  );
}

function Spans({ spans }: { spans: NoteSpan[] }) {
  return keyed(spans).map(({ key, one }) => (
    <Fragment key={key}>
      <Span span={one} />
    </Fragment>
  ));
}

function Span({ span }: { span: NoteSpan }) {
  const { text } = span;
  switch (span.mark) {
    case "text":
      return text;
    case "code":
      return <code>{text}</code>;
    case "em":
      return <em>{text}</em>;
    case "strong":
      return <strong>{text}</strong>;
    case "link":
      return (
        <a href={span.address} target="_blank" rel="noreferrer">
          {text}
        </a>
      );
  }
}

/** What is drawn in its order and never moves within it. */
const keyed = <One,>(list: readonly One[]) => list.map((one, place) => ({ key: `${place}`, one }));
