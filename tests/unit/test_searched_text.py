"""A search through many texts finds exactly those that hold every word, also after some have become others."""

import random

from community_brain_plugin.cases import queue, searched_text
from community_brain_plugin.cases.searched_text import SearchedText

PIECES = ("路", "路1", "1", "号井盖", "井", "盖", "cover", "co", "𠮷", "😀", "\ud83d", "\n", "", "é", "\0")
WORDS = ("路", "路1", "1路", "井盖", "号井盖1", "cover", "oc", "𠮷", "😀", "é", "路1路1路1路1路1路1路1", "1号")


def test_it_finds_what_a_look_at_each_text_would(monkeypatch):
    monkeypatch.setattr(searched_text, "BLOCK", 4)
    draw = random.Random(7)
    texts = ["".join(draw.choices(PIECES, k=draw.randrange(5))) for _ in range(12)]
    searched = SearchedText()
    for _ in range(200):
        slot = draw.randrange(12)
        texts[slot] = "".join(draw.choices(PIECES, k=draw.randrange(5)))
        searched.forget([slot])
        words = draw.choices(WORDS, k=draw.randrange(1, 3))
        expected = [slot for slot, text in enumerate(texts) if queue.matches(text.replace("\0", ""), " ".join(words))]
        found = []
        for block in range(3):
            fits = searched.fitting(block, words, texts.__getitem__)
            found += [] if fits is None else [4 * block + place for place, holds in enumerate(fits) if holds]
        assert found == expected
