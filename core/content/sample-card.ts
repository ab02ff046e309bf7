/** What every card has, with nothing in it that is graded: for tests, never for a learner. */
export const sampleCard = {
  id: "card",
  concept: "concept",
  topic: "topic",
  version: "v1",
  covers: [],
  slides: [1],
  front: "?",
  explain: "",
  sources: [],
};
