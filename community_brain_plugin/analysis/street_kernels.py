"""Kernels along a street: their integral, and the powers by which many of them are added up at once.

Seen from a point at u (distance ÷ bandwidth), a polynomial kernel Σ ck uᵏ is Σ ck (u + t)ᵏ at t further on: a sum of
powers of u times powers of t. The powers of u of all events that come by a street can be added before any place on it
is looked at, so a street costs the same for one event and for a thousand. The Gaussian is no polynomial and is
evaluated place by place.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import sqrt

import numpy as np
from scipy.special import erf

from .inputs import Array
from .kernels import Kernel


@dataclass(frozen=True)
class StreetKernel:
    """A kernel along a street for bandwidth 1, u from 0 to `reach`; both directions together integrate to one.

    value: height at u. integral: from 0 to u. powers: the coefficients c0, c1, … of its polynomial, none for the
    Gaussian.
    """

    reach: float
    value: Callable[[Array], Array]
    integral: Callable[[Array], Array]
    powers: tuple[float, ...]


def _polynomial(*powers: float) -> StreetKernel:
    def value(u: Array) -> Array:
        return np.where(u <= 1.0, _horner(u, powers), 0.0)

    def integral(u: Array) -> Array:
        return u * _horner(u, tuple(power / (number + 1) for number, power in enumerate(powers)))

    return StreetKernel(1.0, value, integral, powers)


def _horner(u: Array, powers: tuple[float, ...]) -> Array:
    found = np.full_like(u, powers[-1])
    for power in powers[-2::-1]:
        found *= u
        if power:
            found += power
    return found


_C = 15.0 / 16.0
_POLYNOMIALS = {
    "quartic": (_C, 0.0, -2.0 * _C, 0.0, _C),
    "epanechnikov": (0.75, 0.0, -0.75),
    "triangular": (1.0, -1.0),
    "uniform": (0.5,),
}


def street_kernel(kernel: Kernel) -> StreetKernel:
    """Return how a kernel looks along a street."""
    if kernel.name in _POLYNOMIALS:
        return _polynomial(*_POLYNOMIALS[kernel.name])
    whole = 0.5 / erf(kernel.reach / sqrt(2.0))
    return StreetKernel(
        kernel.reach,
        lambda u: kernel.street * kernel.shape(u * u),
        lambda u: whole * erf(u / sqrt(2.0)),
        (),
    )
