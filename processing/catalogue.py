"""What the toolbox lists: every algorithm's title, group and home, known without importing what it computes with."""

from dataclasses import dataclass
from importlib import import_module

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

GROUPS = {
    "import": QT_TRANSLATE_NOOP("Processing", "Import into the room"),
    "analysis": QT_TRANSLATE_NOOP("Processing", "Hazard analysis"),
    "patrols": QT_TRANSLATE_NOOP("Processing", "Patrols"),
    "results": QT_TRANSLATE_NOOP("Processing", "Saved results"),
}


@dataclass(frozen=True)
class Entry:
    """An algorithm: its class and the module of this package that holds it, its group's identifier and its title."""

    kind: str
    module: str
    group: str
    title: str

    @property
    def name(self) -> str:
        """The second part of the algorithm's identifier."""
        return self.kind.lower()

    def load(self) -> type:
        """Import the module and return the algorithm's class."""
        return getattr(import_module(f".{self.module}", __package__), self.kind)


ENTRIES = (
    Entry("ImportDivisions", "import_divisions", "import", QT_TRANSLATE_NOOP("Processing", "Import divisions")),
    Entry("ImportStreets", "import_streets", "import", QT_TRANSLATE_NOOP("Processing", "Import streets")),
    Entry("ImportBuildings", "import_buildings", "import", QT_TRANSLATE_NOOP("Processing", "Import buildings")),
    Entry("ImportComponents", "import_components", "import", QT_TRANSLATE_NOOP("Processing", "Import components")),
    Entry("HazardDensity", "hazard_density", "analysis", QT_TRANSLATE_NOOP("Processing", "Hazard density")),
    Entry("RelativeHazard", "relative_hazard", "analysis", QT_TRANSLATE_NOOP("Processing", "Relative hazard")),
    Entry("HotSpots", "hot_spots", "analysis", QT_TRANSLATE_NOOP("Processing", "Hot spots")),
    Entry("EmergingHotSpots", "emerging_hot_spots", "analysis", QT_TRANSLATE_NOOP("Processing", "Emerging hot spots")),
    Entry("HazardRhythm", "hazard_rhythm", "analysis", QT_TRANSLATE_NOOP("Processing", "Hazard rhythm")),
    Entry("GridSummary", "grid_summary", "analysis", QT_TRANSLATE_NOOP("Processing", "Grid summary")),
    Entry(
        "StreetHazardDensity",
        "street_hazard_density",
        "analysis",
        QT_TRANSLATE_NOOP("Processing", "Street hazard density"),
    ),
    Entry("PlanPatrols", "plan_patrols", "patrols", QT_TRANSLATE_NOOP("Processing", "Plan patrols")),
    Entry("ReplanPatrols", "replan_patrols", "patrols", QT_TRANSLATE_NOOP("Processing", "Replan patrols")),
    Entry("PlanResponse", "plan_response", "patrols", QT_TRANSLATE_NOOP("Processing", "Plan response")),
    Entry("SavePatrolPlan", "save_patrol_plan", "patrols", QT_TRANSLATE_NOOP("Processing", "Save patrol plan")),
    Entry(
        "ComparePatrolPlans",
        "compare_patrol_plans",
        "patrols",
        QT_TRANSLATE_NOOP("Processing", "Compare patrol plans"),
    ),
    Entry("PrintPatrolPlan", "print_patrol_plan", "patrols", QT_TRANSLATE_NOOP("Processing", "Print patrol plan")),
    Entry("DrawPatrolSample", "draw_patrol_sample", "patrols", QT_TRANSLATE_NOOP("Processing", "Draw patrol sample")),
    Entry("KeepTracks", "keep_tracks", "patrols", QT_TRANSLATE_NOOP("Processing", "Keep tracks in the room")),
    Entry("CompareTracks", "compare_tracks", "patrols", QT_TRANSLATE_NOOP("Processing", "Compare tracks")),
    Entry("CompareSweeps", "compare_sweeps", "patrols", QT_TRANSLATE_NOOP("Processing", "Compare sweeps")),
    Entry("SaveResult", "save_result", "results", QT_TRANSLATE_NOOP("Processing", "Save result to the room")),
    Entry("OpenResult", "open_result", "results", QT_TRANSLATE_NOOP("Processing", "Open result from the room")),
)


def entry(kind: str) -> Entry:
    """Return the entry of an algorithm's class; KeyError where the catalogue does not list it."""
    return {listed.kind: listed for listed in ENTRIES}[kind]


def loaded(*groups: str) -> tuple[type, ...]:
    """Import every algorithm of these groups, of all where none is named; return their classes in order."""
    return tuple(listed.load() for listed in ENTRIES if not groups or listed.group in groups)
