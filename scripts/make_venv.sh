#!/bin/sh
# Make the virtual environment with a Python of 3.11 or newer. $1: its folder.
set -eu
for python in python3 python3.14 python3.13 python3.12 python3.11; do
  if command -v "$python" >/dev/null 2>&1 && "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    if ! "$python" -c 'import ensurepip' >/dev/null 2>&1; then
      # Debian and Ubuntu keep this part of Python in a package of its own.
      if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        (apt-get update -qq && apt-get install -y -qq python3-venv) >/dev/null
      else
        echo "Python's venv module is missing. Run: sudo apt-get install python3-venv" >&2
        exit 1
      fi
    fi
    exec "$python" -m venv "$1"
  fi
done
echo "Labeldesk needs Python 3.11 or newer. Run: sudo apt-get install python3 python3-venv" >&2
exit 1
