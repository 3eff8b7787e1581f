"""How far apart the room keeps its two axes: the two profiles, what each means, and what a change leads to."""

from qgis.PyQt.QtCore import QCoreApplication

from ...cases.settings import JOINT_ROOM, STRICT
from .fields import Choice, ChoiceField


class AxesField(ChoiceField):
    """One of the two profiles, with what it means below it."""

    def __init__(self, parent=None) -> None:
        translate = QCoreApplication.translate
        strict = translate("AxesField", "Nobody works on both axes in one shift: whoever accepted, checked or closed "
                                        "does not dispatch in it, nor the other way round.")  # fmt: skip
        joint = translate("AxesField", "One person may accept and dispatch in one shift, as at night. What he "
                                       "dispatched or handled he may not check or close. Exceptions are logged, and "
                                       "counted on the shift report.")  # fmt: skip
        notes = {STRICT: strict, JOINT_ROOM: joint}
        super().__init__([Choice(code, axes_name(code), note) for code, note in notes.items()], parent)
        self.setObjectName("axes_profile")


def axes_name(profile: str) -> str:
    """Return the name of a profile; another's code as it is."""
    return {
        STRICT: QCoreApplication.translate("AxesField", "Strict"),
        JOINT_ROOM: QCoreApplication.translate("AxesField", "Joint room"),
    }.get(profile, profile)


def consequence(profile: str) -> str:
    """Return what changing to a profile leads to."""
    joint = QCoreApplication.translate("AxesField", "From the next step on people with posts on both axes may work on "
                                       "both in one shift. The log says who changed it.")  # fmt: skip
    strict = QCoreApplication.translate("AxesField", "From the next step on whoever has worked on one axis in this "
                                        "shift is refused on the other. The log says who changed it.")  # fmt: skip
    return joint if profile == JOINT_ROOM else strict
