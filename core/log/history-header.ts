/** In which the server names the history of its log to whoever is not logged in, and so gets no answer. */
export const historyHeader = "x-history";
