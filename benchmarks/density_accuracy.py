"""Largest error of the mass-conserving density against direct summation, and of that against one written another way.

Random, clustered, piled up and single events; bandwidths of 15 to 60 cells; every kernel. The uniform kernel is wrong
by nature at the cells of its edges (a cell is in or out), so it is compared at all other cells.
"""

import numpy as np
from _harness import conclude, parser, say
from scipy.ndimage import binary_dilation

from community_brain_plugin.analysis.density import TOLERANCE, density
from community_brain_plugin.analysis.kernels import KERNELS
from community_brain_plugin.analysis.raster import Grid

EXACT = 1e-8
MASS = 1e-6
SIDE = 400


def layouts(margin: float) -> dict[str, tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """Return events by name: x, y and weights, all farther than `margin` cells from the raster's edge."""
    rng = np.random.default_rng(2026)

    def inside(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        found = np.clip(x, margin, SIDE - margin), np.clip(y, margin, SIDE - margin)
        return *found, rng.uniform(0.5, 3.0, len(x))

    centres = rng.uniform(margin + 20, SIDE - margin - 20, (2, 12))
    clustered = np.repeat(centres, 250, axis=1) + rng.normal(0.0, 9.0, (2, 3000))
    return {
        "single": inside(*rng.uniform(margin, SIDE - margin, (2, 1))),
        "few": inside(*rng.uniform(margin, SIDE - margin, (2, 40))),
        "many": inside(*rng.uniform(margin, SIDE - margin, (2, 8_000))),
        "clustered": inside(*clustered),
        "piled up": inside(*np.repeat(rng.uniform(margin, SIDE - margin, (2, 6)), 400, axis=1)),
    }


def brute(x: np.ndarray, y: np.ndarray, weights: np.ndarray, grid: Grid, bandwidth: float, name: str) -> np.ndarray:
    """Sum kernels row by row over all events at once: another way than the product's, which goes event by event."""
    across, down = grid.centres()
    total = np.empty(grid.shape)
    for row, north in enumerate(down):
        near = np.abs(y - north) <= bandwidth * KERNELS[name].reach
        square = (y[near] - north)[:, None] ** 2 + (x[near][:, None] - across) ** 2
        total[row] = weights[near] @ KERNELS[name].in_plane(square, bandwidth)
    return total


def edges(x: np.ndarray, y: np.ndarray, grid: Grid, bandwidth: float) -> np.ndarray:
    """Return the cells within two of an edge of a uniform kernel."""
    across, down = grid.centres()
    found = np.zeros(grid.shape, bool)
    for east, north in set(zip(x.tolist(), y.tolist(), strict=True)):
        away = np.hypot((down - north)[:, None], (across - east)[None, :])
        found |= np.abs(away - bandwidth) <= 1.0
    return binary_dilation(found)


def main() -> None:
    """Compare every kernel, layout and bandwidth."""
    parser(__doc__).parse_args()
    grid = Grid(0.0, float(SIDE), 1.0, SIDE, SIDE)
    worst = {"binned": 0.0, "exact": 0.0, "mass": 0.0}
    for name, kernel in KERNELS.items():
        for radius in (15.0, 27.3, 60.0):
            line = []
            for layout, (x, y, weights) in layouts(radius + 4.0).items():
                if kernel.edge == "jump" and layout in ("many", "clustered"):
                    continue
                bandwidth = radius / kernel.reach
                truth = density(x, y, grid, bandwidth, kernel=name, weights=weights, exact=True).values
                found = density(x, y, grid, bandwidth, kernel=name, weights=weights)
                away = np.abs(found.values - truth)
                if kernel.edge == "jump":
                    away[edges(x, y, grid, bandwidth)] = 0.0
                error = float(away.max() / truth.max())
                line.append(f"{layout} {error:.1e} ({found.method})")
                worst["binned"] = max(worst["binned"], error)
                worst["mass"] = max(worst["mass"], abs(found.integral / found.weight - 1.0))
                if layout != "many":
                    other = brute(x, y, weights, grid, bandwidth, name)
                    worst["exact"] = max(worst["exact"], float(np.abs(other - truth).max() / truth.max()))
            say(f"{name}, {radius:g} cells: {', '.join(line)}")
    say(f"exact mode against another summation: {worst['exact']:.1e} of the maximum (goal ≤ {EXACT:g})")
    say(f"integral over the raster against the sum of weights: {worst['mass']:.1e} (goal ≤ {MASS:g})")
    met = worst["binned"] <= TOLERANCE and worst["exact"] <= EXACT and worst["mass"] <= MASS
    conclude("density_accuracy", worst["binned"] * 1e3, "‰ of the maximum", f"≤ {TOLERANCE * 1e3:g}", met, digits=2)


if __name__ == "__main__":
    main()
