/** Where a statement that goes beyond the talk can be checked. */
export type Source = { title: string; url?: string };
