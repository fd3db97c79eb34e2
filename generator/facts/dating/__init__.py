"""What the date fields share: recognising dates in a line, weighing them, and bounding an article between them."""
