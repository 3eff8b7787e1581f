"""Run the benchmarks, each in a process of its own, and end with how many met their goal."""

import argparse
import subprocess
import sys
from pathlib import Path

BENCHMARKS = Path(__file__).resolve().parent.parent / "benchmarks"


def main() -> int:
    """Return 0 when every benchmark that ran met its goal, 1 when one missed it, 2 when there is none of that name."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="name of one benchmark")
    parser.add_argument("--data", default="", help="folder of public data")
    arguments = parser.parse_args()
    found = {path.stem: path for path in sorted(BENCHMARKS.glob("[a-z]*.py"))}
    if arguments.only and arguments.only not in found:
        sys.stderr.write(f"bench: no benchmark {arguments.only}; there are: {', '.join(found)}\n")
        return 2
    missed = []
    for name, path in found.items():
        if arguments.only in ("", name):
            sys.stdout.write(f"bench: {name}\n")
            sys.stdout.flush()
            options = ["--data", arguments.data] if arguments.data else []
            if subprocess.run([sys.executable, str(path), *options], check=False).returncode:
                missed.append(name)
    sys.stdout.write(f"bench: missed: {', '.join(missed)}\n" if missed else "bench: all met\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
