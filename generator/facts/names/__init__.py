"""Who and what is named in a text: people, bodies and places, by lexicon and by shape."""
