"""Photos and files of the case file shown: thumbnails, added by dropping or choosing, opened in place."""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QBuffer, QByteArray, QCoreApplication, QEvent, QSize, Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices, QIcon, QImage, QImageReader, QKeySequence, QPixmap
from qgis.PyQt.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...cases import attachments
from ..words import ZONE, moment

_THUMBNAIL = 72
# Larger ones are not read for a thumbnail alone, in bytes.
_LARGEST_THUMBNAIL = 8 * 1024 * 1024
_KEPT_THUMBNAILS = 200
# A picture beyond this is not decoded: it would take gigabytes, in pixels.
_MOST_PIXELS = 120_000_000
# A large photo on a slow line takes its time.
_SEND_SECONDS = 120.0
# Of a pasted picture, percent.
_QUALITY = 90
_ROW_ROLE = int(Qt.ItemDataRole.UserRole)
_MAY_ATTACH = {"acceptor", "shift_leader", "collector", "dispatcher", "department", "worker"}


class PhotoStrip(QWidget):
    """What is attached to one case file. `opened(row)` when one shall be seen whole, `listed(rows)` when all are known.

    `desk` is the DeskContext. Nothing is read or sent on the GUI thread.
    """

    opened = pyqtSignal(dict)
    listed = pyqtSignal(list)

    def __init__(self, desk, parent=None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id: int | None = None
        self._state = ""
        self._handles: list[Any] = []
        self._known: OrderedDict[str, QPixmap] = OrderedDict()
        self._build()
        self.setAcceptDrops(True)
        desk.sending_changed.connect(self._show_may_add)
        self.show_case(None)

    def show_case(self, case: Mapping[str, Any] | None) -> None:
        """Show what is attached to a case file; None shows nothing."""
        case_id = case["case_id"] if case is not None else None
        state = case["state"] if case is not None else ""
        if case_id != self._case_id:
            self.view.clear()
            self._say("")
        if case is not None and (case_id, state) != (self._case_id, self._state):
            self.stage.setCurrentIndex(self.stage.findData(attachments.likely_stage(state, self._desk.roles)))
        self._case_id, self._state = case_id, state
        self.setVisible(case is not None)
        for handle in self._handles:
            handle.cancel()
        self._handles.clear()
        if case is None:
            return
        self._show_may_add()
        self.refresh()

    def refresh(self) -> None:
        """Read the list anew."""
        case_id = self._case_id
        if case_id is not None and self._desk.is_live():
            self._ask(lambda connection: attachments.listed(connection, case_id), self._take_list)

    def add_files(self, paths: Sequence[Path]) -> None:
        """Attach files to the case file shown, at the stage that is chosen."""
        case_id, stage = self._case_id, self.stage.currentData()
        for path in paths:
            self._send(path.name, lambda connection, path=path: attachments.attach(connection, case_id, stage, path))

    def paste(self) -> None:
        """Attach the files or the picture on the clipboard to the case file shown, at the stage that is chosen."""
        mime = QApplication.clipboard().mimeData()
        paths = _paths(mime)
        if paths:
            self.add_files(paths)
            return
        image, now = QApplication.clipboard().image(), self._desk.room_now().astimezone(ZONE)
        case_id, stage, name = self._case_id, self.stage.currentData(), f"{now:%Y%m%d-%H%M%S}.jpg"
        if not image.isNull():
            self._send(name, lambda connection: _keep(connection, case_id, stage, name, image))

    def _send(self, name: str, work: Callable[[Any], str]) -> None:
        """Let a worker keep something with the case file shown."""
        case_id = self._case_id
        if case_id is None or not self._may_add():
            return
        self._say(self.tr("Sending {file} …").format(file=name))
        self._desk.queries.run(
            work, lambda answer: self._on_added(case_id), lambda error: self._say(str(error)), _SEND_SECONDS
        )

    def choose_files(self) -> None:
        """Let the person choose files to attach."""
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Attach to the case file"), "", self._filter())
        self.add_files([Path(name) for name in names])

    def event(self, event) -> bool:
        """Take Ctrl+V from whatever of the strip has the focus; QGIS has it for features."""
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if event.type() not in kinds or not event.matches(QKeySequence.StandardKey.Paste):
            return super().event(event)
        if event.type() == QEvent.Type.KeyPress:
            self.paste()
        event.accept()
        return True

    def dragEnterEvent(self, event) -> None:
        if self._may_add() and _paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event) -> None:
        self.add_files(_paths(event.mimeData()))
        event.acceptProposedAction()

    def eventFilter(self, watched, event) -> bool:
        if event.type() == QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.view.currentItem())
            return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self.view = QListWidget(self)
        self.view.setObjectName("photos")
        self.view.setViewMode(QListView.ViewMode.IconMode)
        self.view.setFlow(QListView.Flow.LeftToRight)
        self.view.setWrapping(False)
        self.view.setMovement(QListView.Movement.Static)
        self.view.setIconSize(QSize(_THUMBNAIL, _THUMBNAIL))
        self.view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.view.setFixedHeight(_THUMBNAIL + self.fontMetrics().height() + 34)
        self.view.setGridSize(QSize(_THUMBNAIL + 20, _THUMBNAIL + self.fontMetrics().height() + 10))
        self.view.itemDoubleClicked.connect(self._open)
        self.view.installEventFilter(self)
        self._title, self._message = QLabel(self), QLabel(self)
        self._message.setWordWrap(True)
        self.stage = QComboBox(self)
        for stage in attachments.STAGES:
            self.stage.addItem(stage_name(stage), stage)
        self.add = QToolButton(self)
        self.add.setObjectName("attach")
        self.add.setText(self.tr("Add …"))
        self.add.setToolTip(self.tr("Attach photos, PDF or video; they can be dropped or pasted (Ctrl+V) here too"))
        self.add.clicked.connect(self.choose_files)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.stage)
        head.addWidget(self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(self.view)
        layout.addWidget(self._message)

    def _filter(self) -> str:
        return self.tr("Photos, PDF, video ({patterns})").format(
            patterns="*.jpg *.jpeg *.png *.gif *.webp *.pdf *.mp4 *.JPG *.JPEG *.PNG *.PDF *.MP4"
        )

    def _may_add(self) -> bool:
        return self._desk.can_send() and bool(self._desk.roles & _MAY_ATTACH)

    def _show_may_add(self) -> None:
        self.add.setEnabled(self._may_add())
        self.stage.setEnabled(self._may_add())

    def _take_list(self, found: list[dict[str, Any]]) -> None:
        chosen = self.view.currentRow()
        self.listed.emit(found)
        self.view.clear()
        self._title.setText(self.tr("Photos and files: {count}").format(count=len(found)))
        self.view.setVisible(bool(found))
        for row in found:
            item = QListWidgetItem(stage_name(row["stage"]), self.view)
            item.setData(_ROW_ROLE, row)
            item.setToolTip(describe(row))
            item.setIcon(QIcon(self._known.get(row["attachment_id"], _blank(row["media_type"], self))))
            self._ask_thumbnail(row)
        self.view.setCurrentRow(min(chosen, len(found) - 1))

    def _ask_thumbnail(self, row: Mapping[str, Any]) -> None:
        key = row["attachment_id"]
        if key in self._known or not row["media_type"].startswith("image/") or row["bytes"] > _LARGEST_THUMBNAIL:
            return
        self._ask(
            lambda connection: decode(attachments.content(connection, key), _THUMBNAIL),
            lambda image: self._take_thumbnail(key, image),
        )

    def _take_thumbnail(self, key: str, image: QImage) -> None:
        if image.isNull():
            return
        self._known[key] = QPixmap.fromImage(image)
        while len(self._known) > _KEPT_THUMBNAILS:
            self._known.popitem(last=False)
        for number in range(self.view.count()):
            item = self.view.item(number)
            if item.data(_ROW_ROLE)["attachment_id"] == key:
                item.setIcon(QIcon(self._known[key]))

    def _on_added(self, case_id: int) -> None:
        self._say("")
        if case_id == self._case_id:
            self.refresh()

    def _open(self, item) -> None:
        if item is not None:
            self.opened.emit(dict(item.data(_ROW_ROLE)))

    def _ask(self, work, done) -> None:
        self._handles = [handle for handle in self._handles if handle is not None and not handle.is_over]
        handle = self._desk.queries.run(work, done, lambda error: self._say(str(error)))
        if handle is not None:
            self._handles.append(handle)

    def _say(self, text: str) -> None:
        self._message.setText(text)
        self._message.setVisible(bool(text))


class PhotoView(QWidget):
    """One attachment in place, as wide as the panel; `left()` on Esc or by its button, `opened()` when it is there."""

    left = pyqtSignal()
    opened = pyqtSignal()

    def __init__(self, desk, row: Mapping[str, Any], parent=None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._picture = QLabel(self.tr("Loading …"), self)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._picture.setWordWrap(True)
        self._picture.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        about = QLabel(describe(row), self)
        about.setWordWrap(True)
        self.keep = QToolButton(self)
        self.keep.setText(self.tr("Save as …"))
        self.keep.setEnabled(False)
        away = QToolButton(self)
        away.setText("✕")
        away.setToolTip(self.tr("Back (Esc)"))
        away.clicked.connect(self.left)
        head = QHBoxLayout()
        head.addWidget(about, 1)
        head.addWidget(self.keep)
        head.addWidget(away)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.addLayout(head)
        layout.addWidget(self._picture)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        key = row["attachment_id"]
        self._handle = desk.queries.run(
            lambda connection: _read(connection, key), lambda answer: self._take(row, *answer), self._fail
        )

    def end(self) -> None:
        """Want nothing any more."""
        if self._handle is not None:
            self._handle.cancel()

    def keyPressEvent(self, event) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._fit()

    def _take(self, row: Mapping[str, Any], content: bytes, image: QImage) -> None:
        self._handle = None
        self.keep.setEnabled(bool(content))
        self.keep.clicked.connect(lambda checked=False: self._save(row["file_name"], content))
        self._image = image
        if image.isNull():
            self._picture.setText(self.tr("This kind of file is not shown here; save it to open it."))
        self._fit()
        self.opened.emit()

    def _fail(self, error) -> None:
        self._handle = None
        self._picture.setText(str(error))

    def _fit(self) -> None:
        if not self._image.isNull():
            width = min(self._image.width(), max(80, self.width() - 4))
            smooth = Qt.TransformationMode.SmoothTransformation
            picture = QPixmap.fromImage(self._image.scaledToWidth(width, smooth))
            self._picture.setPixmap(picture)
            # Else the layout around would make the label as low as a line of text.
            self._picture.setFixedHeight(picture.height())

    def _save(self, name: str, content: bytes) -> None:
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save as …"), Path(name).name)
        if path:
            try:
                Path(path).write_bytes(content)
            except OSError as error:
                self._picture.setText(str(error))
                return
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(path).parent)))


