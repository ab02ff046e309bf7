import type { Proof } from "#core/content/proof";
import type { AuthoredProof } from "#core/content/read/proof-shape";

/** By what it is known what a terminal shows; a rule has seen to it that something is. */
export function buildProof({ recorded, documented, later }: AuthoredProof): Proof {
  const more = later && { later };
  if (recorded) {
    const { session, ...versions } = recorded;
    return { ...more, as: "recorded", with: versions };
  }
  if (!documented) throw new Error("a terminal is neither recorded nor documented");
  const { reason, source } = documented;
  return { ...more, as: "documented", reason, source };
}
