"""What a tip says: a small table of facts, the same whether QGIS or the room shows it."""

from collections.abc import Mapping
from html import escape
from typing import Any

from qgis.core import QgsVectorLayer

from ...wording import language
from .subjects import Subject, words


def facts_of(subject: Subject, row: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the facts a tip shows of a row: heading and value, empty ones left out."""
    found = []
    for fact in subject.facts:
        value = row.get(fact.column.format(lang=language()))
        if value is None and "{lang}" in fact.column:
            value = row.get(fact.column.format(lang="zh"))
        if value is not None and value != "":
            found.append((words(fact.heading), str(value)))
    return found


def tip_html(title: str, facts: list[tuple[str, str]]) -> str:
    """Return a tip as HTML: a title and one line a fact."""
    lines = "".join(
        f"<tr><td style='color:#607d8b;padding-right:8px'>{escape(heading)}</td><td>{escape(value)}</td></tr>"
        for heading, value in facts
    )
    return f"<b>{escape(title)}</b><table cellspacing='0'>{lines}</table>"


def tip_template(layer: QgsVectorLayer) -> str:
    """Return a tip for QGIS's own map tips: every field of a layer that is not empty."""
    lines = "".join(
        f"[% '<tr><td>{escape(name)}</td><td>' || \"{name}\" || '</td></tr>' %]"
        for name in (field.name() for field in layer.fields())
    )
    return f"<b>{escape(layer.name())}</b><table>{lines}</table>"
