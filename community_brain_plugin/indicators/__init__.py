"""Indicators: what came in, what was closed and how much of it in time, each share with its denominator."""
