import { parseDocument } from "yaml";
import { type YamlRead, yamlReader } from "./yaml-hook";

/** Importing this file lets Compose files be read; it brings the YAML parser along. */
function read(text: string): YamlRead {
  const document = parseDocument(text, { merge: true, version: "1.1" });
  const [error] = document.errors;
  if (error !== undefined) {
    const at = error.linePos?.[0].line ?? 1;
    // A text that goes on deeper in the next line is at fault there.
    const [own = "", next = ""] = text.split("\n").slice(at - 1, at + 1);
    const line = next.search(/\S/) > own.search(/\S/) ? at + 1 : at;
    const nested =
      /BLOCK_AS_IMPLICIT_KEY|NESTED|MULTILINE_IMPLICIT_KEY/.test(error.code) ||
      /Nested mappings|implicit/i.test(error.message);
    const tab = error.code === "TAB_AS_INDENT";
    const why = nested
      ? "mapping values are not allowed in this context"
      : tab
        ? "found character that cannot start any token"
        : "did not find expected key";
    return { ok: false, error: `yaml: line ${line}: ${why}` };
  }
  return { ok: true, value: document.toJS() };
}

yamlReader.put(read);
