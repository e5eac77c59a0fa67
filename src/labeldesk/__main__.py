"""`python -m labeldesk`."""

from labeldesk.cli import main

main()
