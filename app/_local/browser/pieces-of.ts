/** Rows in one piece: some milliseconds' work for a slow phone. */
const piece = 200;

/** What rows are read from: a store within a transaction, or one for each piece. */
type Source<Row> = {
  getAll: (range: IDBKeyRange | null, most: number) => Promise<Row[]>;
};

/** All rows of a store in the order of their keys, piece by piece, so that keys get a turn between. */
export async function* piecesOf<Row>(
  source: Source<Row>,
  keyOf: (row: Row) => string,
): AsyncGenerator<Row[]> {
  let range: IDBKeyRange | null = null;
  for (;;) {
    const rows: Row[] = await source.getAll(range, piece);
    yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < piece) return;
    range = IDBKeyRange.lowerBound(keyOf(last), true);
  }
}
