import bash from "highlight.js/lib/languages/bash";
import dockerfile from "highlight.js/lib/languages/dockerfile";
import ini from "highlight.js/lib/languages/ini";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import php from "highlight.js/lib/languages/php";
import yaml from "highlight.js/lib/languages/yaml";
import { createLowlight } from "lowlight";
import type { ReactNode } from "react";
import type { Language } from "#core/content/lesson-types";

type Node = ReturnType<typeof grammars.highlight>["children"][number];

const grammars = createLowlight({ bash, dockerfile, ini, javascript, json, php, yaml });

/** A text with its words marked by what they are in its language: spans with a class, no script. */
export function Highlighted({ text, language }: { text: string; language: Language | "bash" }) {
  return drawn(grammars.highlight(language, text).children);
}

function drawn(nodes: readonly Node[]): ReactNode[] {
  return nodes.map((node, place) => {
    if (node.type === "text") return node.value;
    if (node.type !== "element") return null;
    const { className } = node.properties;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, from a text that never changes
      <span key={place} className={Array.isArray(className) ? className.join(" ") : undefined}>
        {drawn(node.children)}
      </span>
    );
  });
}