def has_pictures() -> bool:
    """Return whether the clipboard holds a picture or files rather than words."""
    mime = QApplication.clipboard().mimeData()
    return bool(_paths(mime)) or (mime.hasImage() and not mime.hasText())


def decode(content: bytes, side: int | None = None) -> QImage:
    """Return a picture the right way up, scaled into a square of `side` pixels where given; a null image where it is
    none, or too large to be decoded safely."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > _MOST_PIXELS:
        return QImage()
    if side is not None:
        reader.setScaledSize(size.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def stage_name(stage: str) -> str:
    """Return when a photo was taken, in words."""
    return {
        "before": QCoreApplication.translate("Photos", "Before"),
        "after": QCoreApplication.translate("Photos", "After"),
        "check": QCoreApplication.translate("Photos", "Check"),
        "other": QCoreApplication.translate("Photos", "Other"),
    }[stage]


def describe(row: Mapping[str, Any]) -> str:
    """Return a line about an attachment: stage, name, size, when and by whom."""
    size = row["bytes"] / 1024
    text = f"{size:.0f} kB" if size < 1024 else f"{size / 1024:.1f} MB"
    who = row["added_by_name"] or row["added_by"]
    return " · ".join((stage_name(row["stage"]), row["file_name"], text, moment(row["added_at"]), who))


def _read(connection: Any, attachment_id: str) -> tuple[bytes, QImage]:
    content = attachments.content(connection, attachment_id)
    return content, decode(content)


def _keep(connection: Any, case_id: int, stage: str, name: str, image: QImage) -> str:
    """Keep a picture as JPEG, as a camera would have written it."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.convertToFormat(QImage.Format.Format_RGB32).save(buffer, "JPG", _QUALITY)
    return attachments.keep(connection, case_id, stage, name, "image/jpeg", bytes(buffer.data()))


def _blank(media_type: str, widget: QWidget) -> QPixmap:
    """Return what stands for a file without a thumbnail."""
    style = widget.style()
    icon = style.StandardPixmap.SP_FileIcon if media_type.startswith("image/") else style.StandardPixmap.SP_FileLinkIcon
    return style.standardIcon(icon).pixmap(_THUMBNAIL, _THUMBNAIL)


def _paths(mime) -> list[Path]:
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
