"""Numbers as bits, highest bit first: for lists whose numbers are too small for a byte each.

Bits are strings of zeros and ones until a file is whole: joining strings and reading them as one number is what Python
does fastest, and of small numbers the strings are kept.
"""

from __future__ import annotations

from collections.abc import Iterable

BYTE = 8
BYTES = tuple(f"{byte:08b}" for byte in range(1 << BYTE))
_SMALL = 1 << 12


def fixed(value: int, width: int) -> str:
    """A number in so many bits: behind a one, which is faster than a format of that width."""
    return bin(1 << width | value)[3:]


def _gamma(number: int) -> str:
    return f"{number:0{2 * number.bit_length() - 1}b}"


_GAMMAS = ("", *map(_gamma, range(1, _SMALL)))


def gamma(number: int) -> str:
    """A number from 1 (Elias gamma): as many zeros as bits follow its highest, then itself."""
    return _GAMMAS[number] if number < _SMALL else _gamma(number)


def rice(number: int, low: int) -> str:
    """A number from 0 (Rice): what exceeds its low bits as ones before a zero, then the low bits."""
    return "1" * (number >> low) + "0" + fixed(number & (1 << low) - 1, low)


def byte_bits(data: Iterable[int]) -> str:
    """Bytes as they are."""
    return "".join([BYTES[byte] for byte in data])


def string_bits(text: str) -> str:
    """One more than the length of a string's UTF-8, and its UTF-8; a lone surrogate becomes a question mark."""
    data = text.encode("utf-8", errors="replace")
    return gamma(len(data) + 1) + byte_bits(data)


def packed(bits: str) -> bytes:
    """Bits as bytes, the last filled with zeros."""
    size = -(-len(bits) // BYTE)
    return int(bits.ljust(size * BYTE, "0") or "0", 2).to_bytes(size, "big")


def low_bits(total: int, members: int) -> int:
    """How many low bits suit the gaps between so many members among a total."""
    return max(0, (2 * total // (3 * members)).bit_length() - 1)
