"""What the map shows: groups of the layer tree, layers over the database's views, and what a tip says of each."""

from dataclasses import dataclass, replace

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication


@dataclass(frozen=True)
class Fact:
    """One line of a tip: its English heading and the columns it is read from; `{lang}` stands for zh or en."""

    heading: str
    column: str


@dataclass(frozen=True)
class Subject:
    """A layer of the map. Static ones name their view in schema `desk`, its key columns and geometry type.

    `condition` is the SQL condition on the view's columns that the layer's rows meet.
    """

    name: str
    title: str
    group: str
    relation: str = ""
    key: tuple[str, ...] = ()
    geometry: str = "Point"
    condition: str = ""
    facts: tuple[Fact, ...] = ()


def words(text: str) -> str:
    """Return a heading, title or label of the map in the language of QGIS."""
    return QCoreApplication.translate("Map", text)


#: Groups of the layer tree from top to bottom: identifier and title.
GROUPS = {
    "cases": QT_TRANSLATE_NOOP("Map", "Cases"),
    "alarms": QT_TRANSLATE_NOOP("Map", "Alarms and sensors"),
    "staff": QT_TRANSLATE_NOOP("Map", "Staff"),
    "components": QT_TRANSLATE_NOOP("Map", "Components"),
    "divisions": QT_TRANSLATE_NOOP("Map", "Divisions"),
    "grids": QT_TRANSLATE_NOOP("Map", "Grids"),
    "streets": QT_TRANSLATE_NOOP("Map", "Streets and buildings"),
}

_CODE = QT_TRANSLATE_NOOP("Map", "Code")
_NAME = QT_TRANSLATE_NOOP("Map", "Name")
_CLASS = QT_TRANSLATE_NOOP("Map", "Class")
_STATE = QT_TRANSLATE_NOOP("Map", "State")
_OWNER = QT_TRANSLATE_NOOP("Map", "Owner")
_CONTACT = QT_TRANSLATE_NOOP("Map", "Contact")
_PHONE = QT_TRANSLATE_NOOP("Map", "Phone")
_ADDRESS = QT_TRANSLATE_NOOP("Map", "Address")
_UNIT = QT_TRANSLATE_NOOP("Map", "Handling unit")
_GRID = QT_TRANSLATE_NOOP("Map", "Unit grid")
_KIND = QT_TRANSLATE_NOOP("Map", "Kind")

CASE = Subject(
    "case",
    QT_TRANSLATE_NOOP("Map", "Open cases by urgency"),
    "cases",
    facts=(
        Fact(QT_TRANSLATE_NOOP("Map", "Case"), "case_number"),
        Fact(_CLASS, "class_{lang}"),
        Fact(_STATE, "state_{lang}"),
        Fact(QT_TRANSLATE_NOOP("Map", "Urgency"), "urgency_word"),
        Fact(QT_TRANSLATE_NOOP("Map", "Due"), "due_word"),
        Fact(_UNIT, "department_{lang}"),
        Fact(_PHONE, "department_phone"),
        Fact(_ADDRESS, "address"),
        Fact(_GRID, "unit_grid_code"),
    ),
)
CASE_CLUSTERS = Subject("case_cluster", QT_TRANSLATE_NOOP("Map", "Cases in time, grouped"), "cases")
ALARM = Subject(
    "alarm",
    QT_TRANSLATE_NOOP("Map", "Alarms by priority"),
    "alarms",
    facts=(
        Fact(QT_TRANSLATE_NOOP("Map", "Alarm"), "rule_{lang}"),
        Fact(QT_TRANSLATE_NOOP("Map", "Priority"), "priority"),
        Fact(QT_TRANSLATE_NOOP("Map", "Sensor"), "sensor_name"),
        Fact(_KIND, "sensor_kind_{lang}"),
        Fact(_CODE, "sensor_code"),
        Fact(_STATE, "state_word"),
        Fact(QT_TRANSLATE_NOOP("Map", "Raised"), "raised_word"),
        Fact(_ADDRESS, "address"),
        Fact(_GRID, "unit_grid_code"),
    ),
)
STAFF = Subject(
    "staff",
    QT_TRANSLATE_NOOP("Map", "Staff in the field"),
    "staff",
    facts=(
        Fact(_NAME, "name"),
        Fact(QT_TRANSLATE_NOOP("Map", "Role"), "role_{lang}"),
        Fact(_PHONE, "phone"),
        Fact(_CODE, "staff_number"),
        Fact(QT_TRANSLATE_NOOP("Map", "Open cases"), "load"),
        Fact(QT_TRANSLATE_NOOP("Map", "Position of"), "observed_word"),
    ),
)
PATROL = Subject("patrol", QT_TRANSLATE_NOOP("Map", "Patrol routes of this shift"), "staff")
AREA_STATE = Subject("area_state", QT_TRANSLATE_NOOP("Map", "Areas out of the normal"), "divisions")
GRID = Subject(
    "grid",
    QT_TRANSLATE_NOOP("Map", "Grid"),
    "grids",
    facts=(
        Fact(_CODE, "code"),
        Fact(_NAME, "name_{lang}"),
        Fact(_OWNER, "department_{lang}"),
        Fact(QT_TRANSLATE_NOOP("Map", "Grid worker"), "staff_name"),
        Fact(_PHONE, "staff_phone"),
        Fact(QT_TRANSLATE_NOOP("Map", "Responsible grid"), "answering"),
        Fact(QT_TRANSLATE_NOOP("Map", "Open cases"), "open"),
        Fact(QT_TRANSLATE_NOOP("Map", "Overdue of them"), "overdue"),
        Fact(QT_TRANSLATE_NOOP("Map", "Standing alarms"), "alarms"),
        Fact(_STATE, "state_word"),
    ),
)

