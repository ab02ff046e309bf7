import { comparedOf, isKept } from "#core/log/digest";
import type { LocalDatabase } from "#local/browser/local-database";

type Harm = { random: () => number; id: string; from: number };

/**
 * Harms a browser's store from outside, as a fault of the browser or of its disk may: an entry that
 * the server has is lost or doubled under another id, a card's state is lost or altered.
 */
export async function damageStore(store: LocalDatabase, harm: Harm): Promise<void> {
  const chance = harm.random();
  if (chance < 0.5) await damageEntry(store, harm);
  else await damageState(store, harm);
}

async function damageEntry(store: LocalDatabase, { random, id, from }: Harm): Promise<void> {
  const rows = (await store.getAll("entries")).filter(
    ({ unsent, entry }) => !unsent && isKept(comparedOf(entry), from),
  );
  const row = rows[Math.floor(random() * rows.length)];
  if (!row) return;
  if (random() < 0.5) await store.delete("entries", row.id);
  else await store.put("entries", { ...row, id, entry: { ...row.entry, id } });
}

async function damageState(store: LocalDatabase, { random }: Harm): Promise<void> {
  const rows = await store.getAll("states");
  const row = rows[Math.floor(random() * rows.length)];
  if (!row) return;
  const { card, state } = row;
  if (random() < 0.5) await store.delete("states", card);
  else if (state.phase === "new")
    await store.put("states", { card, state: { ...state, missed: !state.missed } });
  else await store.put("states", { card, state: { ...state, stability: state.stability * 2 } });
}
