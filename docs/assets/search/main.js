/**
 * The script of the engine: what a worker runs, which answers the box in the header and the search page.
 * @module
 */
import { handed, overHttp, stored } from "./files.js";
import { FOLDER } from "./root.js";
import { opener } from "./search.js";
import { answerAsks } from "./worker.js";

const folder = new URL(FOLDER, self.location.href);
answerAsks(self, opener(stored(handed(self, overHttp(folder)), folder)));
