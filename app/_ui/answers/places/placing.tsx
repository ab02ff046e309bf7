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

/** Moves a row to a position; what lies outside the list is its nearest end. */
export function movedTo({ order, placed }: Placing, index: number, to: number): Placing {
  const others = order.filter((other) => other !== index);
  const target = Math.max(0, Math.min(others.length, to));
  return { order: [...others.slice(0, target), index, ...others.slice(target)], placed };
}
