"""The generated demo district and its simulator."""
