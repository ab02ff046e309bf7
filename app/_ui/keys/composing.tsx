/** What of a key press tells whether an input method takes it. */
type Press = { key: string; isComposing: boolean; keyCode: number };

/** What a key press counts as that an input method takes for itself. */
const takenByInputMethod = 229;

/**
 * Whether a key press belongs to a word that is being put together. Safari ends the composition
 * before it tells of the Enter that ended it: only that key's code tells.
 */
export function isComposing({ isComposing: composes, keyCode }: Press): boolean {
  return composes || keyCode === takenByInputMethod;
}

/** Keeps the Enter that ends a composition from handing a form in. */
export function keepComposing(event: { nativeEvent: Press; preventDefault: () => void }): void {
  if (event.nativeEvent.key === "Enter" && isComposing(event.nativeEvent)) event.preventDefault();
}
