"""Withheld names: what forms of a name hide it, and where they are masked."""
