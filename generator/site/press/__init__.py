"""Pages put into shells: what the engine would make of them, byte for byte, without the engine."""
