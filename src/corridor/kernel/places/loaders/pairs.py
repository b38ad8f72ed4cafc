"""A set of pairs in two bits each, however many rows name them."""

from __future__ import annotations

from collections.abc import Iterator


class Pairs:
    """Which of `rows` × `columns` pairs there are, and which are essential.

    Memory is fixed: 3,039 occupations by 13,939 skills take 10.6 MB whatever the file's length.
    """

    def __init__(self, rows: int = 0, columns: int = 0) -> None:
        self.columns = columns
        self.read = 0
        self.nameless = 0
        self._there = bytearray(rows * columns // 8 + 1)
        self._essential = bytearray(rows * columns // 8 + 1)

    def add(self, row: int, column: int, essential: bool) -> bool:
        """Note a pair; essential stays essential. Gives whether it was there before."""
        self.read += 1
        byte, bit = divmod(row * self.columns + column, 8)
        again = bool(self._there[byte] >> bit & 1)
        self._there[byte] |= 1 << bit
        if essential:
            self._essential[byte] |= 1 << bit
        return again

    def __iter__(self) -> Iterator[tuple[int, int, bool]]:
        """Every pair once, in order: (row, column, essential)."""
        for byte, there in enumerate(self._there):
            bit = 0
            while there:
                if there & 1:
                    row, column = divmod(byte * 8 + bit, self.columns)
                    yield row, column, bool(self._essential[byte] >> bit & 1)
                there >>= 1
                bit += 1
