import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Node, type SourceFile, SyntaxKind } from "typescript/unstable/ast";
import * as is from "typescript/unstable/ast/is";
import { createVirtualFileSystem } from "typescript/unstable/fs";
import { API } from "typescript/unstable/sync";
import { describe, expect, it } from "vitest";

/** Names, commands that are shown as examples, and a script: the same in every language. */
const sameEverywhere = [/^Mooring$/, /^docker /, /^\(\(\) => \{/];
/** Attributes that a reader sees or hears, those of our components too, and properties like them. */
const spoken = /^(aria-(label|description|roledescription|valuetext)|title|label|placeholder|alt)$/;
const ours = /^(hint|action|legend|submit|caption|heading|description|message|says|does)$/;

describe("the interface", () => {
  it("takes its words from the catalogs", () => {
    expect(wordsIn(sourcesBelow("app"))).toEqual([]);
  });

  it.each([
    ["a text", "<p>Study</p>", "Study"],
    ["a text around others", "<p>{count} cards</p>", "cards"],
    ["a branch", '<p>{count > 1 ? "many" : null}</p>', '"many"'],
    ["a default", '<p>{count ?? "none"}</p>', '"none"'],
    ["a template", `<p>{\`\${count} cards\`}</p>`, `\`\${count} cards\``],
    ["a place of a template", `<p>{\`\${count > 1 ? "many" : ""} · \`}</p>`, '"many"'],
    ["an argument", '<p>{show("words here")}</p>', '"words here"'],
    ["an attribute", '<img alt="Harbour" />', '"Harbour"'],
    ["an attribute's branch", '<a title={count ? "Some" : undefined} />', '"Some"'],
    ["a property of ours", '<Field hint="Optional" />', '"Optional"'],
    ["a page's title", 'export const metadata = { title: "Deck" };', '"Deck"'],
    ["a word kept elsewhere", 'const said = "It is kept.";', '"It is kept."'],
  ])("would be caught with %s in it", (_, planted, found) => {
    expect(wordsIn({ "app/planted.tsx": `\n${planted}` })).toEqual([`app/planted.tsx:2: ${found}`]);
  });

  it.each([
    ["names", '<h1 title="Mooring">Mooring</h1>'],
    ["marks and numbers", '<p className="visually hidden">· {count}: “{text.some}” ✓ 3</p>'],
    [
      "directives, values and paths",
      `"use client"; if (a === "some-words") run(\`M \${x} \${y}\`);`,
    ],
    ["keys and kinds", '<Key name={kind === "text" ? "space" : "u"} />'],
    ["a programmer's error", 'throw new Error("It was not opened.");'],
  ])("may have %s in it", (_, planted) => {
    expect(wordsIn({ "app/planted.tsx": planted })).toEqual([]);
  });
});

/** What a browser is sent; a route handler answers programs. */
function sourcesBelow(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const paths = files.filter((file) => /\.tsx?$/.test(file) && !/\.test\.ts$|^api\//.test(file));
  return Object.fromEntries(
    paths.map((path) => [join(folder, path), readFileSync(join(folder, path), "utf8")]),
  );
}

/** Every word that stands in the sources, as `file:line: word`. */
function wordsIn(sources: Record<string, string>): string[] {
  const paths = Object.keys(sources).map((path) => `/${path}`);
  const compilerOptions = { noLib: true, noResolve: true, types: [], jsx: "preserve" };
  const config = JSON.stringify({ compilerOptions, files: paths });
  const rooted = Object.entries(sources).map(([path, source]) => [`/${path}`, source]);
  const fs = createVirtualFileSystem({ "/tsconfig.json": config, ...Object.fromEntries(rooted) });
  const api = new API({ fs, cwd: "/" });
  try {
    const [project] = api.updateSnapshot({ openProjects: ["/tsconfig.json"] }).getProjects();
    return paths.flatMap((path) => {
      const file = project?.program.getSourceFile(path);
      if (!file) throw new Error(`${path} was not read`);
      return wordsBelow(file, file, false);
    });
  } finally {
    api.close();
  }
}

/** `shown`: what stands here is drawn as it is, so that a single word is a text already. */
function wordsBelow(node: Node, file: SourceFile, shown: boolean): string[] {
  if (is.isThrowStatement(node) || isDirective(node) || isClassName(node)) return [];
  const text = textOf(node);
  if (text !== null && (shown || is.isJsxText(node) ? isWord(text) : isSentence(text))) {
    return [`${placeOf(node, file)}: ${node.getText(file).trim()}`];
  }
  const found: string[] = [];
  node.forEachChild((child) => {
    found.push(...wordsBelow(child, file, isShown(child, node, shown)));
  });
  return found;
}

const isDirective = (node: Node) =>
  is.isExpressionStatement(node) && is.isStringLiteral(node.expression);

const isClassName = (node: Node) => is.isJsxAttribute(node) && node.name.getText() === "className";

/** What a literal says, each place in it as a 0; null for anything else. */
function textOf(node: Node): string | null {
  if (is.isJsxText(node)) return node.text.replace(/&\w+;/g, " ");
  if (is.isStringLiteral(node)) return node.text;
  if (is.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!is.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => `0${literal.text}`).join("");
}

const isWord = (text: string) =>
  /\p{L}/u.test(text) && !sameEverywhere.some((name) => name.test(text.trim()));
const isSentence = (text: string) =>
  isWord(text) && /\p{L}{2} [\p{L}\d]|[\p{L}\d] \p{L}{2}/u.test(text);

function isShown(node: Node, parent: Node, shown: boolean): boolean {
  if (is.isJsxAttribute(parent) || is.isPropertyAssignment(parent)) {
    const name = parent.name.getText().replaceAll('"', "");
    return node !== parent.name && (spoken.test(name) || ours.test(name));
  }
  if (is.isJsxExpression(node)) return true;
  if (is.isConditionalExpression(parent)) return shown && node !== parent.condition;
  if (is.isBinaryExpression(parent)) return shown && joins.has(parent.operatorToken.kind);
  return shown && hands(parent);
}

/** Whether what stands in it is drawn where it is drawn itself. */
const hands = (node: Node) =>
  is.isJsxExpression(node) ||
  is.isParenthesizedExpression(node) ||
  is.isTemplateExpression(node) ||
  is.isTemplateSpan(node);

const joins = new Set([
  SyntaxKind.AmpersandAmpersandToken,
  SyntaxKind.BarBarToken,
  SyntaxKind.QuestionQuestionToken,
  SyntaxKind.PlusToken,
]);

function placeOf(node: Node, file: SourceFile): string {
  const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
  return `${file.fileName.slice(1)}:${line + 1}`;
}
