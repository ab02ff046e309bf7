import { canonicalCommand } from "#core/docker/canonical-command";
import { compareCommands, differencesOf } from "#core/docker/compare-commands";
import { parseCommand } from "#core/docker/parse-command";
import { effectsOf } from "#core/docker/same-effect";
import { sayContrast } from "#core/docker/say/say-difference";
import type { Canonical, Difference, Parsed } from "#core/docker/types";
import { commandsText } from "#core/text/grading/commands-text";
import { RichText } from "#ui/rich-text";
import { MarkedCommand } from "#ui/terminal/marked-command";
import { Terminal } from "#ui/terminal/terminal";
import styles from "./commands.module.css";
import { verdictWords } from "./verdict-words";

/** Whether two commands mean the same, and if not, each difference in words. */
export function CommandComparison({ first, second }: { first: Parsed; second: string }) {
  const parsed = parseCommand(second);
  const wanted = canonicalCommand(first);
  const given = canonicalCommand(parsed);
  if (wanted.kind !== "canonical") {
    return <p className={styles.refused}>{commandsText().firstUnread}</p>;
  }
  if (given.kind !== "canonical") {
    return <p className={styles.refused}>{verdictWords(given)}</p>;
  }
  const compared = compareCommands(first, parsed);
  const differences = compared.verdict === "different" ? compared.differences : [];
  return <Differences text={second} differences={differences} wanted={wanted} given={given} />;
}

type Props = {
  text: string;
  differences: readonly Difference[];
  wanted: Canonical;
  given: Canonical;
};

function Differences({ text, differences, wanted, given }: Props) {
  const says = commandsText();
  const marks = differences.flatMap(({ bSpans }) =>
    bSpans.map((span) => ({ ...span, says: says.differs })),
  );
  const isOneEffect = (one: Canonical, other: Canonical) =>
    differencesOf(...effectsOf(one, other)).length === 0;
  const sameEffect =
    differences.length > 0 && (isOneEffect(wanted, given) || isOneEffect(given, wanted));
  return (
    <>
      <p className={styles.verdict}>
        {differences.length === 0 ? says.same : sameEffect ? says.sameEffect : says.different}
      </p>
      {differences.length > 0 && (
        <>
          <Terminal command={<MarkedCommand text={text} marks={marks} />} />
          <ul className={styles.list}>
            {comparable(differences).map((difference) => (
              <li key={difference.aspect}>
                <RichText text={sayContrast(difference, { first: wanted, second: given })} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Of two things that are done altogether differently the details are not comparable. */
function comparable(differences: readonly Difference[]): readonly Difference[] {
  const actions = differences.filter(({ aspect }) => aspect === "action");
  return actions.length > 0 ? actions : differences;
}
