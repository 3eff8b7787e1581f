"""Convolution of a raster with a kernel by real Fourier transforms, mass kept, in steps that can be stopped.

Weights that were spread by a B-spline have been blurred by it. The table made here takes that back: of all tables it
is the one whose result differs least, in the mean square over all places in a cell, from the kernel itself (the
optimal influence function of Hockney and Eastwood, Computer Simulation Using Particles, 1988, section 8-3). It is the
kernel integrated against the B-spline, divided by the B-spline's own correlation. Its sum is exactly one, so the
integral over the raster is the sum of the weights.

Doubles are used throughout: in single precision the rounding of the transform is 1e-7 of the maximum in every empty
cell, which over a large raster adds up to more than the 1e-6 of the mass that is promised.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import scipy.fft
from numpy.typing import NDArray

from .inputs import Array
from .kernels import Kernel
from .watch import UNWATCHED, Watch

_BLOCK = 1 << 18
_NODES = 256
_SHARP = 5.0
WORKERS = min(4, os.cpu_count() or 1)

Spectrum = NDArray[np.complex128]


@dataclass(frozen=True)
class Frame:
    """The raster with a border wide enough that nothing comes back in on the other side.

    `origin` cells lie before the raster, in rows and in columns; `shape` is even and fast to transform.
    """

    inner: tuple[int, int]
    origin: int
    shape: tuple[int, int]

    @classmethod
    def around(cls, inner: tuple[int, int], reach: int, outside: bool) -> "Frame":
        """Return the frame for kernels of this reach in cells; `outside` makes room for events beside the raster."""
        origin = reach + 2 if outside else 2
        rows, columns = (2 * scipy.fft.next_fast_len((n + origin + reach + 1) // 2, real=True) for n in inner)
        # The far border holds the events beside the raster, too.
        return cls(inner, origin, (rows, columns))

    @property
    def kept(self) -> tuple[slice, slice]:
        """Where the raster lies in the frame."""
        return slice(self.origin, self.origin + self.inner[0]), slice(self.origin, self.origin + self.inner[1])


def reach(kernel: Kernel, cells: float) -> int:
    """Return how many cells the table of a kernel extends from its centre, for a bandwidth in cells."""
    return int(np.ceil(kernel.reach * cells + 1.5))


def table(kernel: Kernel, cells: float) -> Array:
    """Return the kernel integrated against the B-spline, its lower right quarter with the centre first.

    `cells` is the bandwidth in cells. The whole table sums to one.
    """
    radius = kernel.reach * cells
    # A whole number of nodes to a cell: then the B-spline's share of the nodes is the same around every cell.
    parts = max(4, int(np.ceil(_NODES / radius)))
    node = (np.arange(int(np.ceil(radius * parts))) + 0.5) / parts
    square = (node / cells) ** 2
    values = kernel.shape(square[:, None] + square[None, :])
    position = np.arange(reach(kernel, cells) + 1)
    # Both halves of the axis reach the few cells around the centre.
    shares = spline(position[:, None] - node) + spline(position[:, None] + node)
    quarter = shares @ values @ shares.T
    twice = np.full(len(position), 2.0)
    twice[0] = 1.0
    return quarter / (twice @ quarter @ twice)


def spline(distance: Array) -> Array:
    """Return the quadratic B-spline at distances in cells."""
    away = np.abs(distance)
    return np.where(away < 0.5, 0.75 - away * away, 0.5 * np.maximum(1.5 - away, 0.0) ** 2)


def spectrum(kernel: Kernel, cells: float, shape: tuple[int, int]) -> Array:
    """Return the transform of the table on a frame of this even shape: real, of shape (rows/2 + 1, columns/2 + 1).

    A kernel that jumps at its edge, or is not much wider than the B-spline, would ring if the blur were taken back, so
    it keeps it.
    """
    quarter = table(kernel, cells)
    size = (shape[0] // 2 + 1, shape[1] // 2 + 1)
    field = np.zeros((len(quarter), size[1]))
    field[:, : len(quarter)] = quarter
    rows = scipy.fft.dct(field, type=1, axis=1, workers=WORKERS, overwrite_x=True)
    field = np.zeros(size)
    field[: len(quarter)] = rows
    field = scipy.fft.dct(field, type=1, axis=0, workers=WORKERS, overwrite_x=True)
    if kernel.edge != "jump" and kernel.reach * cells >= _SHARP:
        field /= _correlation(size[0])[:, None]
        field /= _correlation(size[1])[None, :]
    return field


def _correlation(count: int) -> Array:
    """Return the transform of the B-spline's correlation with itself at whole cells (the quintic B-spline)."""
    angle = np.pi * np.arange(count) / (count - 1)
    return (33.0 + 26.0 * np.cos(angle) + np.cos(2.0 * angle)) / 60.0


def forward(field: Array, watch: Watch = UNWATCHED) -> Spectrum:
    """Return the two-dimensional real transform of a field, shape (rows, columns/2 + 1)."""
    rows, columns = field.shape
    found = np.empty((rows, columns // 2 + 1), np.complex128)
    step = max(1, _BLOCK // columns)
    for start in range(0, rows, step):
        watch.at(0.5 * start / rows)
        part = slice(start, start + step)
        found[part] = scipy.fft.rfft(field[part], axis=1, workers=WORKERS)
    _columns(found, scipy.fft.fft, watch.part(0.5, 1.0))
    return found


def multiply(field: Spectrum, by: Array) -> Spectrum:
    """Multiply a transform in place by the real, even transform of a table; returns it."""
    half = len(by)
    field[:half] *= by
    field[half:] *= by[-2:0:-1]
    return field


def backward(field: Spectrum, frame: Frame, watch: Watch = UNWATCHED) -> Array:
    """Return the raster that a transform (which is overwritten) belongs to, without the frame's border."""
    _columns(field, scipy.fft.ifft, watch.part(0.0, 0.5))
    inside, across = frame.kept
    found = np.empty(frame.inner)
    step = max(1, _BLOCK // frame.shape[1])
    for start in range(0, frame.inner[0], step):
        watch.at(0.5 + 0.5 * start / frame.inner[0])
        rows = field[inside][start : start + step]
        found[start : start + step] = scipy.fft.irfft(rows, frame.shape[1], axis=1, workers=WORKERS)[:, across]
    return found


def _columns(field: Spectrum, transform: Callable[..., Spectrum], watch: Watch) -> None:
    rows, columns = field.shape
    step = max(16, _BLOCK // rows)
    for start in range(0, columns, step):
        watch.at(start / columns)
        part = field[:, start : start + step]
        found = transform(part, axis=0, workers=WORKERS, overwrite_x=True)
        if not np.may_share_memory(found, part):
            part[:] = found
