import "server-only";
import { z } from "zod";
import { problemText } from "#core/text/site/problem-text";

const text = problemText();

/** The longest address that SMTP can carry (RFC 5321, 4.5.3.1.3). */
const maxEmail = 254;

/** An e-mail address as it is stored and compared. */
export const emailSchema = z
  .string()
  .max(maxEmail, text.emailTooLong)
  .transform((typed) => typed.normalize("NFKC").trim().toLowerCase())
  .pipe(z.email(text.noEmail).max(maxEmail));

/** A password to be checked: any, of a length that is no attack. */
export const passwordSchema = z.string().min(1, text.noPassword).max(256);

/** A password to be set. */
export const newPasswordSchema = z
  .string()
  .min(8, text.passwordTooShort(8))
  .max(256, text.passwordTooLong(256));
