import "./whole";
import { readLine } from "./parse/read-line";

/** Reads a typed line: a command, or why it is none, with the column. Takes any text. */
export const parseCommand = readLine;
