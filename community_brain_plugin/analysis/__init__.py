"""Density, street graph, routing and districting: arrays in, arrays out. No QGIS, no SQL."""
