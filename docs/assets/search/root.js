/**
 * Where a site keeps its index: the one place in which the engine and those who ask it say so.
 * @module
 */

/** The folder of the index, beside the engine's script. */
export const FOLDER = "data/";
/** The file of the index that names all others; it alone is asked for anew. */
export const ROOT = "root.bin";
