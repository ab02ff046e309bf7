import { inLanguages } from "#core/text/language";

/** What helps with a card that is forgotten again and again. */
export const clinicText = inLanguages({
  en: {
    title: "Cards that slip away",
    lead: "More of the same rarely helps. Mend the card first; set it aside only if nothing does.",
    lapses: (times: number) => `Forgotten ${times} times.`,
    idea: "Read the idea again",
    atTheTalk: "At the talk",
    today: "Today",
    lesson: "Its place in the lesson",
    sibling: (front: string) => `Ask something simpler first: ${front}`,
    siblingTold: "The simpler card comes with your next session.",
    note: "Write a note of your own",
    suspend: "Suspend the card",
  },
});
