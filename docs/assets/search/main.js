/**
 * The script of the site's search: one file, which is the search page's script and the worker of the box in the header.
 * @module
 */
import { SearchPage } from "./page.js";
import { opener } from "./search.js";
import { answerBox } from "./worker.js";

if (typeof document === "undefined") {
  answerBox(self, opener(new URL("data/", self.location.href)));
} else {
  const root = document.querySelector(".mz-search");
  if (root instanceof HTMLElement) new SearchPage(root);
}
