"""How every test runs: generated examples are few and the same on every machine, so that a failure can be had again."""

from hypothesis import settings

settings.register_profile("mujaz", max_examples=60, deadline=None, derandomize=True, database=None)
settings.load_profile("mujaz")
