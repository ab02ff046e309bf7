import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import type { Lab } from "#core/labs/types";
import { labText } from "#core/text/labs/lab-text";
import { deckCatalog } from "#server/base/catalog";
import { labCatalog } from "#server/base/labs";
import { RichText } from "#ui/rich-text";
import styles from "./lab.module.css";
import { LabRoom } from "./lab-room";

type Props = { params: Promise<{ lab: string }> };

export const dynamicParams = false;

/** The address of the host with no goal. */
const free = "free";

export async function generateStaticParams() {
  const labs = await labCatalog();
  return [...labs.map(({ id }) => ({ lab: id })), { lab: free }];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lab } = await findLab(params);
  return { title: lab?.title ?? labText().free };
}

/** A lab: its story, its goal, a terminal, and the host beside it. */
export default async function LabPage({ params }: Props) {
  const { lab, next, ideas } = await findLab(params);
  const text = labText();
  const facts = lab && [text.minutes(lab.minutes), text.level(lab.level)].join(" · ");
  return (
    <article className={styles.lab}>
      <p className={styles.back}>
        <Link href="/labs" prefetch={false}>
          {text.all}
        </Link>
        {facts && ` · ${facts}`}
      </p>
      <h1>{lab?.title ?? text.free}</h1>
      <p className={styles.story}>
        <RichText text={lab?.story ?? text.freeAbout} />
      </p>
      <noscript>{text.needsJavaScript}</noscript>
      <LabRoom lab={lab} ideas={ideas} next={next} />
    </article>
  );
}

async function findLab(params: Props["params"]) {
  const { lab: id } = await params;
  const [labs, { deck }] = await Promise.all([labCatalog(), deckCatalog()]);
  const place = labs.findIndex((one) => one.id === id);
  const lab: Lab | null = labs[place] ?? null;
  if (!lab && id !== free) notFound();
  const following = lab && labs[place + 1];
  const ideas = deck.concepts
    .filter((concept) => lab?.ideas.includes(concept.id))
    .map(({ title, topic }) => ({ title, topic }));
  const next = following ? { id: following.id, title: following.title } : null;
  return { lab, ideas, next };
}
