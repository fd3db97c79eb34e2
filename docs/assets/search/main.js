/**
 * The script of the site's search: one file, which is the search page's script and the worker of the theme's box.
 * @module
 */
import { SearchPage } from "./page.js";
import { opener } from "./search.js";
import { answerTheme } from "./worker.js";

if (typeof document === "undefined") {
  answerTheme(self, opener(new URL("data/", self.location.href)));
} else {
  const root = document.querySelector(".mz-search");
  if (root instanceof HTMLElement) new SearchPage(root);
}
