import { createServer, type Server } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { whyNoListening } from "./port.mjs";

const host = "127.0.0.1";
const command = "npm start";
let server: Server;
let port: number;

beforeEach(async () => {
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  port = address.port;
});

afterEach(async () => {
  await new Promise<void>((resolve) => {
    if (server.listening) server.close(() => resolve());
    else resolve();
  });
});

describe("whyNoListening", () => {
  it("says which port is taken and how to choose another", async () => {
    const sentence = await whyNoListening({ host, port, command });
    expect(sentence).toContain(`Port ${port} is taken`);
    expect(sentence).toMatch(/PORT=\d+ npm start$/);
  });

  it("says nothing of a free port, and leaves it free", async () => {
    await new Promise((resolve) => server.close(resolve));
    expect(await whyNoListening({ host, port, command })).toBeNull();
    expect(await whyNoListening({ host, port, command })).toBeNull();
  });

  it("names HOST when it is no address of this machine", async () => {
    expect(await whyNoListening({ host: "192.0.2.1", port, command })).toMatch(
      /^HOST 192\.0\.2\.1 /,
    );
  });
});
