"""Run by the esda environment's Python: does one statistic for each line it reads, and answers with the seconds."""

import sys
import time

import numpy as np
from esda import G_Local, Moran_Local
from libpysal.weights import lat2W

side = int(sys.argv[1])
values = np.load(sys.argv[2])
weights = lat2W(side, side, rook=False)
weights.transform = "B"
work = {
    "gi": lambda: G_Local(values, weights, transform="B", star=True, permutations=0).Zs,
    "moran": lambda: Moran_Local(values, weights, transformation="r", permutations=0).Is,
}
for name in ("gi", "moran"):
    np.save(f"{sys.argv[2]}.{name}.npy", work[name]())
sys.stdout.write("ready\n")
sys.stdout.flush()
for line in sys.stdin:
    began = time.perf_counter()
    work[line.strip()]()
    sys.stdout.write(f"{time.perf_counter() - began}\n")
    sys.stdout.flush()
