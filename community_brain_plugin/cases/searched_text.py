"""What a search looks through: the texts of some hundred case files lie in one piece of memory. Pure.

Most pieces do not hold a rare word at all, which one look tells; texts that lie apart cost more to fetch than to read.
"""

from collections.abc import Callable, Iterable, Sequence

#: Texts in one block.
BLOCK = 256
# Between two texts; nobody types it.
_END = "\0"
TextOf = Callable[[int], str]


class SearchedText:
    """Texts by slot, in blocks that are made when they are first needed and renewed by difference.

    `text_of(slot)`, which every method takes, gives a slot's text as it is now, empty where there is none.
    """

    def __init__(self) -> None:
        self._blocks: dict[int, str] = {}
        self._stale: dict[int, set[int]] = {}

    def forget(self, slots: Iterable[int]) -> None:
        """Know that the texts of these slots are others now."""
        for slot in slots:
            if slot // BLOCK in self._blocks:
                self._stale.setdefault(slot // BLOCK, set()).add(slot)

    def fitting(self, number: int, words: Sequence[str], text_of: TextOf) -> list[int]:
        """Return the slots of a block whose texts hold every word (casefolded, at least one), in order."""
        block = self.prepared(number, text_of)
        if not all(word in block for word in words):
            return []
        texts = block.split(_END)
        fitting = [place for place, text in enumerate(texts) if words[0] in text]
        for word in words[1:]:
            fitting = [place for place in fitting if word in texts[place]]
        return [number * BLOCK + place for place in fitting]

    def prepared(self, number: int, text_of: TextOf) -> str:
        """Return a block as one text, made or renewed if need be."""
        block, stale = self._blocks.get(number), self._stale.pop(number, set())
        if block is not None and not stale:
            return block
        first = number * BLOCK
        texts = [""] * BLOCK if block is None else block.split(_END)
        for slot in range(first, first + BLOCK) if block is None else stale:
            texts[slot - first] = text_of(slot).replace(_END, "")
        self._blocks[number] = _END.join(texts)
        return self._blocks[number]
