"""Patrol routes: who walks which streets, in which order, near the best there can be and with the proof beside it."""

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
from qgis.core import QgsProcessingException
from qgis.PyQt.QtCore import QCoreApplication

from ..analysis.graph import StreetGraph
from ..analysis.patrol import ending
from ..analysis.patrol.crew import Crew
from ..analysis.patrol.gather import ValuePlan, gather_by
from ..analysis.patrol.network import Network, unreachable
from ..analysis.patrol.plan import Plan, cover, fewest_of
from ..analysis.patrol.schedule import Asked, Timer, timetables
from ..analysis.patrol.verify import faults_of, value
from ..analysis.watch import Watch
from . import (
    patrol_access,
    patrol_area,
    patrol_crew,
    patrol_hazards,
    patrol_inputs,
    patrol_kml,
    patrol_layers,
    patrol_priority,
    patrol_sides,
    patrol_stops,
    patrol_tracks,
    patrol_words,
    street_layer,
)
from .patrol_options import COVER, VALUE, PatrolOptions

translate = QCoreApplication.translate

#: What share of the time is given to windows and times of day.
_TIMING = 0.25
#: More visits than this take steps too long to be cancelled.
_MOST_VISITS = 20_000


class PlanPatrols(PatrolOptions):
    """communitybrain:planpatrols"""

    def processAlgorithm(self, parameters, context, feedback):
        """Run; a search that is cancelled gives its best plan so far, which is written and says so."""
        return super().processAlgorithm(parameters, context, _Patient(feedback))

    def calculate(self, parameters, context, feedback, watch) -> dict[str, object]:
        """Read the streets, plan, check the plan, write."""
        source, crs = street_layer.opened(self, parameters, self.INPUT, context, feedback)
        one_way = self.parameterAsString(parameters, self.ONE_WAY, context)
        graph, ids = street_layer.read(source, crs, one_way, watch.part(0.0, 0.02))
        asked = (self, parameters, context)
        graph, hazards = patrol_hazards.read(*asked, feedback, graph, crs)
        graph, sides = patrol_sides.sided(*asked, source, ids, graph)
        density = patrol_priority.along(*asked, graph, crs, watch.part(0.02, 0.04))
        is_inside = patrol_area.inside(*asked, feedback, graph, crs, watch.part(0.04, 0.05))
        visits = sides.visits(patrol_inputs.visits(*asked, feedback, source, ids)[graph.line])
        closed = patrol_access.closed(*asked, source, ids)[graph.line]
        network = patrol_inputs.network(graph, np.where(is_inside, visits, 0), closed)
        network = network.with_stops(hazards.node, hazards.dwell)
        worth = patrol_inputs.worth(*asked, source, ids)[graph.line] * density * graph.length
        worth = np.concatenate([worth, patrol_hazards.METRES * hazards.weight])
        if self.parameterAsEnum(parameters, self.GOAL, context) == VALUE:
            network = network.without(np.flatnonzero(worth <= 0.0).tolist())
        roster = patrol_crew.read(*asked, feedback, graph, crs, network)
        halts = patrol_layers.Halts(hazards.node, hazards.dwell, hazards.names)
        self._refuse_rest(parameters, context, graph, ids, network, roster.crew, halts)
        times = patrol_hazards.asked(*asked, network, hazards, worth)
        plan = self._planned(parameters, context, network, worth, roster.crew, times, watch.part(0.05, 0.97))
        feedback.patient = True
        self._check(parameters, context, network, worth, plan)
        going = roster.of(plan.crew)
        patrol_words.say(self, feedback, graph, ids, plan, going, halts)
        self._say_unneeded(feedback, roster, plan)
        name = self.field(parameters, self.NAME, context, feedback, ("name", "street_name", "name_zh", "road_name"))
        names = street_layer.names(source, name, ids) if name else np.full(len(ids), "", dtype=str)
        hours = [(one.arrive[0], one.leave[0]) for one in timetables(network, plan.crew, plan.walks, times)]
        tables = patrol_layers.Tables(graph, ids, names, network, plan, going, sides, halts, hours)
        stops = patrol_stops.Stops(tables, hazards, times)
        figures = patrol_words.figures(plan) | stops.say(self, feedback)
        self._notes += [f"{key} = {value:.6g}" for key, value in figures.items()]
        written = self._written(parameters, context, tables, crs)
        return written | patrol_stops.write(self, parameters, context, stops, len(hazards), crs) | figures

    def _planned(self, parameters, context, network: Network, worth, crew: Crew, times: Asked | None, watch) -> Plan:
        goal = self.parameterAsEnum(parameters, self.GOAL, context)
        seed = self.parameterAsInt(parameters, self.SEED, context)
        seconds = self.parameterAsDouble(parameters, self.SECONDS, context)
        given = {"seed": seed, "seconds": seconds, "watch": watch}
        timer = None
        if times is not None:
            timer = Timer(times, within=goal != COVER, seed=seed, seconds=_TIMING * seconds)
            given |= {"after": timer, "seconds": (1.0 - _TIMING) * seconds}
        if goal == COVER:
            plan = cover(network, crew, **given)
        elif goal == VALUE:
            plan = gather_by(network, crew, worth, **given)
        else:
            plan = fewest_of(network, crew, **given)
        return replace(plan, ended=ending.CANCELLED) if timer and timer.ended == ending.CANCELLED else plan

    def _check(self, parameters, context, network: Network, worth, plan: Plan) -> None:
        """Refuse a plan that does not hold; the check shares nothing with the search."""
        walks, crew = [walk.half for walk in plan.walks], plan.crew.unlimited()
        holds = True
        if isinstance(plan, ValuePlan):
            crew = plan.crew
            holds = math.isclose(value(network, walks, worth), plan.value, rel_tol=1e-9) and plan.gap > -1e-9
        left_out = [street for street in plan.left_out if network.visits[street] > 0]
        wrong = faults_of(network, crew, walks, plan.times, left_out)
        if wrong or not holds:
            told = translate("Processing", "The check of the plan failed: {fault}.")
            raise QgsProcessingException(told.format(fault=wrong[0] if wrong else plan.gap))

    def _refuse_rest(self, parameters, context, graph: StreetGraph, ids, network: Network, crew: Crew, halts) -> None:
        """Refuse to plan at all where some streets cannot be reached and the rest is not asked for; and too much."""
        visits = int(network.visits.sum())
        if visits > _MOST_VISITS:
            told = translate("Processing", "{count} visits are to be planned, more than {most}. Choose a smaller area.")
            raise QgsProcessingException(told.format(count=visits, most=_MOST_VISITS))
        left_out = unreachable(network, crew.start, crew.end)
        if left_out and not self.parameterAsBool(parameters, self.REST, context):
            lines = [told for told, _ in patrol_layers.left_out_words(graph, ids, left_out, patrol_words.NAMED, halts)]
            raise QgsProcessingException("\n".join(lines))

    def _say_unneeded(self, feedback, roster: patrol_crew.Roster, plan: Plan) -> None:
        """Say who of the officers with names need not go."""
        going = set(plan.crew.number.tolist())
        stay = [name for number, name in enumerate(roster.names) if name and number not in going]
        if stay:
            self.tell(feedback, translate("Processing", "Not needed: {officers}.").format(officers=", ".join(stay)))

    def _written(self, parameters, context, tables: patrol_layers.Tables, crs) -> dict[str, object]:
        """Write all outputs that are wanted."""
        results = patrol_layers.write(self, parameters, context, tables, crs, Watch())
        tracks = self.parameterAsFileOutput(parameters, self.TRACKS, context)
        if tracks:
            self.keep(tracks)
            form = patrol_kml if Path(tracks).suffix.lower() == ".kml" else patrol_tracks
            form.write(Path(tracks), tables, crs, context)
            results[self.TRACKS] = tracks
        return results


class _Patient:
    """A feedback that, once there is a plan, no longer hears of cancelling: what is left takes no time."""

    def __init__(self, feedback) -> None:
        self._feedback = feedback
        self.patient = False

    def isCanceled(self) -> bool:
        """Return whether to stop."""
        return not self.patient and self._feedback.isCanceled()

    def __getattr__(self, name: str):
        return getattr(self._feedback, name)
