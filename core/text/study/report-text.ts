import type { ReportOutcome } from "#core/log/report";
import type { ReportReason } from "#core/log/types";
import { inLanguages } from "#core/text/language";

const outcomes: Record<ReportOutcome, string> = {
  sent: "Sent to the author. Thank you.",
  kept: "Kept here, and sent when the server can be reached.",
  "signed-out": "Kept here, and sent when you log in again.",
  refused: "The server did not accept it.",
  failed:
    "It could not be sent or kept, because this browser's storage is full. Your words are still in the form.",
};

const reasons: Record<ReportReason, string> = {
  wrong: "It is wrong",
  unclear: "It is not clear",
  outdated: "It no longer holds",
  other: "Something else",
};

/** To report a mistake on a card. */
export const reportText = inLanguages({
  en: {
    title: "Report a mistake",
    ask: "What is wrong with this card?",
    reasons,
    words: "In your own words",
    privacy: "The author sees your words and the card, but not who you are.",
    noWords: "Say in a few words what it is.",
    send: "Send",
    cancel: "Cancel",
    sending: "Sending.",
    outcomes,
    notLoaded: "The form could not be loaded. Check the network and try again.",
  },
});
