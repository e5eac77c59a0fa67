"""The numbers of a project: progress, labels, labelers, queue, activity. Every number equals a recount of rows."""
