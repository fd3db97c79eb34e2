"""Everything that crosses articles: order, addresses, equal texts, likeness, groups."""
