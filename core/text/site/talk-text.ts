import { inLanguages } from "#core/text/language";

const en = {
  slidesOf: "The slides are those of",
  title: "Docker: from basics to orchestration",
  by: ", a talk by Wellington F. Silva at PHP Conference Brasil, 3 December 2015.",
  address: "http://bit.ly/phpconfbr2015",
};

/** The talk that the deck follows. */
export const talkText = inLanguages({ en });
