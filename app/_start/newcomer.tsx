"use client";

import { useRouter } from "next/navigation";
import { homeText } from "#core/text/site/home-text";
import { deviceNow } from "#local/store/device-time";
import { appendToLearner, openLearner } from "#local/store/learner-store";
import { newId } from "#local/store/new-id";
import { useLearner } from "#local/store/use-learner";
import { syncSoon } from "#local/sync/sync";
import { Key } from "#ui/keys/key";
import { useKeys } from "#ui/keys/use-keys";
import styles from "./start.module.css";

/** A road as it is offered; `command` is the day of its first command. */
export type RoadOffer = {
  id: string;
  title: string;
  about: string;
  command: number | null;
  minutes: number;
};

type Props = {
  cards: number;
  roads: RoadOffer[];
  /** Whether keys act: not before it is known that this is what is shown. */
  keys: boolean;
};

/** What this is, and the roads to begin with: one key each. */
export function Newcomer({ cards, roads, keys }: Props) {
  const router = useRouter();
  const shortcuts = useLearner()?.settings.shortcuts ?? true;
  const take = async (road: string) => {
    // Where nothing can be kept, the page of study says so.
    await choose(road).catch(() => undefined);
    router.push("/study");
  };
  const byKey = roads.map(({ id }, place) => [`${place + 1}`, () => void take(id)] as const);
  useKeys(keys ? Object.fromEntries(byKey) : {}, shortcuts);
  const text = homeText();
  return (
    <>
      <h1 className={styles.title}>{text.title}</h1>
      <p className={styles.lead}>{text.lead(cards)}</p>
      <h2 className={styles.question}>{text.whereToBegin}</h2>
      <ul className={styles.roads}>
        {roads.map(({ id, title, about, command, minutes }, place) => (
          <li key={id}>
            <button type="button" className={styles.road} onClick={() => void take(id)}>
              <span className={styles.name}>
                {title} <Key name={place + 1} />
              </span>
              <span>{about}</span>
              <span className={styles.facts}>
                {text.firstDay(minutes)} {command !== null && text.firstCommand(command)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p className={styles.small}>{text.noAccount}</p>
      <noscript>{text.needsJavaScript}</noscript>
    </>
  );
}

async function choose(road: string): Promise<void> {
  await openLearner();
  const at = deviceNow().ms;
  const chosen = { type: "setting" as const, id: newId(), at, key: "road", value: road };
  await appendToLearner([chosen], []);
  syncSoon(0);
}
