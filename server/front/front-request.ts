import "server-only";
import { IncomingMessage } from "node:http";

const nothing = Buffer.alloc(0);

/** How the body of a request arrived. */
export type Arrival = "whole" | "too-large" | "gone";

/**
 * A request whose body is counted as it streams in. It is read by nobody before it is whole, and
 * what is too much is thrown away as it comes.
 */
export class FrontRequest extends IncomingMessage {
  /** Of the body, so far. */
  bodyBytes = 0;
  /** Called when more of the body has come. */
  onBody: () => void = () => {};
  readonly #begunMs = performance.now();
  /** What has come of the body, and room for more. */
  #kept = nothing;
  /** Nothing is taken before somebody asks for it. */
  #limit = 0;
  #over = false;
  #settle: ((arrival: Arrival) => void) | null = null;
  #completed: () => void = () => {};

  /** Whether the head says that a body follows. */
  get hasBody(): boolean {
    return this.headers["transfer-encoding"] !== undefined || this.declaredBytes > 0;
  }

  /** Whether it gives us something, which is done though its client leaves. A page is for whoever waits. */
  get gives(): boolean {
    return this.hasBody && this.method === "POST";
  }

  get declaredBytes(): number {
    return Number(this.headers["content-length"] ?? 0);
  }

  /** Resolves when the body is whole, longer than `limit` bytes, or will never come. */
  arrive(limit: number): Promise<Arrival> {
    this.#limit = limit;
    if (this.declaredBytes > limit) this.#over = true;
    if (this.#over) return Promise.resolve("too-large");
    if (this.complete) return Promise.resolve("whole");
    if (this.destroyed) return Promise.resolve("gone");
    return new Promise((resolve) => {
      this.#settle = resolve;
      this.once("close", () => this.giveUp());
    });
  }

  /** Of a body that is not whole no more comes: a request that was answered meanwhile never closes. */
  giveUp(): void {
    this.#settle?.("gone");
  }

  /** How fast the body comes, in bytes a millisecond; `now` is the process's clock. */
  pace(now: number): number {
    return (this.bodyBytes + 1) / (now - this.#begunMs + 1);
  }

  /** Calls when all of the body has come, also of one that was too large. */
  whenComplete(listener: () => void): void {
    this.#completed = listener;
  }

  /** A body that is whole can be read though the client has left; reading its end destroys it. */
  override destroy(error?: Error): this {
    return error && this.complete && this.gives && !this.#over ? this : super.destroy(error);
  }

  /** Node hands over what it has read. The answer says to go on: this class bounds it. */
  override push(chunk: Buffer | null): boolean {
    if (chunk === null) {
      if (!this.#over) this.#becomeWhole();
      const goOn = super.push(null);
      this.#completed();
      return goOn;
    }
    if (this.bodyBytes + chunk.length > this.#limit) this.#beOver();
    if (!this.#over) this.#keep(chunk);
    this.bodyBytes += chunk.length;
    this.onBody();
    return true;
  }

  #becomeWhole(): void {
    if (this.bodyBytes > 0) super.push(this.#kept.subarray(0, this.bodyBytes));
    this.#kept = nothing;
    this.#settle?.("whole");
  }

  #beOver(): void {
    this.#over = true;
    this.#kept = nothing;
    this.#settle?.("too-large");
  }

  /** In one piece: a client may send it byte by byte, and a piece of its own for each takes hundreds. */
  #keep(chunk: Buffer): void {
    const needed = this.bodyBytes + chunk.length;
    if (needed > this.#kept.length) {
      const room = Math.max(needed, Math.min(this.#kept.length * 2, this.#limit));
      const larger = Buffer.allocUnsafeSlow(room);
      this.#kept.copy(larger, 0, 0, this.bodyBytes);
      this.#kept = larger;
    }
    chunk.copy(this.#kept, this.bodyBytes);
  }
}
