import "server-only";
import { availableParallelism } from "node:os";
import { hash, verify } from "@node-rs/argon2";
import { takeTurns, type Whose } from "#server/base/turns";

/** OWASP's first choice for argon2id (Password Storage Cheat Sheet): 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19456, timeCost: 2, parallelism: 1 };

/** One hash takes a processor for some 20 ms: one processor is left to everything else. */
const turns = takeTurns({
  atOnce: Math.max(1, Math.min(4, availableParallelism() - 1)),
  waiting: 256,
  seconds: 5,
  waitMs: 10_000,
});

/** Letters that look alike but are typed differently on two devices count as one. */
const normal = (password: string) => password.normalize("NFKC");

/** Made like every other, of a password that nobody kept. */
export const decoyHash =
  "$argon2id$v=19$m=19456,t=2,p=1$cu+JlBlzeI8vHPPOCtXhsg$8FMMtMMQNrwhJoGysKAcEwEit0w7SUoo0p5Ds6ZIQQ4";

/** An argon2id hash in PHC form, made on another thread in its turn. Throws TryLater. */
export async function hashPassword(password: string, whose: Whose): Promise<string> {
  return turns.run(whose, () => hash(normal(password), cost));
}

/**
 * Whether this is the password. With no hash it works as long and says no, so that the time does
 * not tell whether an account exists. Throws TryLater.
 */
export async function isPassword(
  password: string,
  { passwordHash, ...whose }: Whose & { passwordHash: string | null },
): Promise<boolean> {
  const compared = passwordHash ?? decoyHash;
  const right = await turns.run(whose, () => verify(compared, normal(password)));
  return right && passwordHash !== null;
}

/** Whether a hash was made with less work than one that is made today. */
export function isWeak(passwordHash: string): boolean {
  const [, kind, version, parameters = ""] = passwordHash.split("$");
  if (kind !== "argon2id" || version !== "v=19") return true;
  const given = new Map(
    parameters.split(",").map((pair) => {
      const [name = "", value] = pair.split("=");
      return [name, Number(value)] as const;
    }),
  );
  return !((given.get("m") ?? 0) >= cost.memoryCost && (given.get("t") ?? 0) >= cost.timeCost);
}
