"""Colours of officers, the same on every map and page."""

import colorsys

#: Told apart on maps, also by most who see few colours (Okabe and Ito 2008, darkened), then around the colour circle.
_COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#8c6d1f", "#3aa0d8", "#7a3fb0", "#5f5f5f")


def colour(officer: int) -> str:
    """Return the colour of an officer, counted from 1, as #rrggbb."""
    if officer <= len(_COLOURS):
        return _COLOURS[officer - 1]
    hue = (officer * 137.5 % 360.0) / 360.0
    return "#" + "".join(f"{round(255 * part):02x}" for part in colorsys.hsv_to_rgb(hue, 0.745, 0.667))
