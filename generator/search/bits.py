"""Numbers as bits, highest bit first: for lists whose numbers are too small for a byte each."""

from __future__ import annotations


class Bits:
    """Bits put one after another; `packed` fills the last byte with zeros."""

    def __init__(self) -> None:
        self._runs: list[str] = []
        self.length = 0

    def put(self, value: int, width: int) -> None:
        """A number in so many bits."""
        if width:
            self._runs.append(f"{value:0{width}b}")
            self.length += width

    def gamma(self, number: int) -> None:
        """A number from 1 (Elias gamma): as many zeros as bits follow its highest, then itself."""
        self.put(number, 2 * number.bit_length() - 1)

    def rice(self, number: int, low: int) -> None:
        """A number from 0 (Rice): what exceeds its low bits as ones before a zero, then the low bits."""
        high = number >> low
        self.put((1 << high) - 1 << 1, high + 1)
        self.put(number & (1 << low) - 1, low)

    def run(self, bits: str) -> None:
        """Bits written as zeros and ones."""
        self._runs.append(bits)
        self.length += len(bits)

    def string(self, text: str) -> None:
        """One more than the length of a string's UTF-8, and its UTF-8; a lone surrogate becomes a question mark."""
        data = text.encode("utf-8", errors="replace")
        self.gamma(len(data) + 1)
        for byte in data:
            self.put(byte, 8)

    def append(self, other: Bits) -> None:
        """The bits of another."""
        self._runs += other._runs
        self.length += other.length

    def __str__(self) -> str:
        return "".join(self._runs)

    def packed(self) -> bytes:
        """All bits as bytes."""
        size = -(-self.length // 8)
        return int(str(self).ljust(size * 8, "0") or "0", 2).to_bytes(size, "big")


def low_bits(total: int, members: int) -> int:
    """How many low bits suit the gaps between so many members among a total."""
    return max(0, (2 * total // (3 * members)).bit_length() - 1)
