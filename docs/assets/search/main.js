/**
 * The script of the engine: what a worker runs, which answers the box in the header and the search page.
 * @module
 */
import { handed, overHttp } from "./files.js";
import { FOLDER } from "./root.js";
import { opener } from "./search.js";
import { answerAsks } from "./worker.js";

answerAsks(self, opener(handed(self, overHttp(new URL(FOLDER, self.location.href)))));
