import path from "node:path";
import type { Builds } from "#bench/app/app-copy";
import { startApp } from "#bench/app/server-process";
import { withBrowser } from "#bench/browser/browser";
import { installKeyProbe, type KeyPaint } from "#bench/browser/key-probe";
import { type Step, timeKeys, timesOf, traceKeys } from "#bench/browser/key-session";
import { allowManyCards, answerByKeys, openStudy, press, study } from "#bench/browser/study-keys";
import { below, type Figure } from "#bench/figures/figure";
import { median, quantile } from "#bench/figures/statistics";

/** Sessions that are timed, and sessions that are traced; each beside one on the bare page. */
const timed = 5;
const traced = 3;
const cards = 60;

const barePage = `<!doctype html><html lang="en"><title>Bare</title>
<body><p id="card">0</p><script>
addEventListener("keydown", () => {
  const next = document.createElement("p");
  next.id = "card";
  next.textContent = String(Math.random());
  document.getElementById("card").replaceWith(next);
});
</script>`;

/** From a key to what it shows, and the main thread's work for it, beside a page with nothing on it. */
export async function benchKeys({ app, scratch }: Builds): Promise<Figure[]> {
  const server = await startApp(app, path.join(scratch, "keys"));
  const studying: Step = async (page) => {
    await allowManyCards(page, server.url);
    await openStudy(page, server.url);
    await installKeyProbe(page, study);
  };
  const bare: Step = async (page) => {
    await page.setContent(barePage);
    await installKeyProbe(page, { card: "#card", answer: "#none" });
  };
  const measured = await withBrowser(async (browser) => {
    const times = { study: [] as KeyPaint[][], bare: [] as KeyPaint[][] };
    for (let n = 0; n < timed; n += 1) {
      times.bare.push(await timeKeys(browser, { open: bare, once: pressAny, cards }));
      times.study.push(await timeKeys(browser, { open: studying, once: answerByKeys, cards }));
    }
    const work = { study: [] as number[][], bare: [] as number[][] };
    for (let n = 0; n < traced; n += 1) {
      work.bare.push(await traceKeys(browser, { open: bare, once: pressAny, cards }));
      work.study.push(await traceKeys(browser, { open: studying, once: answerByKeys, cards }));
    }
    return { times, work };
  });
  await server.stop();
  return [...paintFigures(measured.times), ...workFigures(measured.work)];
}

const pressAny: Step = (page) => press(page, "Space");

type Times = { study: KeyPaint[][]; bare: KeyPaint[][] };

function paintFigures({ study: studied, bare }: Times): Figure[] {
  const of = (sessions: KeyPaint[][], what: KeyPaint["what"], share: number) =>
    median(sessions.map((paints) => quantile(timesOf(paints, what), share)));
  const figure = (what: KeyPaint["what"], share: number): Figure => {
    const value = of(studied, what, share);
    const floor = of(bare, "card", share);
    const shown = what === "card" ? "next card" : "answer";
    return {
      name: `key to ${shown} painted, p${share * 100}`,
      value,
      unit: "ms",
      bound: { name: "bare page", value: floor },
      ratio: value / floor,
    };
  };
  const p95 = figure("card", 0.95);
  const goal = below({ value: p95.value, limit: 25, unit: " ms" });
  return [figure("card", 0.5), { ...p95, goal }, figure("answer", 0.5), figure("answer", 0.95)];
}

function workFigures(work: { study: number[][]; bare: number[][] }): Figure[] {
  const figure = (share: number): Figure => {
    const value = median(work.study.map((session) => quantile(session, share)));
    const floor = median(work.bare.map((session) => quantile(session, share)));
    return {
      name: `main thread, key to end of frame, p${share * 100}`,
      value,
      unit: "ms",
      bound: { name: "bare page", value: floor },
      ratio: value / floor,
    };
  };
  const p95 = figure(0.95);
  return [figure(0.5), { ...p95, goal: below({ value: p95.value, limit: 8, unit: " ms" }) }];
}
