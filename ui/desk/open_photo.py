"""The one photo that stands open in the details, below the strip it was chosen from."""

from collections.abc import Mapping
from typing import Any

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, Qt, QTimer
from qgis.PyQt.QtWidgets import QBoxLayout, QScrollArea

from .photos import PhotoStrip, PhotoView


class OpenPhoto(QObject):
    """Opens what is chosen in `strip` below it in its layout, and closes it again; `area` scrolls to it."""

    def __init__(self, desk, strip: PhotoStrip, layout: QBoxLayout, area: QScrollArea) -> None:
        super().__init__(area)
        self._desk, self._strip, self._layout, self._area = desk, strip, layout, area
        self._view: PhotoView | None = None
        strip.opened.connect(self._open)

    def close(self) -> None:
        """Take the photo away, if one is open."""
        if self._view is not None:
            self._view.end()
            self._view.hide()
            self._view.deleteLater()
            self._view = None

    def _open(self, row: Mapping[str, Any]) -> None:
        self.close()
        self._view = PhotoView(self._desk, row, self._area.widget())
        self._view.left.connect(self._leave)
        self._view.opened.connect(self._reveal)
        self._layout.insertWidget(self._layout.indexOf(self._strip) + 1, self._view)
        self._view.show()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reveal(self) -> None:
        """Bring the picture into sight once the layout knows how high it is."""
        view = self._view

        def reveal() -> None:
            if not sip.isdeleted(view) and view is self._view:
                self._area.ensureWidgetVisible(view, 0)

        QTimer.singleShot(0, reveal)

    def _leave(self) -> None:
        self.close()
        self._strip.view.setFocus(Qt.FocusReason.OtherFocusReason)
