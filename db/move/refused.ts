/** Why a move is not made, in words: nothing was changed that a move of the same source would not. */
export class Refused extends Error {}
