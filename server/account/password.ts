import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** OWASP's first choice for argon2id (Password Storage Cheat Sheet): 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19456, timeCost: 2, parallelism: 1 };

/** Letters that look alike but are typed differently on two devices count as one. */
const normal = (password: string) => password.normalize("NFKC");

let decoy: Promise<string> | null = null;

/** An argon2id hash in PHC form, about 10 ms of another thread. */
export async function hashPassword(password: string): Promise<string> {
  return hash(normal(password), cost);
}

/**
 * Whether this is the password. With no hash it works as long and says no, so that the time does
 * not tell whether an account exists.
 */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  decoy ??= hashPassword("no account has this password");
  const right = await verify(passwordHash ?? (await decoy), normal(password));
  return right && passwordHash !== null;
}
