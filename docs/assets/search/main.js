/**
 * The script of the site's search: one file, which is the search page's script and the worker that answers it and the box in the header.
 * @module
 */
import { handed, overHttp } from "./files.js";
import { SearchPage } from "./page.js";
import { FOLDER } from "./root.js";
import { opener } from "./search.js";
import { answerAsks } from "./worker.js";

if (typeof document === "undefined") {
  answerAsks(self, opener(handed(self, overHttp(new URL(FOLDER, self.location.href)))));
} else {
  const root = document.querySelector(".mz-search");
  if (root instanceof HTMLElement) new SearchPage(root);
}
