/** An order in the making: the first `placed` rows of `order` were put there on purpose. */
export type Placing = { order: number[]; placed: number };

/** Puts a row behind those already placed; a placed row goes back to the others. */
export function placedNext({ order, placed }: Placing, index: number): Placing {
  const position = order.indexOf(index);
  const others = order.filter((other) => other !== index);
  if (position < placed) {
    return {
      order: [...others.slice(0, placed - 1), index, ...others.slice(placed - 1)],
      placed: placed - 1,
    };
  }
  return {
    order: [...others.slice(0, placed), index, ...others.slice(placed)],
    placed: placed + 1,
  };
}

/**
 * Moves a row to a position; what lies outside the list is its nearest end. Whoever moves rows has
 * the whole list in view: from then on all of them stand where they are on purpose.
 */
export function movedTo({ order }: Placing, index: number, to: number): Placing {
  const others = order.filter((other) => other !== index);
  const target = Math.max(0, Math.min(others.length, to));
  const moved = [...others.slice(0, target), index, ...others.slice(target)];
  return { order: moved, placed: moved.length };
}

/** Where an order goes on from: what was placed before, and the others as they are displayed. */
export function placingOf(display: readonly number[], placed: readonly number[]): Placing {
  const others = display.filter((index) => !placed.includes(index));
  return { order: [...placed, ...others], placed: placed.length };
}

/** The rows that were put somewhere on purpose, in their order. */
export function placedOf({ order, placed }: Placing): number[] {
  return order.slice(0, placed);
}
