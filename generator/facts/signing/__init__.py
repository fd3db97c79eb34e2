"""What an article says of itself round its sentences: where, when, for whom and by whom, read once for every field."""
