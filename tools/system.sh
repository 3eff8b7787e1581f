#!/bin/sh
# Installs the Debian packages that are missing. Nothing is asked of the network when all are there.
set -eu

list="$(dirname "$0")/system_packages.txt"
missing=""
for package in $(cat "$list"); do
    state="$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)"
    [ "$state" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -eq 0 ]; then
    as_root="env"
elif command -v sudo >/dev/null; then
    as_root="sudo env"
else
    echo "These Debian packages are missing and only root can install them:$missing" >&2
    exit 1
fi
echo "system: installing$missing"
log="$(mktemp)"
trap 'rm -f "$log"' EXIT
# Noninteractive, and patient when another package manager holds the lock.
apt="$as_root DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3"
# An installation that was interrupted is finished first.
if ! { $as_root dpkg --configure -a && $apt update && $apt install --yes --no-install-recommends $missing; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    echo "system: apt-get failed; the lines above say why" >&2
    exit 1
fi
