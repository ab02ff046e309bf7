import { leavesOut, type Proof } from "#core/content/proof";
import { terminalText } from "#core/text/grading/terminal-text";
import { RichText } from "#ui/rich-text";
import { Sources } from "#ui/sources";

type Props = {
  proof: Proof;
  shown: string;
  /** Whether to tell what a newer Docker shows: it may say too much beside a question. */
  withLater: boolean;
};

/** By what it is known that a terminal shows just this, and what a newer Docker shows. */
export function TerminalProof({ proof, shown, withLater }: Props) {
  const text = terminalText();
  const { later } = proof;
  return (
    <>
      {proof.as === "recorded" ? (
        text.recorded(proof.with)
      ) : (
        <>
          {text.documented} <Sources sources={[proof.source]} />.
        </>
      )}
      {leavesOut(shown) && ` ${text.leftOut}`}
      {withLater && later && (
        <>
          {" "}
          {text.later(later.since)} <RichText text={later.text} /> (
          <Sources sources={later.sources} />)
        </>
      )}
    </>
  );
}
