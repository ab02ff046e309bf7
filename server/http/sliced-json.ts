import "server-only";
import type { Pace } from "#server/base/give-way";

/** Items of a list that are written at once. */
const perSlice = 200;

/** An object as a JSON answer. Its long lists are written in slices, between which others have a turn. */
export async function slicedJson(value: object, pace: Pace): Promise<Response> {
  const fields: string[] = [];
  for (const [name, field] of Object.entries(value)) {
    if (field === undefined) continue;
    const text = Array.isArray(field) ? await listText(field, pace) : JSON.stringify(field);
    fields.push(`${JSON.stringify(name)}:${text}`);
  }
  return new Response(`{${fields.join(",")}}`, { headers: { "content-type": "application/json" } });
}

async function listText(list: readonly unknown[], pace: Pace): Promise<string> {
  const slices: string[] = [];
  for (let at = 0; at < list.length; at += perSlice) {
    const slice = list.slice(at, at + perSlice);
    slices.push(JSON.stringify(slice).slice(1, -1));
    await pace.rest(slice.length);
  }
  return `[${slices.join(",")}]`;
}
