"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { examText } from "#core/text/quiz/exam-text";
import { runningExam } from "#local/browser/running-exam";
import { deviceNow } from "#local/store/device-time";
import { currentOwner } from "#local/store/learner";
import { useLearner } from "#local/store/use-learner";

const minute = 60_000;

/**
 * Says on every other page that an exam's clock runs on, however that page was come to: a browser's
 * own way back asks nobody. The page of quizzes says it itself.
 */
export function RunningExamNotice() {
  const path = usePathname();
  const isKnown = useLearner() !== null;
  const [now, setNow] = useState<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again wherever the learner goes
  useEffect(() => setNow(deviceNow().ms), [path, isKnown]);
  const exam = now === null || path === "/quiz" ? null : runningExam(currentOwner(), now);
  const left = exam && now !== null ? exam.deadline - now : null;
  useEffect(() => {
    if (left === null) return;
    const next = setTimeout(() => setNow(deviceNow().ms), left % minute || minute);
    return () => clearTimeout(next);
  }, [left]);
  if (!exam || left === null) return null;
  const text = examText();
  return (
    <p>
      {text.runsOn(Math.ceil(left / minute))}{" "}
      <Link href={`/quiz?take=${exam.quiz}`} prefetch={false}>
        {text.goOn}
      </Link>
    </p>
  );
}
