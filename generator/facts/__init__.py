"""Lines to facts: one field a module, declared in table.py and found in its order by extract.py."""
