/**
 * Runs in the head of every page, before anything is painted. The theme that a learner chose stands
 * on the html element, where the tokens go by it, and in a meta of its own before the two that go by
 * the system. It listens as long as the page is open, for this tab, the others and a page that comes
 * back from the browser's memory. A policy allows it by its hash, so it is the same text everywhere.
 */
export const themeScript = `(() => {
  const paper = { light: "#f6f2ea", dark: "#0e1726" };
  const root = document.documentElement;
  const color = document.createElement("meta");
  color.name = "theme-color";
  const show = () => {
    let theme = null;
    try {
      theme = localStorage.getItem("mooring.theme");
    } catch {}
    color.remove();
    delete root.dataset.theme;
    if (theme !== "light" && theme !== "dark") return;
    root.dataset.theme = theme;
    color.content = paper[theme];
    document.head.prepend(color);
  };
  show();
  for (const event of ["storage", "pageshow", "mooring.theme"]) addEventListener(event, show);
})();`;
