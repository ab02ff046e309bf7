import "server-only";
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "#server/base/env";
import { readCookie } from "./read-cookie";

/** Milliseconds that a browser is known after its last use; browsers keep no cookie much longer. */
const markAge = 365 * 24 * 60 * 60 * 1000;
/** Accounts of which one browser is known to have been logged in to. */
const most = 4;
/** The device's own id, when it was given, and the signature of both with the account. */
const pattern = /^([\w-]{22})\.([0-9a-z]{1,11})\.([\w-]{43})$/;

type Whose = { cookies: string | null; userId: string | null; now: number };

/**
 * The id of a browser that has logged in to an account before, or null. It gives nothing but a
 * budget of attempts of its own (docs/decisions/0045). Without an account it works as long.
 */
export function readDeviceMark({ cookies, userId, now }: Whose): string | null {
  for (const mark of marksIn(cookies)) {
    const [, device = "", at = "", signature = ""] = pattern.exec(mark) ?? [];
    const given = Number.parseInt(at, 36);
    if (!isSame(signature, sign(userId ?? "", device, at)) || userId === null) continue;
    if (given <= now && now < given + markAge) return device;
  }
  return null;
}

/** A Set-Cookie header by which this browser is known to have been logged in to an account. */
export function setDeviceMark({ cookies, userId, now }: Whose & { userId: string }): string {
  const device = readDeviceMark({ cookies, userId, now }) ?? randomBytes(16).toString("base64url");
  const at = now.toString(36);
  const others = marksIn(cookies).filter((mark) => !mark.startsWith(`${device}.`));
  const marks = [`${device}.${at}.${sign(userId, device, at)}`, ...others].slice(0, most);
  const secure = env().secure ? "; Secure" : "";
  const age = `Max-Age=${markAge / 1000}`;
  return `${cookieName()}=${marks.join("~")}; Path=/; HttpOnly; SameSite=Lax; ${age}${secure}`;
}

function cookieName(): string {
  return env().secure ? "__Host-mooring.device" : "mooring.device";
}

function marksIn(cookies: string | null): string[] {
  const marks = (readCookie(cookies, cookieName()) ?? "").split("~", most);
  return marks.filter((mark) => pattern.test(mark));
}

function sign(userId: string, device: string, at: string): string {
  const signed = JSON.stringify(["mooring.device", userId, device, at]);
  return createHmac("sha256", env().secret).update(signed).digest("base64url");
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
