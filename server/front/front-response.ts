import "server-only";
import {
  type OutgoingHttpHeader,
  type OutgoingHttpHeaders,
  type Server,
  ServerResponse,
} from "node:http";
import type { FrontRequest } from "./front-request";

/** Our error page, and a problem as the API tells it. */
const inWords = /^(?:text\/html|application\/json)/;

type Head = OutgoingHttpHeaders | OutgoingHttpHeader[];

/**
 * A response that has the last word on its head. It emits "handled" when its handler has ended the
 * answer, or waits for the client to read, and "refused" with the refusal that it carries.
 */
export class FrontResponse extends ServerResponse<FrontRequest> {
  /** Called once, right before the head is sent, whoever wrote it. */
  beforeHead: (status: number) => void = () => {};
  /** Says something else in place of a failure that its handler has no words of ours for. */
  instead: ((status: number) => void) | null = null;
  /** A failure is only that it cannot be done now, and in so many seconds may be done. */
  putOff: number | null = null;
  #isReplaced = false;

  override writeHead(handled: number, message?: string | Head, head?: Head): this {
    if (this.#replaced(handled)) return this;
    const status = this.#putOffOr(handled);
    if (!this.headersSent) this.beforeHead(status);
    return typeof message === "string"
      ? super.writeHead(status, message, head)
      : super.writeHead(status, message ?? head);
  }

  /**
   * A route handler's headers come as lists of one; what compresses an answer takes a type only
   * where it is none.
   */
  override setHeader(name: string, value: number | string | readonly string[]): this {
    const [only, ...more] = Array.isArray(value) ? value : [];
    const isType = name.toLowerCase() === "content-type";
    return super.setHeader(name, isType && only !== undefined && more.length === 0 ? only : value);
  }

  override appendHeader(name: string, value: string | readonly string[]): this {
    return name.toLowerCase() === "content-type"
      ? this.setHeader(name, value)
      : super.appendHeader(name, value);
  }

  #putOffOr(status: number): number {
    if (this.headersSent || status !== 500 || this.putOff === null) return status;
    this.setHeader("Retry-After", String(this.putOff));
    return 503;
  }

  /** What the handler of a replaced answer goes on to write is for nobody. */
  #replaced(status: number): boolean {
    const { instead } = this;
    if (this.#isReplaced) return this.writableEnded;
    const type = String(this.getHeader("content-type") ?? "");
    if (this.headersSent || status < 500 || instead === null || inWords.test(type)) return false;
    this.#isReplaced = true;
    this.instead = null;
    instead(status);
    return true;
  }

  override write(...args: unknown[]): boolean {
    if (this.#replaced(this.statusCode)) return true;
    const goOn = Reflect.apply(super.write, this, args) as boolean;
    if (!goOn) this.emit("handled");
    return goOn;
  }

  override end(...args: unknown[]): this {
    if (this.writableEnded || this.#replaced(this.statusCode)) return this;
    Reflect.apply(super.end, this, args);
    this.emit("handled");
    return this;
  }
}

/** Node's server, as it hands out these requests and responses. */
export type FrontServer = Server<typeof FrontRequest, typeof FrontResponse>;
