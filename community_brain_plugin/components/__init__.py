"""Coded components and their classes."""
