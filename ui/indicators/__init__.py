"""The panel of indicators: charts, their tables, and the case files behind a bar."""
