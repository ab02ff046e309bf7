/**
 * Runs in the head of every page. Each form is sent by a script of ours; a browser that sends one by
 * itself, before that script is in, leaves the page with all that was filled in. Only a form that
 * closes a dialog is the browser's own. A policy allows it by its hash, so it is the same text
 * everywhere.
 */
export const earlySubmitScript = `addEventListener("submit", (event) => {
  if (event.target.getAttribute("method") !== "dialog") event.preventDefault();
}, true);`;
