import { inLanguages } from "#core/text/language";

const en = {
  cannotOpen: {
    full: "This browser has no room left for your answers. Free some space on the disk, then load the page again.",
    closed:
      "This browser closed its storage and does not open it again. Close the browser and start it again, then load the page.",
    forbidden:
      "This browser's storage cannot be opened: a private window or the browser's settings forbid it. Let this site keep data, or take another window, then load the page again.",
    newer: "A newer version of Mooring has taken over this browser's storage. Load the page again.",
    unknown:
      "This browser's storage does not work. Load the page again. If that does not help, start the browser again.",
  },
  cardsNotLoaded: "The cards could not be loaded. Check the network and reload the page.",
  graderNotLoaded:
    "The part that grades commands could not be loaded. Check the network and try again.",
  unreachable: "The server could not be reached. Check the network and try again.",
};

/** What the browser's own store and its ways to the server say when something fails. */
export const browserText = inLanguages({ en });
