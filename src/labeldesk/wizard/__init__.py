"""Creating a project: drafts, the one validation behind page, client and command line, the bundled samples."""
