"""What saving and opening results share: their group, and how a description and its parameters become each other."""

from qgis.PyQt.QtCore import QCoreApplication

from .algorithm import RoomAlgorithm

translate = QCoreApplication.translate

#: Keys under which what is no parameter is kept.
ALGORITHM, NOTES, TITLE = "algorithm", "notes", "title"


class ResultAlgorithm(RoomAlgorithm):
    """An algorithm about results that are kept in the room."""


def parameters_of(abstract: str) -> dict[str, object]:
    """Return what a layer's description says: the algorithm, its parameters by name, and notes."""
    lines = abstract.split("\n")
    found: dict[str, object] = {}
    if lines[0].startswith("communitybrain:"):
        found[ALGORITHM] = lines.pop(0)
    notes = []
    for line in lines:
        name, equals, value = line.partition(" = ")
        if equals and name.isidentifier() and name.isupper():
            found[name] = value
        elif line:
            notes.append(line)
    if notes:
        found[NOTES] = notes
    return found


def abstract_of(parameters: dict[str, object]) -> str:
    """Return the description that `parameters_of` was made of."""
    own = (ALGORITHM, NOTES, TITLE)
    pairs = [f"{name} = {value}" for name, value in sorted(parameters.items()) if name not in own]
    notes = parameters.get(NOTES)
    head = [str(parameters[ALGORITHM])] if ALGORITHM in parameters else []
    return "\n".join([*head, *pairs, *(notes if isinstance(notes, list) else [])])
