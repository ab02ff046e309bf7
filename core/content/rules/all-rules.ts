import type { Draft } from "#core/content/read/draft";
import type { Problem } from "#core/content/read/problem";
import { binsAreUsed, clozeHasOneGap, partsDiffer, placesAreDrawn, textHasAnswer } from "./answers";
import type { CardRule } from "./authored-texts";
import { diagramsKeepAnswers, shownDiagramsExist } from "./diagram-cards";
import {
  diagramPartsExist,
  diagramsAreNamedForFiles,
  diagramsHaveRoom,
  diagramTextNamesParts,
} from "./diagrams";
import { frontIsShort, frontsDiffer, negationIsEmphasised } from "./fronts";
import { frontKeepsAnswer } from "./giveaway";
import { filesAreNamedForTopics, idsAreUnique } from "./ids";
import { lessonsBelongToTopics, lessonsStandOnTopicSlides, lessonsTakeFewMinutes } from "./lessons";
import { marksAreSound } from "./marks";
import { needsAreAcyclic } from "./needs-cycles";
import { noSweepingOption, rightOptionIsNoLonger, rightOptionsAreCounted } from "./options";
import {
  recordingsAreNamed,
  textsHaveOneProof,
  textsShowWhatWasRecorded,
  whatCanRunIsRecorded,
} from "./proofs";
import {
  cardsHaveConcepts,
  coveredPointsExist,
  neededConceptsExist,
  pointsAreTaughtTwice,
} from "./references";
import { roadsBeginEasily, roadsDiffer, roadsKeepNeeds, roadsNameWhatIs } from "./roads";
import { pointsStandOnTopicSlides, slidesBelongToTopic } from "./slides";
import { sourcesSayIt } from "./sources";

/** What each card must keep by itself, beyond its shape. */
export const cardRules: readonly CardRule[] = [
  clozeHasOneGap,
  textHasAnswer,
  placesAreDrawn,
  binsAreUsed,
  partsDiffer,
  rightOptionsAreCounted,
  rightOptionIsNoLonger,
  noSweepingOption,
  frontIsShort,
  negationIsEmphasised,
  frontKeepsAnswer,
];

/** What the content must keep as a whole. */
export const deckRules: readonly ((draft: Draft) => Problem[])[] = [
  filesAreNamedForTopics,
  idsAreUnique,
  cardsHaveConcepts,
  neededConceptsExist,
  needsAreAcyclic,
  coveredPointsExist,
  pointsAreTaughtTwice,
  pointsStandOnTopicSlides,
  slidesBelongToTopic,
  lessonsBelongToTopics,
  lessonsStandOnTopicSlides,
  lessonsTakeFewMinutes,
  diagramsAreNamedForFiles,
  diagramPartsExist,
  diagramTextNamesParts,
  diagramsHaveRoom,
  shownDiagramsExist,
  diagramsKeepAnswers,
  marksAreSound,
  sourcesSayIt,
  frontsDiffer,
  roadsDiffer,
  roadsNameWhatIs,
  roadsKeepNeeds,
  roadsBeginEasily,
  textsHaveOneProof,
  recordingsAreNamed,
  textsShowWhatWasRecorded,
  whatCanRunIsRecorded,
];
