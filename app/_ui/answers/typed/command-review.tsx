import type { DrawnCommandCard } from "#core/content/draw-card";
import { canonicalCommand } from "#core/docker/canonical-command";
import { describeEffect } from "#core/docker/say/describe-effect";
import { commandFacts } from "#core/feedback/command-facts";
import { type Judgement, judgeCommand } from "#core/grading/command/judge-command";
import { terminalText } from "#core/text/grading/terminal-text";
import styles from "#ui/answers/parts/answers.module.css";
import { RichText } from "#ui/rich-text";
import { CommandParts } from "#ui/terminal/command-parts";
import { type Marked, MarkedCommand } from "#ui/terminal/marked-command";
import { Terminal } from "#ui/terminal/terminal";
import terminal from "#ui/terminal/terminal.module.css";
import { WholeOptions } from "#ui/whole-options";

type Typed = { card: DrawnCommandCard; typed: string };

/** The learner's command with what counts marked in place. */
export function CommandReview({ card, typed }: Typed) {
  const marks = marksOf(judgeCommand(card, typed));
  return <Terminal command={<MarkedCommand text={typed} marks={marks} />} />;
}

/** What would have been right, what the learner's command does, and its parts. */
export function CommandNotes({ card, typed }: { card: DrawnCommandCard; typed: string | null }) {
  const judgement = typed === null ? null : judgeCommand(card, typed);
  const { house, right, also } = commandFacts(card, judgement);
  const text = terminalText();
  return (
    <>
      <dl className={styles.facts}>
        <Command name={text.houseStyle} text={house} />
        <Command name={text.right} text={right} />
        <Command name={text.alsoRight} text={also} />
        {judgement && <Effect judgement={judgement} />}
      </dl>
      <details className={terminal.parts}>
        <summary>{typed === null ? text.parts : text.yourParts}</summary>
        <CommandParts text={typed ?? card.answer} />
      </details>
    </>
  );
}

function Command({ name, text }: { name: string; text: string | null }) {
  if (text === null) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <code>
          <WholeOptions text={text} />
        </code>
      </dd>
    </>
  );
}

function Effect({ judgement }: { judgement: Judgement }) {
  const canonical = canonicalCommand(judgement.parsed);
  if (canonical.kind !== "canonical") return null;
  return (
    <>
      <dt>{terminalText().yoursDoes}</dt>
      <dd>
        <ul className={terminal.effect}>
          {describeEffect(canonical).map((sentence) => (
            <li key={sentence}>
              <RichText text={sentence} />
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}

/** Where the command differs from what is asked, or where it is refused. */
function marksOf(judgement: Judgement): Marked[] {
  const text = terminalText();
  switch (judgement.layer) {
    case "empty":
    case "same":
    case "same-effect":
      return [];
    case "refused":
      return [{ ...judgement.refused.span, says: text.refusedHere }];
    case "unmodelled":
      return [{ ...judgement.unmodelled.span, says: text.unmodelled }];
    case "allowed":
    case "partly":
    case "wrong":
      return judgement.differences.flatMap(({ bSpans }) =>
        bSpans.map((span) => ({ ...span, says: text.differs })),
      );
  }
}
