import { inLanguages } from "#core/text/language";

const en = {
  pageBroke: "This page broke",
  answersKept: "Your answers are kept. Try once more; if it breaks again, reload the page.",
  mooringBroke: "Mooring broke on this page",
  keptInBrowser: "Your answers are kept in this browser. Try once more, or reload the page.",
  tryAgain: "Try again",
  notFoundTitle: "Not here",
  notFound: "There is nothing at this address",
  notFoundWhy: "What you look for may have moved, or it belongs to another account.",
  toStart: "To the start",
};

/** What is shown where a page breaks, or where there is none. */
export const brokenText = inLanguages({ en });
