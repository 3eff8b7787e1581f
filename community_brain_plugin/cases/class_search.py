"""Finding a class by what people type: code, Chinese, English, or the initials of its pinyin."""

from collections.abc import Iterable, Mapping
from typing import Any

# GB 2312 orders its 3,755 common characters by pinyin: where each initial begins.
_BEGINS = (
    (0xB0A1, "a"), (0xB0C5, "b"), (0xB2C1, "c"), (0xB4EE, "d"), (0xB6EA, "e"), (0xB7A2, "f"), (0xB8C1, "g"),
    (0xB9FE, "h"), (0xBBF7, "j"), (0xBFA6, "k"), (0xC0AC, "l"), (0xC2E8, "m"), (0xC4C3, "n"), (0xC5B6, "o"),
    (0xC5BE, "p"), (0xC6DA, "q"), (0xC8BB, "r"), (0xC8F6, "s"), (0xCBFA, "t"), (0xCDDA, "w"), (0xCEF4, "x"),
    (0xD1B9, "y"), (0xD4D1, "z"),
)  # fmt: skip
_LAST = 0xD7F9
#: Stands for a character whose initial is not known: it matches any letter.
ANY = "?"


def initials(text: str) -> str:
    """Return the pinyin initial of each character; rarer characters give `ANY`, letters and digits themselves."""
    return "".join(_initial(sign) for sign in text if sign.isalnum())


def find(classes: Iterable[Mapping[str, Any]], typed: str, limit: int = 50) -> list[Mapping[str, Any]]:
    """Return the classes that fit what was typed, best first; all of them (up to the limit) when nothing was."""
    wanted = typed.strip().casefold()
    ranked = [(_rank(row, wanted), row["code"], number, row) for number, row in enumerate(classes)]
    return [row for rank, _, _, row in sorted(ranked, key=_order) if rank is not None][:limit]


def _order(entry: tuple[Any, ...]) -> tuple[Any, ...]:
    rank, code, number, _ = entry
    return (9 if rank is None else rank, code, number)


def _rank(row: Mapping[str, Any], wanted: str) -> int | None:
    if not wanted:
        return 0
    digits = wanted.replace("-", "")
    if row["code"].startswith(digits):
        return 0
    chinese = row["name_zh"].casefold()
    if wanted in chinese:
        return 0 if chinese == wanted else 1 if chinese.startswith(wanted) else 2
    if wanted.isascii() and wanted.isalpha() and _fits(initials(chinese), wanted):
        return 3
    english = row["name_en"].casefold()
    return 4 if all(word in english for word in wanted.split()) else None


def _fits(letters: str, wanted: str) -> bool:
    """Return whether the letters contain what is wanted in one piece, `ANY` fitting every letter but the first."""
    for start in range(len(letters) - len(wanted) + 1):
        piece = letters[start : start + len(wanted)]
        if piece[0] == wanted[0] and all(a in (b, ANY) for a, b in zip(piece, wanted, strict=True)):
            return True
    return False


def _initial(sign: str) -> str:
    if sign.isascii():
        return sign.lower()
    try:
        first, second = sign.encode("gb2312")
    except (UnicodeEncodeError, ValueError):
        return ANY
    number = first << 8 | second
    if not _BEGINS[0][0] <= number <= _LAST:
        return ANY
    return next(letter for begin, letter in reversed(_BEGINS) if number >= begin)
