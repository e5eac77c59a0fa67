"""Write web/openapi.json, from which the page's typed client is generated. With --check: fail when it is stale."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from labeldesk.api.app import make_fastapi
from labeldesk.api.schema import openapi
from labeldesk.bootstrap import Workspace
from labeldesk.settings import Settings

TARGET = Path(__file__).parent.parent / "web" / "openapi.json"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Settings(data=Path(folder)))
        document = json.dumps(openapi(make_fastapi(workspace)), indent=1, ensure_ascii=False) + "\n"
        workspace.close()
    if "--check" not in sys.argv:
        TARGET.write_text(document, "utf-8")
    elif not TARGET.exists() or TARGET.read_text("utf-8") != document:
        sys.exit("web/openapi.json is stale. Run: make generate")


if __name__ == "__main__":
    main()
