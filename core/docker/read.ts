/** A value read from text, or the CLI's words for why it cannot be. */
export type Read<T> = { ok: true; value: T } | { ok: false; error: string };

export const good = <T>(value: T): Read<T> => ({ ok: true, value });
export const bad = (error: string): { ok: false; error: string } => ({ ok: false, error });
