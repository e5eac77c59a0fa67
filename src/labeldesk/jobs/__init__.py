"""Background work: the job table, the worker loop, schedules. Knows no feature: features register handlers.

A job's progress commits in the same transaction as the rows it wrote, and only while its worker still holds the
lease of that attempt; so a kill costs at most one step, and a late worker writes nothing (docs/adr/0004-jobs.md).
"""
