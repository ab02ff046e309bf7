import { Fragment } from "react";
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
                  {method} <Path text={path} />
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

/** Parts of a path as short as this stay on one line. */
const short = 16;

/** A request's path, whose line may end behind a slash or between its parameters. */
function Path({ text }: { text: string }) {
  return [...text.matchAll(/.[^/?&]*[/?]?/gs)].map(({ 0: piece, index }) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      <span className={piece.length > short ? undefined : "whole"}>{piece}</span>
    </Fragment>
  ));
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
