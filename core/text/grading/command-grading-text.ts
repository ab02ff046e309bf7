import { inLanguages } from "#core/text/language";

const en = {
  typeCommand: "Type a command.",
  unmodelled: (why: string) => `Mooring cannot judge this: ${why}.`,
  unmodelledHeadline: "Not graded",
  refusedHeadline: {
    shell: "This never reaches Docker",
    client: "The client refuses this",
    engine: "The engine refuses this",
  },
  houseWrites: (command: string) => `It is usually written ${command}.`,
  sameEffectHeadline: "Right, in another way",
  allowed: (difference: string) => `${difference} The task allows that.`,
  /** After a sentence that was cut off before it says that the task does not ask for it. */
  surplusAllowed: (difference: string) => `${difference}which the task allows.`,
};

/** What grading says of a typed command around the sentences of core/docker/say. */
export const commandGradingText = inLanguages({ en });
