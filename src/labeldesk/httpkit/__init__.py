"""FastAPI helpers: strict bodies, access per route, sessions per request, errors as problem+json, the outer guard.

Knows no feature. A route that does not say who may call it cannot be registered.
"""
