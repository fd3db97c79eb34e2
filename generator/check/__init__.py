"""Laws and invariants, told as problems."""
