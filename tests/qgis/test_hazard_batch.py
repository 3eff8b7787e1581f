"""Many layers in one go, as the batch window runs them: one bad layer spoils none of the others."""

import numpy as np
import pytest
from hazard_layers import Listener
from hazard_runs import TRIALS, city, events, figures, given
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProject


def batch(algorithm, rows: list[dict]) -> list[bool]:
    """Run rows as the batch window does: one algorithm, a context for each row; returns which went well."""
    well = []
    for row in rows:
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        try:
            well.append(algorithm.run(algorithm.preprocessParameters(row), context, Listener(), {}, False)[1])
        except QgsProcessingException:
            well.append(False)
    return well


@pytest.mark.parametrize("name", TRIALS)
def test_a_batch_gives_each_layer_its_own_result_and_one_bad_layer_spoils_none(provider, tmp_path, name):
    layers = city(tmp_path)
    # Metres that are said to be degrees; the rhythm asks only when, and has nothing to tell of no events.
    places = [] if name == "hazardrhythm" else [(9e5, 9e5)]
    bad = events(tmp_path / "bad.gpkg", places, epsg=4326)
    (tmp_path / "out").mkdir()
    outputs = [tmp_path / "out" / f"{number}{TRIALS[name].ending}" for number in range(3)]
    rows = [given(name, layers, output) for output in outputs]
    rows[1]["INPUT"] = bad
    assert batch(provider.algorithm(name), rows) == [True, False, True]
    assert [output.is_file() for output in outputs] == [True, False, True]
    assert np.array_equal(*(figures(name, str(outputs[number])) for number in (0, 2)), equal_nan=True)
