import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";

const goesOn = "Mooring tries again by itself.";

/** What is the matter, and what helps. */
const troubles = {
  full: {
    is: "This browser has no room left",
    helps:
      "Free some space on the disk, or remove other sites' data in the browser's settings: then all is kept here again by itself.",
  },
  closed: {
    is: "This browser closed its storage and does not open it again",
    helps: `${goesOn} If this stays, close other tabs and programs.`,
  },
  forbidden: {
    is: "This browser does not let this page keep anything",
    helps: "Let this site keep data in the browser's settings.",
  },
  newer: {
    is: "A newer version of Mooring in another tab has taken over this browser's storage",
    helps: "Load this page again.",
  },
  unknown: { is: "This browser's storage does not work", helps: goesOn },
};

export type Trouble = keyof typeof troubles;

const en = {
  guest: (trouble: Trouble) => {
    const { is, helps } = troubles[trouble];
    return `${is}: what you answer now may be lost with this page. Keep it open. ${helps}`;
  },
  saved: (trouble: Trouble) => {
    const { is, helps } = troubles[trouble];
    return `${is}. The server has all your answers, but only while it can be reached: stay online. ${helps}`;
  },
  unsent: (trouble: Trouble, answers: number) => {
    const { is, helps } = troubles[trouble];
    return `${is}: ${counted(answers, "answer")} may be lost with this page. Keep it open until the server has ${answers === 1 ? "it" : "them"}. ${helps}`;
  },
  newer: `${troubles.newer.is}. ${troubles.newer.helps} Your last answers are kept.`,
  clearedGuest:
    "What this browser kept for Mooring was cleared: your earlier answers are gone. What you answer from now on is kept.",
  clearedAccount:
    "What this browser kept for Mooring was cleared. Your answers come back from the server.",
};

/** What is said of a browser's store that takes nothing, or was cleared. */
export const storeText = inLanguages({ en });
