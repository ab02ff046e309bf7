import "server-only";
import { z } from "zod";
import { problemText } from "#core/text/site/problem-text";
import { isCommonPassword } from "./common-passwords";

const text = problemText();

/** The longest address that SMTP can carry (RFC 5321, 4.5.3.1.3). */
const maxEmail = 254;

/** An e-mail address as it is stored and compared. */
export const emailSchema = z
  .string()
  .max(maxEmail, text.emailTooLong)
  .transform((typed) => typed.normalize("NFKC").trim().toLowerCase())
  .pipe(z.email(text.noEmail).max(maxEmail));

const fewest = 8;
const most = 256;

/** As it is hashed: what looks the same is as long, however a device composes it. */
const lengthOf = (password: string) => [...password.normalize("NFKC")].length;

/** Text that no keyboard makes, of which different ones would count as the same. */
const isBroken = (password: string) => /\p{Surrogate}/u.test(password);

/** A password to be checked: any that may have been set. */
export const passwordSchema = z
  .string()
  .min(1, text.noPassword)
  .refine((password) => lengthOf(password) <= most && !isBroken(password), text.wrongPassword);

/** A password to be set: long enough, none that guessers try first, and of any characters. */
export const newPasswordSchema = z
  .string()
  .refine((password) => !isBroken(password), { error: text.passwordBroken, abort: true })
  .refine((password) => lengthOf(password) >= fewest, {
    error: text.passwordTooShort(fewest),
    abort: true,
  })
  .refine((password) => lengthOf(password) <= most, {
    error: text.passwordTooLong(most),
    abort: true,
  })
  .refine((password) => !isCommonPassword(password), text.passwordCommon);
