import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, request } from "node:http";

/** The server under test by another address, at which the app can be built anew. */
export type NewerBuild = {
  url: string;
  /** From now on the worker is another, by a comment, as after a build. */
  renew: () => void;
  close: () => void;
};

/** Other stories go on with the worker that there is: nothing is written to a file. */
export async function newerBuild(server: string): Promise<NewerBuild> {
  const { hostname, port } = new URL(server);
  let isNew = false;
  const proxy = createServer((asked, answer) => {
    const { url: path, method } = asked;
    const headers = unconditional(plain(asked.headers));
    const where = { hostname, port, path, method, headers };
    const passed = request(where, (sent) => {
      const more = isNew && path === "/worker.js" ? "\n// newer" : "";
      answer.writeHead(sent.statusCode ?? 502, plain(sent.headers));
      sent.pipe(answer, { end: false });
      sent.on("end", () => answer.end(more));
    });
    passed.on("error", () => answer.destroy());
    asked.pipe(passed);
  }).listen(0, "127.0.0.1");
  await once(proxy, "listening");
  const address = proxy.address();
  if (typeof address !== "object" || address === null) throw new Error("It listens to a port.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    renew: () => {
      isNew = true;
    },
    close: () => {
      proxy.close();
      proxy.closeAllConnections();
    },
  };
}

/** Without what lets the server say that nothing changed: to this address it may have. */
function unconditional(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const { "if-none-match": _, "if-modified-since": __, ...rest } = headers;
  return rest;
}

/** Without what tells of a body's length and coding: more may be put after it. */
function plain(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const { "accept-encoding": _, "content-length": __, ...rest } = headers;
  return rest;
}
