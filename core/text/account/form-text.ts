import { inLanguages } from "#core/text/language";

const en = {
  wrongFields: (fields: number) =>
    fields === 1
      ? "Please correct the field marked below."
      : "Please correct the fields marked below.",
};

/** What every form says. */
export const formText = inLanguages({ en });
