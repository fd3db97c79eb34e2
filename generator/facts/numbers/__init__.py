"""Figures: a line into words and numerals, those into numbers, numbers into figures with bounds, unit and subject."""
