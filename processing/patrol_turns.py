"""The turns of patrol routes in words."""

from qgis.PyQt.QtCore import QCoreApplication

from ..patrols import itinerary

translate = QCoreApplication.translate


def instruction(leg: itinerary.Leg) -> str:
    """Return what to do at the beginning of a leg, with places for street and metres, of a stop name and minutes."""
    if leg.halt >= 0:
        return translate("Processing", "Look at {stop}: {minutes} min.")
    if leg.visit:
        return {
            itinerary.START: translate("Processing", "Start along {street}: {metres} m."),
            itinerary.STRAIGHT: translate("Processing", "Straight on along {street}: {metres} m."),
            itinerary.LEFT: translate("Processing", "Turn left into {street}: {metres} m."),
            itinerary.RIGHT: translate("Processing", "Turn right into {street}: {metres} m."),
            itinerary.BACK: translate("Processing", "Turn round, along {street}: {metres} m."),
        }[leg.turn]
    return {
        itinerary.START: translate("Processing", "Start along {street}, only passing: {metres} m."),
        itinerary.STRAIGHT: translate("Processing", "Straight on along {street}, only passing: {metres} m."),
        itinerary.LEFT: translate("Processing", "Turn left into {street}, only passing: {metres} m."),
        itinerary.RIGHT: translate("Processing", "Turn right into {street}, only passing: {metres} m."),
        itinerary.BACK: translate("Processing", "Turn round, along {street}, only passing: {metres} m."),
    }[leg.turn]


def side(looked_at: str) -> str:
    """Return which side of a wide street is looked at."""
    if looked_at == itinerary.LEFT:
        return translate("Processing", "Look at its left-hand side.")
    return translate("Processing", "Look at its right-hand side.")


def arrival(is_home: bool) -> str:
    """Return what is said at the end of a route, with a place for its metres."""
    if is_home:
        return translate("Processing", "Back at the station: {metres} m in all.")
    return translate("Processing", "At the end of the route: {metres} m in all.")
