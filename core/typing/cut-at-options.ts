/** So much of an option stays on one line: it fits into the narrowest. */
const longest = 12;
const options = new RegExp(`((?<!\\S)-\\S{1,${longest - 1}})`);

/**
 * A command cut where a line may end: every second piece is the beginning of an option. Browsers end
 * a line after a hyphen, and so between the two of `--rm`.
 */
export const cutAtOptions = (text: string): string[] => text.split(options);
