import { connect, type Socket } from "node:net";

/** A connection that sends what it is told, be that a request or none. */
export async function openRaw(url: string, text: string): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  socket.on("error", () => {});
  socket.write(text);
  await new Promise<void>((resolve) => {
    socket.once("connect", () => resolve());
    socket.once("close", () => resolve());
  });
  return socket;
}

/** The statuses that came back before the connection ended, or nothing came for a while. */
export async function statusesOf(url: string, text: string): Promise<number[]> {
  const socket = await openRaw(url, text);
  const chunks: Buffer[] = [];
  socket.on("data", (chunk) => chunks.push(chunk));
  socket.setTimeout(5_000, () => socket.destroy());
  if (!socket.closed) await new Promise((resolve) => socket.once("close", resolve));
  const answers = Buffer.concat(chunks).toString("latin1");
  return [...answers.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
}
