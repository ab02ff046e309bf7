import "server-only";
import {
  type OutgoingHttpHeader,
  type OutgoingHttpHeaders,
  type Server,
  ServerResponse,
} from "node:http";
import type { FrontRequest } from "./front-request";

type Head = OutgoingHttpHeaders | OutgoingHttpHeader[];

/**
 * A response that has the last word on its head. It emits "handled" when its handler has ended the
 * answer, or waits for the client to read, and "refused" with the refusal that it carries.
 */
export class FrontResponse extends ServerResponse<FrontRequest> {
  /** Called once, right before the head is sent, whoever wrote it. */
  beforeHead: () => void = () => {};

  override writeHead(status: number, message?: string | Head, head?: Head): this {
    if (!this.headersSent) this.beforeHead();
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

  override write(...args: unknown[]): boolean {
    const goOn = Reflect.apply(super.write, this, args) as boolean;
    if (!goOn) this.emit("handled");
    return goOn;
  }

  override end(...args: unknown[]): this {
    if (this.writableEnded) return this;
    Reflect.apply(super.end, this, args);
    this.emit("handled");
    return this;
  }
}

/** Node's server, as it hands out these requests and responses. */
export type FrontServer = Server<typeof FrontRequest, typeof FrontResponse>;
