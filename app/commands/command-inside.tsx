import { printCommand } from "#core/docker/print-command";
import { engineRequests } from "#core/docker/say/engine-requests";
import { fieldWords } from "#core/docker/say/words";
import type { Canonical } from "#core/docker/types";
import { commandsText } from "#core/text/grading/commands-text";
import { RichText } from "#ui/rich-text";
import { WholeOptions } from "#ui/whole-options";
import { Subheading } from "./subheading";

type Props = { canonical: Canonical; text: string; nested: boolean };

/** The command as the program sees it: its one spelling, its requests, its aspects. */
export function CommandInside({ canonical, text, nested }: Props) {
  const says = commandsText();
  return (
    <>
      {!isFilledIn(text) && (
        <>
          <Subheading nested={nested}>{says.oneSpelling}</Subheading>
          <p>
            <code>
              <WholeOptions text={printCommand(canonical)} />
            </code>
          </p>
        </>
      )}
      {!isFilledIn(text) && <Requests canonical={canonical} nested={nested} />}
      {!isUnknown(canonical) && (
        <>
          <Subheading nested={nested}>{says.compared}</Subheading>
          <Aspects canonical={canonical} />
        </>
      )}
    </>
  );
}

/** Where a value that stands in was read, what is compared is no more than a guess. */
const isUnknown = ({ command }: Canonical) =>
  command.world.unknowns?.some(({ is }) => is !== "typed") ?? false;

/** What the shell fills in has no one spelling, but for the folders that the grader knows. */
const isFilledIn = (text: string) => /`|\$(?!\{?(?:PWD|HOME|USER|UID)\b|\(\s*pwd\s*\))/.test(text);

function Requests({ canonical, nested }: { canonical: Canonical; nested: boolean }) {
  const says = commandsText();
  const requests = engineRequests(canonical);
  if (requests.length === 0) return null;
  return (
    <>
      <Subheading nested={nested}>{says.requests}</Subheading>
      <table>
        <thead>
          <tr>
            <th scope="col">{says.request}</th>
            <th scope="col">{says.purpose}</th>
          </tr>
        </thead>
        <tbody>
          {requests.map(({ method, path, why }) => (
            <tr key={`${method} ${path}`}>
              <td>
                <code>
                  {method} {path}
                </code>
              </td>
              <td>{why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Aspects({ canonical: { action, aspects } }: { canonical: Canonical }) {
  const says = commandsText();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{says.aspect}</th>
          <th scope="col">{says.value}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>{says.action}</td>
          <td>{action}</td>
        </tr>
        {aspects.map(({ name, value }) => (
          <tr key={name}>
            <td>{name}</td>
            <td>
              <RichText text={fieldWords(value)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
