"""Finds the packages in the folders that pyproject.toml maps to one import package; all else stands there."""

import tomllib
from pathlib import Path

from setuptools import find_namespace_packages, setup

ROOT = Path(__file__).resolve().parent
MAPPED = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["package-dir"]

setup(
    packages=[
        ".".join(filter(None, (package, inner)))
        for package, folder in MAPPED.items()
        for inner in ["", *find_namespace_packages(str(ROOT / folder), exclude=["*__pycache__*"])]
    ]
)
