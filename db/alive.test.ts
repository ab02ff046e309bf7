import { expect, it } from "vitest";
import { proveStoring } from "./alive";
import { memoryDatabase } from "./memory-database";
import { databaseTrouble } from "./trouble";

it("something can be stored, and leaves nothing behind", async () => {
  const database = memoryDatabase();
  await proveStoring(database, "a");
  await proveStoring(database, "a");
  const left = database.$client.prepare("select count(*) from attempts").pluck().get();
  expect(left).toBe(0);
});

it("a full disk is found, and that there is room again", async () => {
  const database = memoryDatabase();
  const { $client: client } = database;
  client.pragma(`max_page_count = ${String(client.pragma("page_count", { simple: true }))}`);
  const failed = await proveStoring(database, "a").catch((error: unknown) => error);
  expect(databaseTrouble(failed)?.kind).toBe("full");
  client.pragma("max_page_count = 100000");
  await proveStoring(database, "a");
});
