import type { Option } from "#core/content/types";
import { giftHtml, toHtml } from "./gift-escape";

type Options = { options: readonly Option[] };

/** One right option; each with what is said to whoever chooses it. */
export function writeChoice({ options }: Options, display: readonly number[]): string[] {
  return inOrder(options, display).map((option) => `${option.right ? "=" : "~"}${said(option)}`);
}

/**
 * All that apply. As in Mooring, each right option earns its share and each wrong one takes one
 * away; Moodle never gives less than nothing for a question, too.
 */
export function writeMulti({ options }: Options, display: readonly number[]): string[] {
  const share = shareOf(options.filter((option) => option.right).length);
  return inOrder(options, display).map(
    (option) => `~%${option.right ? share : -share}%${said(option)}`,
  );
}

/** Percent for each of so many; Moodle knows thirds, sixths and sevenths by five decimals. */
function shareOf(count: number): number {
  return Number((100 / count).toFixed(5));
}

const said = ({ text, why }: Option) => `${giftHtml(toHtml(text))}#${giftHtml(toHtml(why))}`;

function inOrder<T>(list: readonly T[], display: readonly number[]): T[] {
  return display.flatMap((index) => list.slice(index, index + 1));
}
