"""Kernels: how the weight of an event thins out with distance, in the plane and along a street.

u is distance ÷ bandwidth. In the plane a kernel integrates to one over its disc, along a street over both directions.
Compact kernels end at u = 1. The Gaussian's bandwidth is its standard deviation; it is cut at u = 4, where it has
fallen to 0.03 % of its peak, and what is left is normalised.

Sources: Silverman, Density Estimation for Statistics and Data Analysis (1986), section 4.2; Okabe and Sugihara,
Spatial Analysis along Networks (2012), chapter 9.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import erf, exp, pi, sqrt

import numpy as np

from ..errors import RoomError
from .inputs import Array

_CUT = 4.0


@dataclass(frozen=True)
class Kernel:
    """One kernel. `shape` takes u² and returns values with peak 1; the constants scale it to mass one.

    `reach` is where it ends, in bandwidths. `plane` and `street` are its peak for bandwidth 1. `variance` (of one axis)
    and `roughness` (integral of the square) are those in the plane. `edge` is "smooth", "corner" where the slope jumps,
    or "jump" where the kernel itself does.
    """

    name: str
    shape: Callable[[Array], Array]
    reach: float
    plane: float
    street: float
    variance: float
    roughness: float
    edge: str

    def in_plane(self, square: Array, bandwidth: float) -> Array:
        """Return the density per area at squared distances (any shape) for a bandwidth of the same unit."""
        return self.shape(square / bandwidth**2) * (self.plane / bandwidth**2)

    def along_street(self, distance: Array, bandwidth: Array | float) -> Array:
        """Return the density per length at distances along streets, for one bandwidth or one for each distance."""
        ratio = distance / bandwidth
        return self.shape(ratio * ratio) * (self.street / bandwidth)


def _quartic(square: Array) -> Array:
    rest = np.maximum(1.0 - square, 0.0)
    return rest * rest


def _epanechnikov(square: Array) -> Array:
    return np.maximum(1.0 - square, 0.0)


def _triangular(square: Array) -> Array:
    return np.maximum(1.0 - np.sqrt(square), 0.0)


def _uniform(square: Array) -> Array:
    return (square <= 1.0).astype(np.float64)


def _gaussian(square: Array) -> Array:
    return np.where(square <= _CUT**2, np.exp(-0.5 * square), 0.0)


# Of the normal distribution: share of the plane within the cut, and what is left there of variance and roughness.
_ROUND = 1.0 - exp(-0.5 * _CUT**2)
_VARIANCE = 1.0 - 0.5 * _CUT**2 * (1.0 - _ROUND) / _ROUND
_ROUGHNESS = (1.0 - exp(-(_CUT**2))) / (4.0 * pi * _ROUND**2)
_PEAK = 1.0 / sqrt(2.0 * pi) / erf(_CUT / sqrt(2.0))

KERNELS = {
    kernel.name: kernel
    for kernel in (
        Kernel("quartic", _quartic, 1.0, 3.0 / pi, 15.0 / 16.0, 1.0 / 8.0, 9.0 / (5.0 * pi), "smooth"),
        Kernel("gaussian", _gaussian, _CUT, 0.5 / pi / _ROUND, _PEAK, _VARIANCE, _ROUGHNESS, "smooth"),
        Kernel("epanechnikov", _epanechnikov, 1.0, 2.0 / pi, 0.75, 1.0 / 6.0, 4.0 / (3.0 * pi), "corner"),
        Kernel("triangular", _triangular, 1.0, 3.0 / pi, 1.0, 0.15, 1.5 / pi, "corner"),
        Kernel("uniform", _uniform, 1.0, 1.0 / pi, 0.5, 0.25, 1.0 / pi, "jump"),
    )
}  # fmt: skip


def kernel(name: str) -> Kernel:
    """Return the kernel of a name: quartic, gaussian, epanechnikov, triangular or uniform."""
    try:
        return KERNELS[name]
    except KeyError:
        raise RoomError("analysis.unknown_kernel", name=name, known=", ".join(KERNELS)) from None


def equivalent_bandwidth(bandwidth: float, given: Kernel, wanted: Kernel) -> float:
    """Return the bandwidth with which `wanted` smooths as much as `given` does with `bandwidth`, in the plane.

    Canonical bandwidths (Marron and Nolan 1988): (roughness ÷ variance²)^(1/6) in two dimensions.
    """

    def canonical(of: Kernel) -> float:
        return (of.roughness / of.variance**2) ** (1.0 / 6.0)

    return bandwidth * canonical(wanted) / canonical(given)
