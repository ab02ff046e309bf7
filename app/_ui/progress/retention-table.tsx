import { percent } from "#core/progress/sentences";
import type { Retention, TrueRetention } from "#core/progress/true-retention";
import { chartText } from "#core/text/progress/chart-text";
import { Scrolled } from "#ui/scrolled";
import styles from "./progress.module.css";

/** How often due cards were recalled, by how firmly they were held. */
export function RetentionTable({ retention }: { retention: TrueRetention }) {
  const { byBand, overall, target } = retention;
  const text = chartText();
  if (overall.count === 0) return <p>{text.noRetention(percent(target))}</p>;
  return (
    <Scrolled label={text.recalled}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.stability}</th>
            <th scope="col">{text.reviews}</th>
            <th scope="col">{text.recalled}</th>
            <th scope="col">{text.target}</th>
          </tr>
        </thead>
        <tbody>
          {byBand.map(({ band, ...row }) => (
            <RetentionRow key={band} name={text[band]} row={row} target={target} />
          ))}
          <RetentionRow name={text.all} row={overall} target={target} />
        </tbody>
      </table>
    </Scrolled>
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
