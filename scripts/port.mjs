import { createServer } from "node:net";

/**
 * Why nothing can listen there, in one sentence; null when it can.
 * @param {{ host: string, port: number, command: string }} wanted `command` as the user types it
 * @returns {Promise<string | null>}
 */
export function whyNoListening({ host, port, command }) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      resolve(inWords(error, { host, port, command }));
    });
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)));
  });
}

/**
 * @param {NodeJS.ErrnoException} error
 * @param {{ host: string, port: number, command: string }} wanted
 */
function inWords(error, { host, port, command }) {
  const other = port < 65535 ? port + 1 : port - 1;
  switch (error.code) {
    case "EADDRINUSE":
      return `Port ${port} is taken by another program. Choose another: PORT=${other} ${command}`;
    case "EACCES":
      return `Port ${port} is not open to this user. Choose one above 1023: PORT=3000 ${command}`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `HOST ${host} is no address of this machine. Choose another: HOST=127.0.0.1 ${command}`;
    default:
      return `Nothing can listen on HOST ${host}, PORT ${port}: ${error.message}`;
  }
}
