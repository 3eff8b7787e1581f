"""What a desk sounds like: the worse, the more tones, and one warning at a time, so that they can be counted."""

import math
import shutil
import struct
import subprocess
import sys
import wave
from pathlib import Path

from qgis.PyQt.QtCore import QObject, QTemporaryDir, QTimer
from qgis.PyQt.QtWidgets import QApplication

#: What plays a file where a bell is not to be relied on: on X and Wayland many desktops ring none.
PLAYERS = ("pw-play", "paplay", "aplay")
_TONE_MS, _BETWEEN_TONES_MS, _PAUSE_MS = 130, 90, 600
_LOOK_MS = 50
_RATE, _HERTZ, _LOUDNESS = 22_050, 880, 0.5 * 32_767


class Sounds(QObject):
    """Plays the warning of a priority: a file by the system's player, else the system's bell."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._folder = QTemporaryDir()
        self._player = _player()
        self._process: subprocess.Popen[bytes] | None = None
        self._left = 0
        self._sounding: int | None = None
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.timeout.connect(self._fall_silent)
        self._watch = QTimer(self)
        self._watch.setInterval(_LOOK_MS)
        self._watch.timeout.connect(self._look)
        self._bell = QTimer(self)
        self._bell.setInterval(_TONE_MS + _BETWEEN_TONES_MS)
        self._bell.timeout.connect(self._ring)

    @property
    def is_playing(self) -> bool:
        """Whether the system's player is at work."""
        return self._process is not None

    def play(self, priority: int) -> None:
        """Warn of something, unless something as bad is being warned of; what is worse interrupts."""
        if self._sounding is not None and self._sounding <= priority:
            return
        self.stop()
        self._sounding = priority
        self._end.start(tones(priority) * self._bell.interval() + _PAUSE_MS)
        file = self._file(priority) if self._player is not None else None
        if file is None:
            self._begin_to_ring()
        else:
            self._start(file)

    def stop(self) -> None:
        """Be silent at once."""
        self._end.stop()
        self._fall_silent()

    def _fall_silent(self) -> None:
        self._sounding = None
        self._bell.stop()
        self._watch.stop()
        process, self._process = self._process, None
        if process is not None and process.poll() is None:
            process.kill()
            process.wait()

    def _start(self, file: str) -> None:
        """Have the file played. Python begins a program at once; Qt copies all of QGIS for it, some 35 ms."""
        nothing = subprocess.DEVNULL
        try:
            self._process = subprocess.Popen([str(self._player), file], stdin=nothing, stdout=nothing, stderr=nothing)
        except OSError:
            self._do_without()
        else:
            self._watch.start()

    def _look(self) -> None:
        code = self._process.poll() if self._process is not None else None
        if code is None:
            return
        self._watch.stop()
        self._process = None
        if code:
            self._do_without()

    def _do_without(self) -> None:
        """A player that cannot play, as where there is no sound server, leaves it to the bell."""
        self._player = None
        self._begin_to_ring()

    def _begin_to_ring(self) -> None:
        if self._sounding is not None:
            self._left = tones(self._sounding)
            self._bell.start()
            self._ring()

    def _ring(self) -> None:
        QApplication.beep()
        self._left -= 1
        if self._left <= 0:
            self._bell.stop()

    def _file(self, priority: int) -> str | None:
        """Return the file of a priority; None where none can be written."""
        path = Path(self._folder.path()) / f"priority-{priority}.wav"
        try:
            if not path.exists():
                _write(path, tones(priority))
        except OSError:
            return None
        return str(path)


def tones(priority: int) -> int:
    """How many tones a priority has: three, two, one."""
    return 4 - priority


def _player() -> str | None:
    if not sys.platform.startswith("linux"):
        return None
    return next((found for name in PLAYERS if (found := shutil.which(name))), None)


def _write(path: Path, number: int) -> None:
    tone = _RATE * _TONE_MS // 1000
    heard = [_LOUDNESS * math.sin(2 * math.pi * _HERTZ * step / _RATE) for step in range(tone)]
    silent = [0.0] * (_RATE * _BETWEEN_TONES_MS // 1000)
    samples = [round(sample) for sample in (heard + silent) * number]
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(_RATE)
        file.writeframes(struct.pack(f"<{len(samples)}h", *samples))
