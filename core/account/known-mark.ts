/**
 * What a browser notes of whoever it belongs to, so that the start page is right before its store
 * is open: "1" once they have begun, "0" while they have not.
 */
export const knownMark = "mooring.begun";

/**
 * Runs before the first paint, as a script of the page: `data-known` on the root says that somebody
 * returns. Until a browser has noted anything, whoever has logged in counts as that. There is no
 * quote, bracket or ampersand in it, so that React writes it as it stands.
 */
export const markScript = `try{const m=localStorage.getItem(\`${knownMark}\`)||(localStorage.getItem(\`mooring.account\`)?\`1\`:\`0\`);if(m===\`1\`)document.documentElement.dataset.known=m}catch{}`;
