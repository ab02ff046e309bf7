import type { ReactNode } from "react";
import type { Diagram as Drawing } from "#core/content/diagram-types";
import type { LessonPart as Part } from "#core/content/lesson-types";
import { lessonText } from "#core/text/site/lesson-text";
import { slideAnchor, slideWords } from "#ui/card/slide-words";
import { Diagram } from "#ui/diagram/diagram";
import { RichText } from "#ui/rich-text";
import { Scrolled } from "#ui/scrolled";
import { Sources } from "#ui/sources";
import { TerminalProof } from "#ui/terminal/terminal-proof";
import { Highlighted } from "./highlighted";
import styles from "./lesson.module.css";
import { TerminalBlock } from "./terminal-block";

type Props = {
  part: Part;
  diagrams: readonly Drawing[];
  /** The slides that no part above stands on: links to them lead here. */
  first: readonly number[];
};

/** One part of a lesson, with the slides that it stands on beside it. */
export function LessonPart({ part, diagrams, first }: Props) {
  return (
    <>
      {first.map((slide) => (
        <span key={slide} id={slideAnchor(slide)} className={styles.place} />
      ))}
      {part.heading && <h2 className={styles.heading}>{part.heading}</h2>}
      <div className={styles.part}>
        <div className={styles.body}>{bodyOf(part, diagrams)}</div>
        <p className={styles.slides}>{slideWords(part.slides)}</p>
      </div>
    </>
  );
}

function bodyOf(part: Part, diagrams: readonly Drawing[]): ReactNode {
  switch (part.form) {
    case "text":
      return (
        <p>
          <RichText text={part.text} />
        </p>
      );
    case "now":
      return <Today part={part} />;
    case "code":
      return (
        <Figure caption={part.caption}>
          <Scrolled as="pre" className={styles.code} label={lessonText().code}>
            <code>
              <Highlighted text={part.code} language={part.language} />
            </code>
          </Scrolled>
        </Figure>
      );
    case "terminal":
      return (
        <Figure
          caption={part.caption}
          proof={<TerminalProof proof={part.proof} shown={part.text} withLater />}
        >
          <TerminalBlock text={part.text} />
        </Figure>
      );
    case "diagram":
      return <Drawn id={part.diagram} caption={part.caption} diagrams={diagrams} />;
  }
}

function Today({ part }: { part: Extract<Part, { form: "now" }> }) {
  const text = lessonText();
  return (
    <aside className={styles.today}>
      <p className={styles.label}>{part.since ? text.todaySince(part.since) : text.today}</p>
      <p>
        <RichText text={part.text} />
      </p>
      {part.sources.length > 0 && (
        <p className={styles.sources}>
          {text.sources(part.sources.length)} <Sources sources={part.sources} />
        </p>
      )}
    </aside>
  );
}

type FigureProps = { caption: string; proof?: ReactNode; children: ReactNode };

function Figure({ caption, proof, children }: FigureProps) {
  return (
    <figure className={styles.figure}>
      {children}
      <figcaption>
        <RichText text={caption} />
        {proof && <span className={styles.proof}>{proof}</span>}
      </figcaption>
    </figure>
  );
}

function Drawn({
  id,
  caption,
  diagrams,
}: {
  id: string;
  caption: string;
  diagrams: readonly Drawing[];
}) {
  const diagram = diagrams.find((one) => one.id === id);
  if (!diagram) throw new Error(`no drawing ${id} in the deck`);
  return <Diagram diagram={diagram} caption={caption} />;
}
