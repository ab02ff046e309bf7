import http from "node:http";

/** A server that takes longer is not well, in milliseconds. */
const longestMs = 2_000;

/**
 * Whether a server says of itself that it is ready.
 * @param {string} url of its health
 */
export async function isWell(url) {
  return (await askHealth(url)) === "well";
}

/**
 * What a server says of itself: `unwell` is one that answers and cannot store, such as on a full disk.
 * @param {string} url of its health
 * @returns {Promise<"well" | "unwell" | "silent">}
 */
export function askHealth(url) {
  return new Promise((resolve) => {
    const request = http.get(url, { agent: false, timeout: longestMs }, (response) => {
      response.resume();
      const { statusCode } = response;
      resolve(statusCode === 200 ? "well" : statusCode === 503 ? "unwell" : "silent");
    });
    request.once("timeout", () => request.destroy());
    request.once("error", () => resolve("silent"));
  });
}
