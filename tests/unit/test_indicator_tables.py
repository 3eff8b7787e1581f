"""Shares as published somewhere come out as published, to the digit."""

import numpy as np
import pytest

from community_brain_plugin.indicators import tables


@pytest.mark.parametrize(
    ("where", "part", "whole", "published"),
    [
        ("Tianmen, December 2016: closed of due", 911, 972, "93.72"),
        ("Tianmen, December 2016: closed on time of due", 737, 972, "75.82"),
        ("Minhang 2012: 215 k closed of 226 k filed", 215_000, 226_000, "95.13"),
        ("Minhang 2012: hazards closed of filed", 8_039, 9_567, "84.03"),
    ],
)
def test_a_published_share_comes_out_to_the_digit(where, part, whole, published):
    frame = tables.shares([{"indicator": "closing", "part": part, "whole": whole}])
    assert f"{frame.loc['closing', 'percent']:.2f}" == published, where
    unit = {"department_code": "D", "department_zh": "", "department_en": "", "carried_over": 0}
    units = tables.units([{**unit, "due": whole, "closed": part, "on_time": part}])
    assert f"{units.loc['D', 'on_time_percent']:.2f}" == published, where
    assert units.loc["D", "open"] == whole - part


def test_without_a_denominator_there_is_no_share():
    frame = tables.collectors([{"staff_number": "C", "name": "x", "reported": 0, "filed": 0, "quick_closed": 2}])
    assert np.isnan(frame.loc["C", "filing_percent"])


@pytest.mark.parametrize(
    ("percent", "grade"),
    [(100.0, "A"), (90.0, "A"), (89.99, "B"), (75.0, "B"), (74.99, "C"), (60.0, "C"), (40.0, "D"), (39.99, "<D"),
     (np.nan, "")],
)  # fmt: skip
def test_a_share_has_a_grade(percent, grade):
    assert tables.grade(percent) == grade