SENSOR = Subject(
    "sensor",
    QT_TRANSLATE_NOOP("Map", "Sensors"),
    "alarms",
    relation="sensor",
    key=("subdistrict", "sensor_code"),
    facts=(
        Fact(_CODE, "sensor_code"),
        Fact(_NAME, "name"),
        Fact(_KIND, "kind_{lang}"),
        Fact(_OWNER, "department_zh"),
        Fact(_PHONE, "phone"),
        Fact(_ADDRESS, "address"),
        Fact(_GRID, "unit_grid_code"),
    ),
)
COMPONENT = Subject(
    "component",
    QT_TRANSLATE_NOOP("Map", "Components by class"),
    "components",
    relation="component",
    key=("identity_code",),
    facts=(
        Fact(_CODE, "identity_code"),
        Fact(_NAME, "name"),
        Fact(_CLASS, "class_{lang}"),
        Fact(_OWNER, "department_{lang}"),
        Fact(_CONTACT, "contact_name"),
        Fact(_PHONE, "phone"),
        Fact(_STATE, "state_{lang}"),
        Fact(_GRID, "unit_grid_code"),
    ),
)
COMPONENT_FAR = replace(COMPONENT, name="component_far", title=QT_TRANSLATE_NOOP("Map", "Components from afar"))
COMPONENT_STATE = Subject(
    "component_state",
    QT_TRANSLATE_NOOP("Map", "Components not intact"),
    "components",
    relation="component",
    key=("identity_code",),
    condition="\"state\" <> 'intact'",
)
BUILDING = Subject(
    "building",
    QT_TRANSLATE_NOOP("Map", "Buildings"),
    "streets",
    relation="building",
    key=("subdistrict", "building_id"),
    geometry="MultiPolygon",
    facts=(
        Fact(_NAME, "name"),
        Fact(_ADDRESS, "address"),
        Fact(QT_TRANSLATE_NOOP("Map", "Use"), "use"),
        Fact(QT_TRANSLATE_NOOP("Map", "Floors"), "floors"),
    ),
)
STREET = Subject(
    "street",
    QT_TRANSLATE_NOOP("Map", "Streets"),
    "streets",
    relation="street",
    key=("subdistrict", "street_id"),
    geometry="LineString",
    facts=(Fact(_NAME, "name"), Fact(_CLASS, "class"), Fact(QT_TRANSLATE_NOOP("Map", "Gate"), "gate")),
)
DIVISION = Subject(
    "division",
    QT_TRANSLATE_NOOP("Map", "Divisions"),
    "divisions",
    relation="division",
    key=("code",),
    geometry="MultiPolygon",
    facts=(Fact(_CODE, "code"), Fact(_NAME, "name_{lang}"), Fact(QT_TRANSLATE_NOOP("Map", "Level"), "level")),
)

#: Layers read from the server while they are drawn, from top to bottom of each group.
STATIC = (SENSOR, COMPONENT_STATE, COMPONENT, COMPONENT_FAR, STREET, BUILDING, DIVISION)
#: Order in which identify looks: what is small and on top comes first.
IDENTIFIED = (SENSOR, COMPONENT, COMPONENT_FAR, BUILDING, STREET)
