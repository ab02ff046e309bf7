import "server-only";
import { problemText } from "#core/text/site/problem-text";

/** A name that is shorter stands in many a word by chance; there it counts as a word of its own. */
const shortestName = 4;
/** Beside a short name, so many letters and digits are enough to guess. */
const enough = 8;

/**
 * Why a password must not be that of an address's account, in words, or null. A guesser begins with
 * the address and its name; upper and lower case and what stands between letters count for nothing.
 */
export function unfitFor(password: string, email: string): string | null {
  const folded = fold(password);
  const local = email.slice(0, email.lastIndexOf("@"));
  const [beforePlus = local] = local.split("+");
  const names = [email, local, beforePlus].map(fold).filter((name) => name !== "");
  const isPart = folded.length >= shortestName && fold(email).includes(folded);
  const isNamed = names.some((name) =>
    name.length < shortestName ? isMostly(name, password) : folded.includes(name),
  );
  return isPart || isNamed ? problemText().passwordHasAddress : null;
}

function isMostly(name: string, password: string): boolean {
  const words = password.toLowerCase().split(/\P{L}+/u);
  return words.includes(name) && fold(password).replaceAll(name, "").length < enough;
}

function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
