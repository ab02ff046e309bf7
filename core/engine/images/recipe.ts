import type { Files, ImageConfig } from "#core/engine/types";

/** One instruction of an image's making: what history says, and the files it adds. */
export type Step = { by: string; files?: Files; size?: number; comment?: string };

/** An instruction that adds no files. */
export const instruction = (words: string): Step => ({ by: `/bin/sh -c #(nop)  ${words}` });
/** Files copied from the folder of the build. */
export const copied = (what: string, to: string, files: Files): Step => ({
  by: `/bin/sh -c #(nop) COPY ${what} in ${to} `,
  files,
  size: 1200,
});

/** How an image of the registry was made, and the names it has there. */
export type Recipe = {
  from: readonly Step[];
  steps: readonly Step[];
  config: Partial<ImageConfig>;
  hour: number;
  tags: readonly string[];
};

/** A whole root file system, as a first layer. */
export const imported = (files: Files, size: number): Step => ({
  by: "",
  files,
  size,
  comment: "Imported from -",
});
