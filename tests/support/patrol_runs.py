"""Plans of patrol made as people make them, on streets made up, and what must hold of all of them."""

import itertools
from pathlib import Path

import pytest
from hazard_layers import Listener, rows, write_lines

LAYERS = ("OUTPUT", "TURNS", "COVERAGE", "SUMMARY")


def block(path: Path, **columns) -> str:
    """Four streets across and four up, 100 m from corner to corner: 24 pieces."""
    steps = [(100.0 * n, 100.0) for n in range(4)]
    across = [[(x, 100.0 * row) for x, _ in steps] for row in range(4)]
    up = [[(100.0 * column, y) for y, _ in steps] for column in range(4)]
    return write_lines(path, across + up, **columns)


def plan(run, folder: Path, streets: str, listener: Listener | None = None, **given):
    """Plan patrols with outputs in a folder; returns numbers, and rows by output."""
    files = {name: str(folder / f"{name.lower()}.gpkg") for name in LAYERS}
    results, _ = run("planpatrols", {"INPUT": streets, "SECONDS": 20, **files, **given}, listener)
    return results | {name: rows(results[name]) for name in LAYERS if name in results}


def whole(found) -> None:
    """Routes follow one another in place and time, nothing asked for is missing, and the figures agree."""
    for officer in {row["officer"] for row in found["OUTPUT"]}:
        legs = [row for row in found["OUTPUT"] if row["officer"] == officer]
        assert [leg["leg"] for leg in legs] == list(range(1, len(legs) + 1))
        assert all(one["stop"] == other["start"] for one, other in itertools.pairwise(legs))
        total = next(row["length_m"] for row in found["SUMMARY"] if row["officer"] == officer)
        assert sum(leg["length_m"] for leg in legs) == pytest.approx(total)
    assert all(row["walked"] >= row["asked"] or row["left_out"] for row in found["COVERAGE"])
    assert sum(bool(row["left_out"]) for row in found["COVERAGE"]) == found["LEFT_OUT"]
    assert found["BOUND"] <= found["LONGEST"] + 1e-9
    assert max(row["minutes"] for row in found["SUMMARY"]) == pytest.approx(found["LONGEST"])
    assert len(found["SUMMARY"]) == found["OFFICER_COUNT"]
