import { percent } from "#core/progress/sentences";
import type { Retention, TrueRetention } from "#core/progress/true-retention";
import styles from "./progress.module.css";

const names = {
  young: "under a week",
  month: "a week to a month",
  old: "over a month",
} as const;

/** How often due cards were recalled, by how firmly they were held. */
export function RetentionTable({ retention }: { retention: TrueRetention }) {
  const { byBand, overall, target } = retention;
  if (overall.count === 0) {
    return (
      <p>
        Once cards come back on a later day, it stands here how many of them you recalled; the
        target is {percent(target)}.
      </p>
    );
  }
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Stability</th>
          <th scope="col">Reviews</th>
          <th scope="col">Recalled</th>
          <th scope="col">Target</th>
        </tr>
      </thead>
      <tbody>
        {byBand.map(({ band, ...row }) => (
          <RetentionRow key={band} name={names[band]} row={row} target={target} />
        ))}
        <RetentionRow name="all" row={overall} target={target} />
      </tbody>
    </table>
  );
}

function RetentionRow({ name, row, target }: { name: string; row: Retention; target: number }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{row.count}</td>
      <td className={styles.measured}>
        {row.measured
          ? `${percent(row.measured.rate)} ± ${Math.round(row.measured.margin * 100)}`
          : "–"}
      </td>
      <td>{percent(target)}</td>
    </tr>
  );
}
