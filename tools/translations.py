"""Bring the Chinese .ts file up to date with the strings in the sources: `translations.py update`.

New strings come in unfinished, strings that are gone leave; tests/qgis/test_translations.py holds the result. The
sources are read as Python, not by pylupdate5, which passes over strings in several pieces before a trailing comma.
"""

import argparse
import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "resources" / "translations" / "community_brain_zh_CN.ts"
FOLDERS = ("community_brain_plugin", "ui", "processing")
# Function → where its text stands, and its context (None: the class it is called in).
_CALLS = {"tr": (0, None), "translate": (1, 0), "QT_TRANSLATE_NOOP": (1, 0)}

Key = tuple[str, str]


def sources() -> list[str]:
    """Return every Python file whose strings people see, relative to the repository's root."""
    found = (path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py")))
    return [str(path.relative_to(ROOT)) for path in found]


def calls(tree: ast.AST, class_name: str = "") -> Iterator[tuple[str | None, ast.expr]]:
    """Yield (context, the expression that is the text) of every call that translates."""
    for node in ast.iter_child_nodes(tree):
        inside = node.name if isinstance(node, ast.ClassDef) else class_name
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            place, context = _CALLS.get(name, (99, None))
            if len(node.args) > place:
                yield (class_name if context is None else _constant(node.args[context])), node.args[place]
        yield from calls(node, inside)


def strings() -> list[Key]:
    """Return (context, text) of every string to translate, in the order of contexts and of the sources."""
    found: dict[Key, None] = {}
    for source in sources():
        for context, text in calls(ast.parse((ROOT / source).read_text(encoding="utf-8"))):
            if context and (constant := _constant(text)):
                found[context, constant] = None
    return sorted(found, key=_context)


def translations(path: Path) -> dict[Key, str]:
    """Return the finished translations of a .ts file; none where there is no file."""
    if not path.exists():
        return {}
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.text and translation.get("type") is None:
                found[context.findtext("name", ""), message.findtext("source", "")] = translation.text
    return found


def update(target: Path = TARGET) -> int:
    """Write the strings of the sources to `target`, keep what is translated there, and return how many are not."""
    known, lines, context = translations(target), [], ""
    wanted = strings()
    for key in wanted:
        if key[0] != context:
            lines += ["</context>"] if context else []
            context = key[0]
            lines += ["<context>", f"    <name>{escape(context)}</name>"]
        lines += ["    <message>", f"        <source>{escape(key[1])}</source>", f"        {_translation(known, key)}"]
        lines += ["    </message>"]
    head = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    head += ['<TS version="2.1" language="zh_CN" sourcelanguage="en">']
    tail = ["</context>", "</TS>", ""] if context else ["</TS>", ""]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("\n".join([*head, *lines, *tail]), encoding="utf-8")
    return sum(key not in known for key in wanted)


def _translation(known: dict[Key, str], key: Key) -> str:
    if key in known:
        return f"<translation>{escape(known[key])}</translation>"
    return '<translation type="unfinished"></translation>'


def _constant(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _context(key: Key) -> str:
    return key[0]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("job", choices=["update"])
    parser.parse_args()
    unfinished = update()
    sys.stdout.write(f"translations: {TARGET.relative_to(ROOT)}, {unfinished} to translate\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
