import { inLanguages } from "#core/text/language";

const en = {
  pageBroke: "Something went wrong on this page",
  answersKept: "Your answers are kept. Try again; if that does not help, reload the page.",
  mooringBroke: "Something went wrong",
  keptInBrowser: "Your answers are kept in this browser. Try again, or reload the page.",
  tryAgain: "Try again",
  notFoundTitle: "Page not found",
  notFound: "There is nothing at this address",
  notFoundWhy: "The page may have moved, or it may belong to another account.",
  toStart: "Go to the start page",
};

/** What is shown where a page breaks, or where there is none. */
export const brokenText = inLanguages({ en });
