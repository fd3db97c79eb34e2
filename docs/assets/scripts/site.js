/**
 * The script of every page: each line calls what one module does. It runs once the page has been read.
 * @module
 */
import { searchBox } from "./box.js";
import { copy } from "./copy.js";
import { evidence } from "./evidence.js";
import { filter } from "./filter.js";
import { menu } from "./menu.js";
import { reading } from "./reading.js";
import { news } from "./news.js";
import { words } from "./words.js";

words();
evidence();
menu();
reading();
searchBox();
filter();
news();
copy();
