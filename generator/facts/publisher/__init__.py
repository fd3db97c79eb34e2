"""The signs by which a page shows who published it: one kind of sign a module, weighed together in `weigh`."""
