"""A file beside the site that keeps what builds made, by room and key: one SQLite database, safe to delete.

Invariant: what does not read as it was written is not there; whatever happens to the file, the site is the same and one
sentence tells. Nothing in it rests on a clock. What a build did not ask for is dropped at its end, so it does not grow.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path

from generator.model import Problem

# «mujz», by which a database is known for ours; the number of its form.
_OURS, _FORM = 0x6D756A7A, 2
_TABLE = "CREATE TABLE kept (room TEXT, key TEXT, value BLOB, PRIMARY KEY (room, key)) WITHOUT ROWID"
_CHECK = 8
# A value of so many bytes is kept as it is: packing one took 40 µs in a build, and most of what is kept is as short.
_SHORT = 200
_PLAIN, _PACKED = b"=", b"z"
# Where the fingerprint of the code lies.
_CODE = ("code", "")
# Held back so much, a build that ends early has written nothing half.
_AT_ONCE = 16_000_000
_WAIT = 0.5
_HELD = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


class Store:
    """What is kept for one site. It counts what was found, made and dropped, for whoever measures."""

    def __init__(self, file: Path | None, code: str) -> None:
        """`code`: a fingerprint of all that is the same for every value; what was kept under another is dropped.
        Without a file nothing is kept.
        """
        self._file, self._code = file, code
        self._new: dict[tuple[str, str], bytes] = {}
        self._size = 0
        self._asked: set[tuple[str, str]] = {_CODE}
        self._faults: list[str] = []
        self._base = self._opened(file) if file else None
        self._there = self._listed()

    def get(self, room: str, key: str) -> bytes | None:
        """What was kept; None where nothing was, or what does not read as it was written."""
        self._asked.add((room, key))
        waiting = self._new.get((room, key))
        if waiting is not None:
            return _whole(waiting)
        if self._base is None or (room, key) not in self._there:
            return None
        try:
            row = self._base.execute("SELECT value FROM kept WHERE room = ? AND key = ?", (room, key)).fetchone()
        except sqlite3.Error as error:
            self._end(error)
            return None
        return _whole(row[0]) if row and isinstance(row[0], bytes) else None

    def has(self, room: str, key: str) -> bool:
        """Whether it was kept, without reading it; what was asked for stays for the next build."""
        self._asked.add((room, key))
        return (room, key) in self._new or (self._base is not None and (room, key) in self._there)

    def put(self, room: str, key: str, value: bytes) -> None:
        """Keep it for the next build."""
        self._asked.add((room, key))
        if self._base is None:
            return
        packed = _PACKED + zlib.compress(value, 1) if len(value) > _SHORT else _PLAIN + value
        self._new[room, key] = blake2b(packed, digest_size=_CHECK).digest() + packed
        self._size += len(packed)
        if self._size > _AT_ONCE:
            self._write()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """A note where nothing could be kept, with what the system said."""
        name = self._file.name if self._file else ""
        return tuple(Problem("note", name, None, "cache-unkept", (("reason", x),)) for x in self._faults)

    def sweep(self) -> None:
        """Drop what nobody asked for: a whole build has asked for all that the next one may want."""
        self._write()
        if self._base is None:
            return
        try:
            stale = self._there - self._asked
            self._base.executemany("DELETE FROM kept WHERE room = ? AND key = ?", stale)
            self._base.commit()
        except sqlite3.Error as error:
            self._end(error)

    def close(self) -> None:
        """Write what waits."""
        self._write()
        base, self._base = self._base, None
        if base is not None:
            base.close()

    def _write(self) -> None:
        if self._base is None or not self._new:
            return
        try:
            rows = ((room, key, value) for (room, key), value in self._new.items())
            self._base.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)
            self._base.commit()
            self._there |= self._new.keys()
        except sqlite3.Error as error:
            self._end(error)
        self._new, self._size = {}, 0

    def _end(self, error: sqlite3.Error) -> None:
        """Keep nothing more in this build."""
        self._faults.append(str(error))
        base, self._base = self._base, None
        if base is not None:
            with suppress(sqlite3.Error):
                base.close()

    def _listed(self) -> set[tuple[str, str]]:
        """The rooms and keys of all that is kept."""
        if self._base is None:
            return set()
        try:
            return set(self._base.execute("SELECT room, key FROM kept"))
        except sqlite3.Error as error:
            self._end(error)
            return set()

    def _opened(self, file: Path) -> sqlite3.Connection | None:
        """The database; a new one in place of what is none, or of another form or code."""
        try:
            return _open(file, self._code)
        except (sqlite3.Error, OSError) as error:
            if getattr(error, "sqlite_errorcode", None) in _HELD:  # whoever writes to it goes on
                self._faults.append(str(error))
                return None
        try:
            for name in _names(file):
                name.unlink(missing_ok=True)
            return _open(file, self._code)
        except (sqlite3.Error, OSError) as error:
            self._faults.append(str(error))
            return None


def _open(file: Path, code: str) -> sqlite3.Connection:
    # It holds texts as they were given, with names that are withheld: for nobody but who builds.
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    base = sqlite3.connect(file, timeout=_WAIT)
    try:
        _fitted(base, code)
    except sqlite3.Error:
        base.close()
        raise
    return base


def _names(file: Path) -> Iterator[Path]:
    """A database and what SQLite writes beside it."""
    yield from (file.with_name(file.name + end) for end in ("", "-journal", "-wal", "-shm"))


def _fitted(base: sqlite3.Connection, code: str) -> None:
    """Make a database fit to be asked. Raises sqlite3.Error for what is none, or somebody else's."""
    # A lost write costs a text read again, so that no disk need be waited for.
    base.execute("PRAGMA synchronous = OFF")
    base.execute("PRAGMA temp_store = MEMORY")
    ours, form = (base.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
    tables = [row[0] for row in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    if (ours, form) != (_OURS, _FORM) or tables != ["kept"]:
        if tables or ours:
            raise sqlite3.DatabaseError("not ours")
        base.execute(f"PRAGMA application_id = {_OURS}")
        base.execute(f"PRAGMA user_version = {_FORM}")
        base.execute(_TABLE)
    known = base.execute("SELECT value FROM kept WHERE room = 'code' AND key = ''").fetchone()
    if known != (code.encode(),):
        base.execute("DELETE FROM kept")
        base.execute("INSERT INTO kept VALUES ('code', '', ?)", (code.encode(),))
    base.commit()


def _whole(packed: bytes) -> bytes | None:
    """A value as it was given; None where it is not whole."""
    check, rest = packed[:_CHECK], packed[_CHECK:]
    if blake2b(rest, digest_size=_CHECK).digest() != check:
        return None
    if rest[:1] == _PLAIN:
        return rest[1:]
    try:
        return zlib.decompress(rest[1:])
    except zlib.error:
        return None


@contextmanager
def store(file: Path | None, code: str) -> Iterator[Store]:
    """What is kept in a file while a build runs; of one that failed what it had made until then is kept too."""
    kept = Store(file, code)
    try:
        yield kept
    finally:
        kept.close()
