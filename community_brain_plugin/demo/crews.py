"""Who takes a step at a moment: somebody on duty with the right post, or the handling unit's own people."""

from __future__ import annotations

import numpy as np

from .occurrences import first_moment
from .people import on_duty
from .tables import District

DAY, SHIFT = 86_400.0, 28_800.0


class Crews:
    """Looks up staff by post and moment; draws with the stream it is given."""

    def __init__(self, district: District, rng: np.random.Generator) -> None:
        roles = district["staff_role"]
        self._holders = {role: mine["staff_number"].tolist() for role, mine in roles.groupby("role")}
        staff = district["staff"]
        self.login = dict(zip(staff["staff_number"], staff["login"], strict=True))
        self.name = dict(zip(staff["staff_number"], staff["name"], strict=True))
        self.unit = dict(zip(staff["staff_number"], staff["department_code"], strict=True))
        in_unit = staff.dropna(subset=["department_code"]).merge(roles, on=["subdistrict", "staff_number"])
        self._unit = {key: mine["staff_number"].tolist() for key, mine in in_unit.groupby(["department_code", "role"])}
        self._start = first_moment(district.anchor)
        self._rng = rng
        self._duty: dict[tuple[int, int], dict[str, list[str]]] = {}

    def on_duty(self, role: str, moment: float) -> list[str]:
        """Staff numbers of those on duty in a post of the room."""
        day, rest = divmod(moment - self._start, DAY)
        shift = int(day), int(rest // SHIFT)
        if shift not in self._duty:
            self._duty[shift] = on_duty(self._holders, *shift)
        return self._duty[shift][role]

    def draw(self, role: str, moment: float) -> str:
        """One of those on duty."""
        people = self.on_duty(role, moment)
        return people[int(self._rng.random() * len(people))]

    def first_of(self, unit: str) -> str:
        """The first of a handling unit's workers."""
        return self._unit[unit, "worker"][0]

    def of_unit(self, unit: str, role: str) -> str:
        """Somebody of a handling unit who holds the post of officer (department) or worker."""
        people = self._unit[unit, role]
        return people[int(self._rng.random() * len(people))]
