import { inLanguages } from "#core/text/language";

const en = {
  title: "No network",
  lead: "This page needs the server, which cannot be reached now. What you answered is kept here and sent when the network is back.",
  stillThere:
    "You can still study, take quizzes, read the deck, look at commands and change your settings.",
  study: "Study",
  retry: "Try again",
  newVersion: "A new version of Mooring is here.",
  takeUp: "Use it now",
};

/** What is said with no network, and of a new version of the app. */
export const offlineText = inLanguages({ en });
