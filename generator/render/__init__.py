"""Pages to Markdown, and the one escape."""
