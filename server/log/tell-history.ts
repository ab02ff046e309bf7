import "server-only";
import { historyHeader } from "#core/log/history-header";
import { readHistory } from "#db/histories";
import { database } from "#server/base/database";
import { failure, problemResponse } from "#server/http/problem-response";

/**
 * Adds of which history the log is to the answer that nobody is logged in: after the database was put
 * back from a backup nobody is, and a device must not take what it holds for kept.
 */
export async function tellHistory(response: Response): Promise<Response> {
  if (response.status !== 401) return response;
  try {
    response.headers.set(historyHeader, await readHistory(database()));
    return response;
  } catch (error) {
    return problemResponse(failure(error));
  }
}
