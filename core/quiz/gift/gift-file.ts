import type { Topic } from "#core/content/types";
import type { SheetQuestion } from "#core/quiz/paper/sheet-question";
import { giftText } from "#core/text/quiz/gift-text";
import { giftQuestion } from "./gift-question";

/**
 * A file that Moodle imports as GIFT: the questions by topic, in the deck's order of topics, each
 * topic a category of the question bank.
 */
export function giftFile(topics: readonly Topic[], questions: readonly SheetQuestion[]): string {
  const blocks = topics.flatMap(({ id, title }) => {
    const own = questions.filter(({ card }) => card.topic === id);
    return own.length === 0 ? [] : [category(title), ...own.map(giftQuestion)];
  });
  return [`// ${giftText().header(questions.length)}`, ...blocks, ""].join("\n\n");
}

/** A slash parts a category from one inside it, unless it is doubled. Nothing else is escaped here. */
function category(title: string): string {
  return `$CATEGORY: Mooring/${title.replaceAll("/", "//")}`;
}
