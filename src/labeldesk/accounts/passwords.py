"""Hashing (Argon2id), strength, and the hashes that secrets are kept as."""

from __future__ import annotations

import hashlib

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from labeldesk.accounts.rules import PASSWORD_MAX, password_problem
from labeldesk.core.errors import Invalid

# OWASP's memory-lean profile: 19 MiB, two passes; so that many people can sign in at once on a small machine.
_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
# Verified when there is no such person, so that the time of the answer does not tell.
_nobody = _hasher.hash("nobody has this password")


def hash_password(password: str) -> str:
    """Argon2id, in its own string form."""
    return _hasher.hash(password)


def is_password(password: str, hashed: str | None) -> bool:
    """Whether it is the one; takes as long without a hash."""
    try:
        return _hasher.verify(hashed or _nobody, password[: PASSWORD_MAX + 1]) and hashed is not None
    except (VerificationError, InvalidHashError):
        return False


def check_password(password: str, *, about: tuple[str, ...]) -> None:
    """Invalid when it is too short, too long, too personal or too common."""
    from zxcvbn import zxcvbn  # its word lists take memory only when someone sets a password

    guesses = float(zxcvbn(password[:72], user_inputs=list(about))["guesses"]) if password else 0.0
    problem = password_problem(password, about=about, guesses=guesses)
    if problem is not None:
        raise Invalid.field("password", *problem)


def hash_secret(secret: str) -> str:
    """SHA-256 of a random secret: it has 256 bits, so no slow hash is needed."""
    return hashlib.sha256(secret.encode()).hexdigest()
