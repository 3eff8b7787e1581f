"""Coded identities are read and written as their standards say, and faults are named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community_brain_plugin.components import codes
from community_brain_plugin.errors import RoomError

P2013 = "GB/T 30428.2-2013"
P2007 = "CJ/T 214-2007"
PROFILES = ["GB/T 47678.5-2026", P2013, P2007]


def refusal(call, *arguments):
    with pytest.raises(RoomError) as caught:
        call(*arguments)
    return caught.value


def test_the_default_profile_is_the_one_in_force():
    assert codes.class_profile().name == "GB/T 47678.5-2026"
    assert codes.class_profile().class_length == 5


def test_a_component_of_2026_has_17_digits():
    found = codes.parse_component("32010601002000123")
    assert (found.district, found.class_code, found.sequence) == ("320106", "01002", 123)
    assert str(found) == "32010601002000123"


def test_a_component_of_2013_has_16_digits():
    found = codes.parse_component("3201060102000123", P2013)
    assert (found.district, found.class_code, found.sequence) == ("320106", "0102", 123)


def test_an_event_code_names_its_class():
    assert codes.parse_event("32010609012").class_code == "09012"
    assert codes.parse_event("3201060401", P2007).class_code == "0401"
    assert codes.format_event("320106", "09012") == "32010609012"


def test_a_unit_grid_code_tells_where_it_lies():
    found = codes.parse_unit_grid("320106003001017")
    assert (found.district, found.subdistrict, found.community) == ("320106", "320106003", "320106003001")
    assert found.sequence == 17
    assert codes.parse_unit_grid("32010600300117", P2007).sequence == 17


@pytest.mark.parametrize(
    ("call", "code", "message"),
    [
        (codes.parse_component, "3201060100200012", "component.bad_length"),
        (codes.parse_component, "", "component.bad_length"),
        (codes.parse_event, "3201060901", "component.event_length"),
        (codes.parse_unit_grid, "32010600300117", "component.grid_length"),
        (codes.parse_component, "3201060100200012X", "component.not_digits"),
        (codes.parse_component, "３2010601002000123", "component.not_digits"),
        (codes.parse_component, " 2010601002000123", "component.not_digits"),
        (codes.parse_component, "32010601002000000", "component.number_range"),
    ],
)
def test_a_wrong_code_is_refused_by_name(call, code, message):
    error = refusal(call, code)
    assert error.code == message
    assert str(error) != error.code


def test_the_refusal_points_at_the_sign():
    assert refusal(codes.parse_component, "3201O601002000123").params["place"] == 5


def test_parts_that_do_not_fit_are_refused():
    assert refusal(codes.format_component, "32010", "01002", 1).code == "component.bad_part"
    assert refusal(codes.format_component, "320106", "0102", 1).code == "component.class_length"
    assert refusal(codes.format_component, "320106", "01002", 1_000_000).params["largest"] == 999_999
    assert refusal(codes.format_unit_grid, "320106003", 1).code == "component.bad_part"
    assert refusal(codes.format_unit_grid, "320106003001", 1000).code == "component.number_range"
    assert refusal(codes.format_unit_grid, "320106003001", 100, P2007).code == "component.number_range"


def test_an_unknown_profile_is_refused_with_the_known_ones():
    error = refusal(codes.class_profile, "GB/T 1")
    assert error.code == "component.unknown_profile"
    assert P2007 in error.params["known"]


@given(st.sampled_from(PROFILES), st.integers(100000, 999999), st.integers(1, 999_999), st.data())
def test_component_codes_come_back(profile, district, sequence, data):
    length = codes.class_profile(profile).class_length
    class_code = data.draw(st.text("0123456789", min_size=length, max_size=length))
    written = codes.format_component(str(district), class_code, sequence, profile)
    assert len(written) == codes.class_profile(profile).component_length
    assert codes.parse_component(written, profile) == codes.ComponentCode(str(district), class_code, sequence, profile)


@given(st.sampled_from(PROFILES), st.integers(10**11, 10**12 - 1), st.integers(1, 99))
def test_unit_grid_codes_come_back(profile, community, sequence):
    written = codes.format_unit_grid(str(community), sequence, profile)
    assert len(written) == codes.class_profile(profile).unit_grid_length
    assert codes.parse_unit_grid(written, profile) == codes.UnitGridCode(str(community), sequence, profile)
