/**
 * Something that was mended before reading, such as the dash a phone's keyboard makes of `--`:
 * where it stood, in UTF-16 units from 0, what stood there and what is read instead.
 */
export type Repair = { start: number; end: number; found: string; read: string };
