"""What is to be done once the live room knows of a step: the feed may bring it before the answer or after."""

from collections.abc import Callable

from qgis.PyQt.QtCore import QObject


class Awaited(QObject):
    """Acts that wait for the live rows of `room` (a RoomModel) to come as far as the answers of steps."""

    def __init__(self, room, parent=None) -> None:
        super().__init__(parent)
        self._room = room
        self._acts: list[tuple[int, int, Callable[[], None]]] = []
        room.changed.connect(self._look)

    def once_known(self, case_id: int, version: int, act: Callable[[], None]) -> None:
        """Act as soon as the case file is known in this version or a later one."""
        self._acts.append((case_id, version, act))
        self._look()

    def _look(self, *_changes) -> None:
        known = self._room.cases
        there = [entry for entry in self._acts if entry[0] in known and known[entry[0]]["version"] >= entry[1]]
        self._acts = [entry for entry in self._acts if entry not in there]
        for _, _, act in there:
            act()
