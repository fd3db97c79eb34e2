"""Every view of a text: letters, words, sentences, phrases."""
