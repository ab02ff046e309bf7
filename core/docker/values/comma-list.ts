import { bad, good, type Read } from "#core/docker/read";
import { cut } from "./cut";

const unquoted = 'extraneous or missing " in quoted-field';
const fault = (column: number, why: string) =>
  bad(`parse error on line 1, column ${column}: ${why}`);

/** One row of comma-separated values, where a field may be quoted with `"`. */
export function readCommaList(text: string): Read<string[]> {
  if (!text.includes('"')) return good(text === "" ? [] : text.split(","));
  const fields: string[] = [];
  let at = 0;
  while (at <= text.length) {
    if (text.charAt(at) !== '"') {
      const comma = text.indexOf(",", at);
      const field = text.slice(at, comma < 0 ? text.length : comma);
      if (field.includes('"'))
        return fault(text.indexOf('"', at) + 1, 'bare " in non-quoted-field');
      fields.push(field);
      at = comma < 0 ? text.length + 1 : comma + 1;
      continue;
    }
    let field = "";
    at++;
    for (;;) {
      const quote = text.indexOf('"', at);
      if (quote < 0) return fault(text.length + 1, unquoted);
      field += text.slice(at, quote);
      at = quote + 1;
      if (text.charAt(at) !== '"') break;
      field += '"';
      at++;
    }
    if (at < text.length && text.charAt(at) !== ",") {
      return fault(at, unquoted);
    }
    fields.push(field);
    at++;
  }
  return good(fields);
}

/** A field of a row as it stands, and taken apart at its first `=`; without one the value is null. */
export type Field = { field: string; key: string; value: string | null };

/** The fields of a row; an empty row has none to read. */
export function readFields(text: string): Read<Field[]> {
  if (text === "") return bad("EOF");
  const fields = readCommaList(text);
  if (!fields.ok) return fields;
  return good(
    fields.value.map((field) => {
      const [key, value] = cut(field, "=");
      return { field, key, value };
    }),
  );
}
