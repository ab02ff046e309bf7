import { counted } from "#core/text/counted";
import { inLanguages } from "#core/text/language";

const en = {
  inMinutes: (minutes: number) => `in ${counted(minutes, "minute")}`,
  days: (days: number) => counted(days, "day"),
  months: (months: number) => counted(months, "month"),
  years: (years: number) => `${years.toFixed(1)} years`,
};

/** When a card comes back. */
export const waitText = inLanguages({ en });
