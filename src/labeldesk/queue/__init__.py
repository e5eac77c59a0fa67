"""Which item next, for whom: pages of tasks under lease (docs/adr/0003-leases.md).

A place on an item is taken in one statement on the item's own row and held by a lease until an answer, a skip,
a release, a pause or the database's clock ends it.
"""
