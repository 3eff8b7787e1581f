"""What the plugin reads and never writes: schema, code tables, styles, icons, layouts, sounds, translations."""

from pathlib import Path

#: The folder itself, wherever the package is installed.
FOLDER = Path(__file__).resolve().parent


def path(*parts: str) -> Path:
    """Return the path of a file or folder in here; it need not exist."""
    return FOLDER.joinpath(*parts)
