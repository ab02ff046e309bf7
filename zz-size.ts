import { graderSize, firstGrader, wholeGrader } from "./bench/parts/grader-size";
console.log(await graderSize(firstGrader), await graderSize(wholeGrader));
