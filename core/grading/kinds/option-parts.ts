import type { Option } from "#core/content/types";
import type { PartVerdict } from "#core/grading/types";

/** What is said of each option when these were chosen; every one is explained. */
export function optionParts(
  options: readonly Option[],
  chosen: ReadonlySet<number>,
): PartVerdict[] {
  return options.map((option, index) => ({
    index,
    right: chosen.has(index) === option.right,
    why: option.why,
  }));
}
