"""Put the plugin zip into a QGIS profile and switch it on there; nothing else in the profile is touched.

COMMUNITY_BRAIN_PROFILES names another folder of profiles, as QGIS's own option --profiles-path does.
"""

import argparse
import configparser
import os
import shutil
import sys
import zipfile
from pathlib import Path

PACKAGE = "community_brain_plugin"


def profile_folder(name: str) -> Path:
    """Return the folder of a QGIS 3 profile; `default` is the one the user has chosen as such."""
    chosen = os.environ.get("COMMUNITY_BRAIN_PROFILES")
    profiles = (Path(chosen) if chosen else Path.home() / ".local/share/QGIS/QGIS3") / "profiles"
    if name == "default":
        ini = _read(profiles / "profiles.ini")
        name = ini.get("core", "defaultProfile", fallback=name)
    return profiles / name


def install(archive: Path, profile: Path) -> None:
    """Unpack the zip beside the old plugin, then swap: a QGIS that starts meanwhile sees the old or the new one."""
    plugins = profile / "python" / "plugins"
    plugins.mkdir(parents=True, exist_ok=True)
    fresh = plugins / f".{PACKAGE}.new"
    old = plugins / f".{PACKAGE}.old"
    for leftover in (fresh, old):
        shutil.rmtree(leftover, ignore_errors=True)
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(fresh)
    if (plugins / PACKAGE).is_symlink():
        (plugins / PACKAGE).unlink()
    elif (plugins / PACKAGE).exists():
        (plugins / PACKAGE).rename(old)
    (fresh / PACKAGE).rename(plugins / PACKAGE)
    for leftover in (fresh, old):
        shutil.rmtree(leftover, ignore_errors=True)


def settings(
    profile: Path, wanted: dict[str, dict[str, str]], at_first: dict[str, dict[str, str]] | None = None
) -> None:
    """Set values in the profile's QGIS3.ini (section → key → value), keeping all others.

    What is in `at_first` is set where nothing stands yet, and is the user's to change from then on. QGIS's note that it
    ended while it loaded the plugin is dropped: it would switch the plugin off again.
    """
    path = profile / "QGIS" / "QGIS3.ini"
    path.parent.mkdir(parents=True, exist_ok=True)
    ini = _read(path)
    for table, keep in ((at_first or {}, True), (wanted, False)):
        for section, values in table.items():
            if not ini.has_section(section):
                ini.add_section(section)
            for key, value in values.items():
                if not (keep and ini.has_option(section, key)):
                    ini.set(section, key, value)
    if ini.has_section("PythonPlugins"):
        for note in ("watchDog", "watchDogTimestamp"):
            ini.remove_option("PythonPlugins", rf"{note}\{PACKAGE}")
    half = path.with_suffix(".new")
    with half.open("w", encoding="utf-8") as file:
        ini.write(file, space_around_delimiters=False)
    half.replace(path)


def _read(path: Path) -> configparser.RawConfigParser:
    """Read an ini file as Qt writes it; one that is not there is empty."""
    ini = configparser.RawConfigParser(strict=False, delimiters=("=",), comment_prefixes=(";",))
    ini.optionxform = str  # type: ignore[assignment,method-assign]
    ini.read(path, encoding="utf-8")
    return ini


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--zip", type=Path, required=True)
    parser.add_argument("--profile", default="default")
    arguments = parser.parse_args()
    profile = profile_folder(arguments.profile)
    install(arguments.zip, profile)
    settings(profile, {"PythonPlugins": {PACKAGE: "true"}})
    sys.stdout.write(f"install: {profile / 'python' / 'plugins' / PACKAGE}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
