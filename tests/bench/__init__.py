"""What a site costs as its dossier grows, measured beside other engines: `make bench`, `python -m tests.bench`."""
