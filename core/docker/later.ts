/** A typed command needs a part of the command language that this browser has not loaded yet. */
export class NotHereYet extends Error {
  constructor() {
    super("a part of the command language is not loaded: import #core/docker/whole");
  }
}

/** A part of the command language that few commands need. */
export type Later<Part> = {
  put: (part: Part) => void;
  /** Throws NotHereYet before the part was put there. */
  get: () => Part;
};

/** A place for a part that `#core/docker/whole` puts there. */
export function later<Part>(): Later<Part> {
  let here: Part | null = null;
  return {
    put: (part) => {
      here = part;
    },
    get: () => {
      if (here === null) throw new NotHereYet();
      return here;
    },
  };
}
