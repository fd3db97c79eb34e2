"""The formats of seeds, each a module that makes text of a file's bytes."""
