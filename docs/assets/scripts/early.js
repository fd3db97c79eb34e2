/**
 * Runs before a page is painted: it shows at once what a reader has chosen, and that scripts run.
 * @module
 */
import { chosen, show } from "./choices.js";

document.documentElement.classList.add("js");
show(chosen());
