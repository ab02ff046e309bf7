export { closeDatabase, openDatabase } from "#db/client";
export { readLog } from "#db/entries";
export { migrate } from "#db/migrate";
export { addUser } from "#db/users";
export { makePace } from "#server/base/give-way";
export { compare, compareRequest, readHeld } from "#server/log/compare";
export { sync, syncRequest } from "#server/log/sync";
