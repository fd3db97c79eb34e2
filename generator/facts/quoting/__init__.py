"""Direct quotations: marks into pieces, words of saying into cues, cues into speakers, pieces into quotations."""
