"""Drafts of projects. A draft is not a project: it takes no name and shows in no count."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from labeldesk.db.tables import Base, Json, Key, Millis


class WizardDraft(Base):
    """What someone has typed into the wizard so far."""

    __tablename__ = "wizard_draft"

    id: Mapped[int] = mapped_column(Key, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"), index=True)
    body: Mapped[Any] = mapped_column(Json)
    updated_at: Mapped[int] = mapped_column(Millis)
