/** What each payload does if it runs; the browser counts the calls. */
const call = "xssRan()";

/** Ways to have something run, in HTML, SVG, MathML, style and templates. */
export const carriers = [
  `<script>${call}</script>`,
  `<img src=x onerror=${call}>`,
  `<svg onload=${call}>`,
  `<svg><script href="data:,${call}"></script></svg>`,
  `<iframe srcdoc="<script>parent.${call}</script>"></iframe>`,
  `<iframe src="javascript:parent.${call}"></iframe>`,
  `<a href="javascript:${call}" autofocus onfocus=${call}>x</a>`,
  `<details open ontoggle=${call}>`,
  `<input autofocus onfocus=${call}>`,
  `<object data="javascript:${call}"></object>`,
  `<base href="//x.invalid/"><link rel=stylesheet href="javascript:${call}">`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${call}>`,
  `<style>@keyframes x{}</style><b style="animation:x 1s" onanimationstart=${call}>`,
  `{{constructor.constructor('${call}')()}}`,
  `javascript:${call}//`,
];

/** What may end the place that a text stands in: an attribute, an element, a script, a string. */
const endings = [
  "",
  '">',
  "'>",
  "</script>",
  "</textarea></title></style>",
  '"};',
  "-->",
  "]]>",
  "\\u003c/script\\u003e",
  "%22%3E",
];

/** 150 texts, each of which would run somewhere that puts text where markup is meant. */
export const payloads: readonly string[] = endings.flatMap((ending) =>
  carriers.map((carrier) => ending + carrier),
);
