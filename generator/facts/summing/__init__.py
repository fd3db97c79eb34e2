"""What a sentence of an article is worth in a summary, and whether it can stand there."""
