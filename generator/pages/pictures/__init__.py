"""Pictures of a dossier: geometry from its facts, which a template prints as inline SVG beside a table of the same."""
