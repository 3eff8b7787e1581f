"""The live map: layers by subject, shading, markers, tips, identify and printing."""
