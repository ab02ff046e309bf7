import "server-only";
import { z } from "zod";

/** The longest address that SMTP can carry (RFC 5321, 4.5.3.1.3). */
const maxEmail = 254;

/** An e-mail address as it is stored and compared. */
export const emailSchema = z
  .string()
  .max(maxEmail, "This is too long for an e-mail address.")
  .transform((text) => text.normalize("NFKC").trim().toLowerCase())
  .pipe(z.email("This is not an e-mail address.").max(maxEmail));

/** A password to be checked: any, of a length that is no attack. */
export const passwordSchema = z.string().min(1, "Enter your password.").max(256);

/** A password to be set. */
export const newPasswordSchema = z
  .string()
  .min(8, "Take at least 8 characters.")
  .max(256, "Take at most 256 characters.");
