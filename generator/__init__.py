"""Mujaz: turns raw Arabic news texts into a briefing site whose every value shows the words behind it."""

__version__ = "0.1.0"
