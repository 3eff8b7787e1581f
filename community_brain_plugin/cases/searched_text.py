"""What a search looks through: the texts of some hundred case files lie in one piece of memory. Pure.

A piece is compared with a word letter by letter, all its places at once; texts that lie apart cost more to fetch than
to read, and each has to be asked by itself.
"""

from collections.abc import Callable, Iterable, Sequence

import numpy as np

#: Texts in one block.
BLOCK = 256
# Behind each text; nobody types it.
_END = "\0"
# A letter is one number of this kind; of the few that take two, each half is as good as a letter.
_LETTERS = "utf-16-le"
TextOf = Callable[[int], str]
# The letters of a block, and where each text begins in them.
_Block = tuple["np.ndarray", "np.ndarray"]


class SearchedText:
    """Texts by slot, in blocks that are made when they are first needed and renewed by difference.

    `text_of(slot)`, which every method takes, gives a slot's text as it is now, empty where there is none.
    """

    def __init__(self) -> None:
        self._blocks: dict[int, _Block] = {}
        self._stale: dict[int, set[int]] = {}

    def forget(self, slots: Iterable[int]) -> None:
        """Know that the texts of these slots are others now."""
        for slot in slots:
            if slot // BLOCK in self._blocks:
                self._stale.setdefault(slot // BLOCK, set()).add(slot)

    def fitting(self, number: int, words: Sequence[str], text_of: TextOf) -> "np.ndarray | None":
        """Return which texts of a block hold every word (casefolded, at least one), by place; None where none does."""
        letters, begins = self.prepared(number, text_of)
        fits = np.ones(len(begins), bool)
        for word in words:
            found = _found(letters, _letters(word))
            if found is None:
                return None
            fits &= np.logical_or.reduceat(found, begins)
        return fits

    def prepared(self, number: int, text_of: TextOf) -> _Block:
        """Return a block, made or renewed if need be."""
        block, stale = self._blocks.get(number), self._stale.pop(number, set())
        if block is not None and not stale:
            return block
        first = number * BLOCK
        texts = [""] * BLOCK if block is None else _text(block[0]).split(_END)[:BLOCK]
        for slot in range(first, first + BLOCK) if block is None else stale:
            texts[slot - first] = text_of(slot).replace(_END, "")
        letters = _letters("".join(text + _END for text in texts))
        ends = np.flatnonzero(letters == 0)
        self._blocks[number] = letters, np.concatenate([[0], ends[:-1] + 1])
        return self._blocks[number]


def _letters(text: str) -> "np.ndarray":
    return np.frombuffer(text.encode(_LETTERS, "surrogatepass"), np.uint16)


def _text(letters: "np.ndarray") -> str:
    return letters.tobytes().decode(_LETTERS, "surrogatepass")


def _found(letters: "np.ndarray", word: "np.ndarray") -> "np.ndarray | None":
    """Return at which places a word begins; None where it is nowhere."""
    found = letters == word[0]
    for place, letter in enumerate(word[1:], start=1):
        if place >= len(letters) or not found.any():
            return None
        found[:-place] &= letters[place:] == letter
        found[-place:] = False
    return found if found.any() else None
