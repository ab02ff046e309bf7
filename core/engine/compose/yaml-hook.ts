/** Values of a YAML file, or why it is none, in Compose's words. */
export type YamlRead = { ok: true; value: unknown } | { ok: false; error: string };

type Reader = (text: string) => YamlRead;

let reader: Reader | null = null;

/** The reader of Compose files comes apart: it is put here once it was loaded. */
export const yamlReader = {
  put: (read: Reader): void => {
    reader = read;
  },
  get: (): Reader | null => reader,
};
