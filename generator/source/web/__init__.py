"""Web pages as seeds: their characters, the lines that a reader sees, and what they declare of themselves."""
