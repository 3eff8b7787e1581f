"""Fail when a tracked text file seems to hold a secret; false finds are marked `# pragma: allowlist secret`."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Words of licences and code tables are no secrets, and drawings are full of random-looking path data.
LEFT_OUT = r"(^|/)(LICENSE$|resources/(icons|styles|layouts|code_tables)/)"


def main() -> int:
    """Return 0 when nothing was found."""
    scanner = Path(sys.executable).with_name("detect-secrets")
    scan = subprocess.run(
        [str(scanner), "scan", "--exclude-files", LEFT_OUT], cwd=ROOT, check=True, capture_output=True, text=True
    )
    found = json.loads(scan.stdout)["results"]
    for name, finds in sorted(found.items()):
        for find in finds:
            sys.stderr.write(f"{name}:{find['line_number']}: {find['type']}\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
