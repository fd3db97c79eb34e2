"""Every view of a text, made once: whatever reads text reads it here.

letters: one folding with named variants, and where words begin and end. clitics: what is written to a word. sentences,
marks, numerals: a line's parts. line: all of them for one line, made when they are first asked for, and the text whose
lines every finder shares. match: the phrases of a lexicon in a line. seen: a text as its readers see it.
masks: what stands for a withheld name.

To see more in a line, give it a function and a lexicon, `line.once(make, lexicon)`: no cache beside it is needed.
"""
