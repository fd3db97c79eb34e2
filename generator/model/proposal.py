"""How many themes are proposed where nobody says: on the page of notes and in a terminal."""

PROPOSED = 8
