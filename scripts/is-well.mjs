import http from "node:http";

/** A server that takes longer is not well, in milliseconds. */
const longestMs = 2_000;

/**
 * Whether a server says of itself that it is ready.
 * @param {string} url of its health
 * @returns {Promise<boolean>}
 */
export function isWell(url) {
  return new Promise((resolve) => {
    const request = http.get(url, { agent: false, timeout: longestMs }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.once("timeout", () => request.destroy());
    request.once("error", () => resolve(false));
  });
}
