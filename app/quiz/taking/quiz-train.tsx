import type { DeckIndex } from "#core/content/types";
import { isRight } from "#core/quiz/score/score-quiz";
import { isExam, type QuizSession } from "#core/quiz/taking/quiz-session";
import { quizText } from "#core/text/quiz/quiz-text";
import { Train } from "#ui/card/train";

type Props = { index: DeckIndex; session: QuizSession; question: number };

/** The questions as a train: in an exam in the plan's order, else in the order they are asked. */
export function QuizTrain({ index, session, question }: Props) {
  const topics = new Map(index.cards.map((card) => [card.id, card.topic]));
  const sections = new Map(index.topics.map((topic) => [topic.id, topic.section]));
  const { questions } = session.plan;
  const order = orderOf(session);
  return (
    <Train
      label={quizText().place(order.indexOf(question) + 1, questions.length)}
      wagons={order.flatMap((place) => {
        const card = questions[place]?.card;
        if (card === undefined) return [];
        const answer = session.answers[place];
        return {
          key: card,
          section: sections.get(topics.get(card) ?? "") ?? "docker",
          place: place === question ? "current" : isDone(session, place) ? "done" : "ahead",
          missed: answer ? !isRight(answer) : false,
        };
      })}
    />
  );
}

function orderOf(session: QuizSession): number[] {
  const all = [...session.plan.questions.keys()];
  if (isExam(session)) return all;
  return [...session.asked, ...all.filter((place) => !session.asked.includes(place))];
}

function isDone({ answers, given }: QuizSession, place: number): boolean {
  return Boolean(answers[place] ?? given[place]);
}
