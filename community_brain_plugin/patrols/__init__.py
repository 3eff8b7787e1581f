"""Patrols of the street inspectors: what a plan means to the person who walks it."""
