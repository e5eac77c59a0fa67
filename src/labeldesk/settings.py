"""Settings, read once at start: command line over environment (`LABELDESK_…`) over `labeldesk.toml` over defaults."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)


class Settings(BaseSettings):
    """Every setting with its default. The reference page is checked against these fields by a test."""

    model_config = SettingsConfigDict(env_prefix="LABELDESK_", toml_file="labeldesk.toml", extra="forbid")

    data: Path = Field(Path("labeldesk-data"), description="Folder of the workspace: database, uploads, exports.")
    database: str | None = Field(
        None,
        description="Database address, e.g. postgresql://user@host/name. Default: SQLite in the data folder.",
    )
    host: str = Field("127.0.0.1", description="Address to listen on.")
    port: int = Field(8000, ge=0, le=65535, description="Port to listen on; 0 takes a free one.")
    public_url: str | None = Field(
        None, description="Address people use when a proxy stands in front. https:// makes cookies Secure."
    )
    allowed_hosts: list[str] = Field(
        default_factory=list,
        description="Further host names the server answers to, beside host and public_url.",
    )
    trusted_proxies: list[str] = Field(
        default_factory=list, description="Addresses of proxies whose X-Forwarded-For is believed."
    )
    worker: bool = Field(True, description="Run a background worker inside the server process.")
    log_format: str = Field("text", pattern="^(text|json)$", description="Form of log lines: text or json.")
    log_level: str = Field("info", pattern="^(debug|info|warning|error)$", description="Least level that is logged.")
    max_body_bytes: int = Field(4 * 2**20, ge=2**10, description="Largest JSON body.")
    max_upload_bytes: int = Field(4 * 2**30, ge=2**10, description="Largest uploaded file.")
    max_items: int = Field(10_000_000, ge=1, description="Most items a project may hold.")
    max_text_characters: int = Field(2_000_000, ge=1, description="Longest cell or text, in Unicode code points.")
    session_idle_hours: float = Field(8.0, gt=0, description="A session ends after this time without a request.")
    session_hours: float = Field(24.0, gt=0, description="A session ends after this time in any case.")
    job_lease_seconds: float = Field(
        15.0,
        gt=0.1,
        description="A job whose worker gives no sign of life for so long is taken over by another.",
    )
    lock_wait_seconds: float = Field(
        10.0,
        gt=0,
        description="How long a write waits for its turn before the answer is 503 with Retry-After.",
    )
    live_poll_seconds: float = Field(
        0.5, gt=0, description="How often live pages look for changes made by other processes."
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)

    @property
    def database_url(self) -> str:
        """The SQLAlchemy address of the database."""
        if self.database is None:
            return f"sqlite:///{(self.data / 'labeldesk.db').resolve()}"
        for prefix in ("postgresql://", "postgres://"):
            if self.database.startswith(prefix):
                return "postgresql+psycopg://" + self.database.removeprefix(prefix)
        return self.database

    @property
    def files(self) -> Path:
        """The default datastore: a folder of the workspace."""
        return self.data / "files"

    @property
    def secure_cookies(self) -> bool:
        """True when people reach the server by https."""
        return bool(self.public_url and self.public_url.startswith("https://"))
