import { inLanguages } from "#core/text/language";

const en = {
  title: "Learn Docker once, and keep it",
  lead: (cards: number) =>
    `One conference talk of 2015, from virtual machines to Swarm, as ${cards} cards: what it said then and what holds today. Each card comes back just before you would forget it.`,
  start: "Start with the first card",
  goOn: "Study what is due",
  noAccount:
    "No account needed. Ten new cards a day take about ten minutes; log in later and your answers come along.",
  topics: "Topics, one container a card",
  topic: (title: string, cards: number) => `${title}: ${cards} cards`,
};

/** The first page. */
export const homeText = inLanguages({ en });
