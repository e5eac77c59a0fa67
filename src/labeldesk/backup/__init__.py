"""One archive of a whole workspace, and a workspace from such an archive. For SQLite; PostgreSQL has its own tools."""
