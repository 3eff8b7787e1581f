"""Whom to send to which standing alarm: planned anew at each change on a worker, offered, never done by itself."""

import time
from collections.abc import Iterable, Mapping
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication, QObject, QTimer, pyqtSignal

from ...alarms.standing import Standing, standing
from ..words import bracketed, escape, listed, named

#: Whose business it is whom to send.
ROLES = frozenset({"dispatcher", "shift_leader", "acceptor"})
# Changes come in flocks, and people on foot move all the time: so many milliseconds after a change, and at most every
# so many seconds.
_SOON_MS, _SELDOM_SECONDS = 1500, 10.0
#: How long what was learned of past alarms is good for, in seconds.
_LEARNED_SECONDS = 600.0
#: Offers that are shown at once.
_MOST = 3


class ResponseOffers(QObject):
    """The advice for the alarms that stand, once begun. `changed()`: it is another one. `desk` is the DeskContext."""

    changed = pyqtSignal()

    def __init__(self, desk, parent=None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._curves: Mapping[str, Any] = {}
        self._learned = self._planned = -_LEARNED_SECONDS
        self._asked = self._stale = False
        self._kept: Any = None
        self.advice: Any = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._plan)

    def begin(self) -> None:
        """Follow the room from now on."""
        room = self._desk.room
        room.changed.connect(self._on_changed)
        room.connection_changed.connect(self._on_connection)
        for signal in (room.loaded, self._desk.ready):
            signal.connect(self._soon)

    def of_alarm(self, alarm_id: int | None) -> Any:
        """Return the offer for an alarm that still stands, or None."""
        alarm = self._desk.room.alarms.get(alarm_id)
        if self.advice is None or alarm is None or not self._is_wanted(alarm):
            return None
        return self.advice.offers.get(alarm_id)

    def keep(self, offer: Any) -> None:
        """Keep an offer that was taken for an alarm nobody has reported yet, until there is its case file."""
        self._kept = offer

    def kept_for(self, case: Mapping[str, Any]) -> Any:
        """Return the offer kept for the alarm of a case file, as it stands now, once; None where there is none."""
        kept, self._kept = self._kept, None
        if kept is None or kept.alarm_id != case.get("alarm_id"):
            return None
        return self.of_alarm(kept.alarm_id) or kept

    def _on_changed(self, subject: str, upserted: Iterable[Any], removed: Iterable[Any]) -> None:
        cases = self._desk.room.cases
        if subject in ("alarm", "staff") or any(cases.get(key, {}).get("alarm_id") for key in (*upserted, *removed)):
            self._soon()

    def _on_connection(self) -> None:
        """Advice of before is none: whom it names may be elsewhere. It comes anew once the room is live again."""
        if not self._desk.is_live():
            self._planned = -_LEARNED_SECONDS
            self._show(None)
        self._soon()

    def _soon(self, *_) -> None:
        if not self._timer.isActive():
            waited = time.monotonic() - self._planned
            self._timer.start(max(_SOON_MS, round(1000 * (_SELDOM_SECONDS - waited))))

    def _is_wanted(self, alarm: Mapping[str, Any]) -> bool:
        case = self._desk.room.cases.get(alarm.get("case_id"))
        sent = alarm.get("case_id") is not None and (case is None or case.get("dispatched_at") is not None)
        shelved = standing(alarm, self._desk.room.room_now()) is Standing.SHELVED
        return alarm.get("cleared_at") is None and not sent and not shelved

    def _plan(self) -> None:
        """Ask a worker for a plan, one at a time; where nothing stands there is nothing to ask."""
        desk = self._desk
        if self._asked:
            self._stale = True
        elif not (desk.is_live() and desk.roles & ROLES and any(map(self._is_wanted, desk.room.alarms.values()))):
            self._show(None)
        else:
            self._asked, self._planned = True, time.monotonic()
            curves = self._curves if self._planned - self._learned < _LEARNED_SECONDS else None
            desk.queries.run(lambda connection: _advise(connection, curves), self._take, self._give_up)

    def _take(self, answer: tuple[Mapping[str, Any], Any]) -> None:
        curves, advice = answer
        if curves is not self._curves:
            self._curves, self._learned = curves, time.monotonic()
        self._done(advice)

    def _give_up(self, _error) -> None:
        """An old plan is worse than none."""
        self._done(None)

    def _done(self, advice: Any) -> None:
        self._asked = False
        self._show(advice if self._desk.is_live() else None)
        if self._stale:
            self._stale = False
            self._soon()

    def _show(self, advice: Any) -> None:
        if advice != self.advice:
            self.advice = advice
            self.changed.emit()


def offer_text(offer: Any) -> str:
    """Return in one line who could go, how soon he is there, and the chance that the alarm is still true then."""
    who = offer.name if not offer.department_code else bracketed(offer.name, _unit(offer))
    words = (
        QCoreApplication.translate("Response", "{who}, there in {minutes} min, chance still true {chance} %")
        if offer.stop == 1
        else QCoreApplication.translate(
            "Response", "{who} after another, in {minutes} min, chance still true {chance} %"
        )
    )
    return words.format(who=who, minutes=max(1, round(offer.minutes)), chance=round(100 * offer.chance))


def offers_html(offers: ResponseOffers, alarms: Mapping[int, Mapping[str, Any]], chosen: int | None) -> str:
    """Return whom to send where, the chosen alarm's offer first and in bold, and what nothing is known of."""
    if offers.advice is None:
        return ""
    found = [offer for key in offers.advice.offers if (offer := offers.of_alarm(key)) is not None]
    found.sort(key=lambda offer: (offer.alarm_id != chosen, offer.stop, offer.minutes, offer.alarm_id))
    lines = []
    for offer in found[:_MOST]:
        line = escape(f"{alarms[offer.alarm_id]['sensor_name']} ← {offer_text(offer)}")
        lines.append(f"<b>{line}</b>" if offer.alarm_id == chosen else line)
    if lines:
        lines.insert(0, escape(QCoreApplication.translate("Response", "Send whom where:")))
    if offers.advice.unknown:
        kinds = listed(named({"kind_zh": zh, "kind_en": en}, "kind") for zh, en in offers.advice.unknown)
        words = QCoreApplication.translate("Response", "{kinds}: too few past alarms to know a chance.")
        lines.append(f"<span style='color:#757575'>{escape(words.format(kinds=kinds))}</span>")
    return "<br>".join(lines)


def open_offer(panel, offer: Any) -> None:
    """Open the form of the case file shown that sends whoever is offered: his unit to handle, a collector to verify.

    What nobody has filed yet is filed first; the dispatch that follows names the offer again.
    """
    field, actions = ("collector", ("send_verify",))
    if offer.department_code:
        field, actions = "department_code", ("dispatch", "redispatch", "file")
    for act in panel.acts():
        if act.transition.action in actions:
            panel.open_form(act.transition)
            panel.form.fill({field: offer.department_code or offer.staff_number})
            return


def _unit(offer: Any) -> str:
    return named({"unit_zh": offer.department_zh, "unit_en": offer.department_en}, "unit")


def _advise(connection: Any, curves: Mapping[str, Any] | None) -> tuple[Mapping[str, Any], Any]:
    """On a worker: what is learned of past alarms, anew where that is old, and the plan."""
    from ...alarms import response  # SciPy's part of a start is not spent on the GUI thread

    known = response.learned(connection) if curves is None else curves
    return known, response.advise(response.scene(connection), known)
