import "#core/docker/whole";
import { allowedReason, refusedReasons, wrongReasons } from "#core/grading/command/command-reasons";
import { commandReasons } from "#core/grading/command/grade-command";
import { gradeDrawn } from "./grade-drawn";

commandReasons.put({ refused: refusedReasons, wrong: wrongReasons, allowed: allowedReason });

/** Grades any answer, whatever command it is and in whatever it differs. */
export const gradeAnswer = gradeDrawn;
