import { inLanguages } from "#core/text/language";

const en = {
  cannotOpen:
    "This browser's storage cannot be opened. A private window or a full disk may be why: make room or take another window, then load the page again.",
  cardsNotLoaded: "The cards could not be loaded. Check the network and reload the page.",
  graderNotLoaded: "The grader could not be loaded. Check the network and run it again.",
  unreachable: "The server could not be reached. Check the network and try again.",
};

/** What the browser's own store and its ways to the server say when something fails. */
export const browserText = inLanguages({ en });
