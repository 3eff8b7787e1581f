"""Small invented pictures: a thing at the kerb before the work, the bare kerb after it and at the check."""

from __future__ import annotations

import struct
import zlib
from typing import Any

import numpy as np

WIDTH, HEIGHT = 96, 64
STAGE = {"submit_handling": "after", "check_result": "check"}
"""Steps that ask for a picture, and what it shows."""
_HORIZON, _KERB = 22, 40


def picture(case_id: int, moment: float, stage: str) -> bytes:
    """Return a PNG of a street corner; every moment (epoch seconds) has its own, as with a real camera.

    The thing that is in the way stands only in a picture taken `before`.
    """
    corner = np.random.default_rng([case_id])
    shot = np.random.default_rng([case_id, round(moment * 1_000.0)])
    scene = np.empty((HEIGHT, WIDTH, 3))
    scene[:_HORIZON] = np.linspace(200.0, 228.0, _HORIZON)[:, None, None] + (-14.0, 0.0, 14.0)
    scene[_HORIZON:_KERB] = corner.integers(130, 190, 3)
    scene[_KERB:] = 104.0
    scene[_KERB : _KERB + 2] = 176.0
    if stage == "before":
        left = int(corner.integers(12, 54))
        scene[_KERB - 6 : _KERB + 12, left : left + 30] = corner.integers(40, 210, 3)
    grain = shot.normal(shot.uniform(-8.0, 8.0), 2.0, (HEIGHT // 8, WIDTH // 8, 1)).repeat(8, 0).repeat(8, 1)
    return _png(np.clip(scene + grain, 0.0, 255.0).astype(np.uint8))


def photograph(case: dict[str, Any], action: str) -> tuple[int, str, str, bytes] | None:
    """Return what whoever takes the step keeps with a case file first: its id, stage, file name and a PNG.

    None where the step asks for no picture. `case` has `case_id` and the moment `now`.
    """
    stage = STAGE.get(action)
    if stage is None:
        return None
    return case["case_id"], stage, file_name(stage), picture(case["case_id"], case["now"].timestamp(), stage)


def file_name(stage: str) -> str:
    """Return what a picture is called."""
    return {"before": "处置前.png", "after": "处置后.png", "check": "核查.png"}[stage]


def _png(pixels: np.ndarray) -> bytes:
    """Write rows of RGB bytes as a PNG (W3C PNG, third edition: signature, IHDR, IDAT, IEND)."""
    height, width, _ = pixels.shape
    rows = np.concatenate([np.zeros((height, 1), np.uint8), pixels.reshape(height, -1)], axis=1)
    chunks = (
        (b"IHDR", struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows.tobytes(), 6)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
