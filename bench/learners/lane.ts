import { Agent, request } from "node:http";

/** What one connection sends, one after the other, and what it does with each answer. */
export type Lane = {
  path: string;
  cookie: string;
  /** The next body, or null when this lane is done. */
  next: () => string | null;
  took: (answer: string) => void;
};

/** A request that is not answered for so long ends the run, in milliseconds. */
const timeout = 30_000;

/**
 * Runs all lanes at once, each over one kept connection with one request at a time, to their ends.
 * Anything but an answer of 200 ends the run.
 */
export async function runLanes(
  url: string,
  lanes: readonly Lane[],
): Promise<{ requests: number; seconds: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: lanes.length });
  const { hostname, port } = new URL(url);
  const start = performance.now();
  try {
    const counts = await Promise.all(lanes.map((lane) => runLane({ agent, hostname, port, lane })));
    const requests = counts.reduce((sum, count) => sum + count, 0);
    return { requests, seconds: (performance.now() - start) / 1000 };
  } finally {
    agent.destroy();
  }
}

type Connection = { agent: Agent; hostname: string; port: string; lane: Lane };

async function runLane(connection: Connection): Promise<number> {
  const { lane } = connection;
  let requests = 0;
  for (let body = lane.next(); body !== null; body = lane.next()) {
    lane.took(await post(connection, body));
    requests += 1;
  }
  return requests;
}

function post({ agent, hostname, port, lane }: Connection, body: string): Promise<string> {
  const { path, cookie } = lane;
  const headers = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    cookie,
  };
  return new Promise((resolve, reject) => {
    const sent = request(
      { agent, hostname, port, path, method: "POST", headers, timeout },
      (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => {
          text += chunk;
        });
        response.on("end", () => {
          if (response.statusCode === 200) resolve(text);
          else reject(new Error(`${path} answered ${response.statusCode}: ${text.slice(0, 300)}`));
        });
        response.on("error", reject);
      },
    );
    sent.on("timeout", () => sent.destroy(new Error(`${path} did not answer.`)));
    sent.on("error", reject);
    sent.end(body);
  });
}
