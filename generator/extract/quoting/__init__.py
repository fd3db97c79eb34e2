"""Direct quotations: marks into pieces, words of saying into cues, cues into speakers, and what of it is a quotation."""
