"""Where services are and what the person chose: the environment, read once into a frozen object.

What a run does stands in configs/*.yaml, where ZenML runs in stacks/*.yaml; neither is read here.
"""

from __future__ import annotations

import logging
import math
import os
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from resumify.errors import InvalidInput

QUIET = {
    "BENTOML_DO_NOT_TRACK": "True",  # the word; "1" does not count
    "DO_NOT_TRACK": "true",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "LANGSMITH_TRACING": "false",
    "LITELLM_LOG": "ERROR",
    "LITELLM_LOCAL_MODEL_COST_MAP": "True",  # also keeps `mlflow server` from hanging without a network
    "MLFLOW_DISABLE_TELEMETRY": "true",
    "MLFLOW_LOGGING_LEVEL": "ERROR",
    "MLFLOW_SERVER_ENABLE_JOB_EXECUTION": "false",
    "OPIK_ANALYTICS_ENABLE": "false",
    "OPIK_CONSOLE_LOGGING_LEVEL": "ERROR",
    "OPIK_DEFAULT_FLUSH_TIMEOUT": "2",
    "OPIK_ENABLE_LITELLM_MODELS_MONITORING": "false",
    "OPIK_PROJECT_NAME": "resumify",
    "OPIK_SENTRY_ENABLE": "false",
    "SE_AVOID_STATS": "true",
    "TOKENIZERS_PARALLELISM": "false",
    "TRANSFORMERS_VERBOSITY": "error",
    "UV_NO_CACHE": "true",  # ZenML asks uv, where there is one, what is installed
    "ZENML_ANALYTICS_OPT_IN": "false",
    "ZENML_AUTO_OPEN_DASHBOARD": "false",
    "ZENML_DISABLE_INTERACTIVE_INPUT": "true",
    "ZENML_ENABLE_REPO_INIT_WARNINGS": "false",
    "ZENML_LOGGING_COLORS_DISABLED": "true",
    "ZENML_LOGGING_VERBOSITY": "WARN",
}
"""Defaults of libraries that would otherwise phone home, prompt or chatter; each may be overridden by the user."""

IDLE = {
    "bitsandbytes.backends.cpu.ops": "Failed to load CPU gemm_4bit_forward",  # a faster kernel from a hub
    "zenml.integrations.mlflow.experiment_trackers.mlflow_experiment_tracker": "Failed to disable MLflow autologging",
    "zenml.zen_stores.base_zen_store": "Setting the %s active stack to default",
}
"""Logger -> how the one warning of it begins that tells nobody anything; the others are shown."""


def project_root() -> Path:
    """The checkout (or Bento) that this package lies in; the current folder where it was installed elsewhere."""
    beside = Path(__file__).resolve().parent.parent
    return beside if (beside / "base_model").is_dir() else Path.cwd()


class Settings(BaseSettings):
    """Environment variables of the contract; absent means embedded, under `home`."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", env_ignore_empty=True)

    home: Path = Field(default_factory=lambda: project_root() / ".resumify", validation_alias="RESUMIFY_HOME")
    mongodb_uri: SecretStr | None = Field(None, validation_alias="MONGODB_URI")
    rabbitmq_url: SecretStr | None = Field(None, validation_alias="RABBITMQ_URL")
    qdrant_url: str | None = Field(None, validation_alias="QDRANT_URL")
    qdrant_api_key: SecretStr | None = Field(None, validation_alias="QDRANT_API_KEY")
    opik_url: str | None = Field(None, validation_alias="OPIK_URL_OVERRIDE")
    opik_api_key: SecretStr | None = Field(None, validation_alias="OPIK_API_KEY")
    mlflow_uri: str | None = Field(None, validation_alias="MLFLOW_TRACKING_URI")
    teacher: str | None = Field(None, validation_alias="RESUMIFY_TEACHER")
    judge: str | None = Field(None, validation_alias="RESUMIFY_JUDGE")
    writer: str | None = Field(None, validation_alias="RESUMIFY_WRITER")
    writer_seconds: float = Field(30.0, validation_alias="RESUMIFY_WRITER_SECONDS")
    refiner: str | None = Field(None, validation_alias="RESUMIFY_REFINER")
    refiner_seconds: float = Field(15.0, validation_alias="RESUMIFY_REFINER_SECONDS")
    embedder: str | None = Field(None, validation_alias="RESUMIFY_EMBEDDER")
    open_here: bool = Field(False, validation_alias="RESUMIFY_OPEN")
    """Whether the service answers callers at this machine without a key."""
    login_user: str | None = Field(None, validation_alias="RESUMIFY_LOGIN_USER")
    login_password: SecretStr | None = Field(None, validation_alias="RESUMIFY_LOGIN_PASSWORD")

    @field_validator("open_here", mode="before")
    @classmethod
    def _is_yes_or_no(cls, given: Any) -> bool:
        if str(given).lower() not in ("1", "true", "0", "false"):
            raise InvalidInput(f"RESUMIFY_OPEN={given} is neither yes nor no.", "Write 1, or leave it away.")
        return str(given).lower() in ("1", "true")

    @field_validator("writer_seconds", "refiner_seconds", mode="before")
    @classmethod
    def _is_a_time(cls, given: Any, info: ValidationInfo) -> float:
        try:
            seconds = float(given)
        except ValueError:
            seconds = 0.0
        if not 0 < seconds < math.inf:
            name = f"RESUMIFY_{info.field_name}".upper()
            raise InvalidInput(f"{name}={given} is no number of seconds.", "Write one, such as 30.")
        return seconds

    @cached_property
    def database(self) -> Path:
        """The embedded documents and their changelog."""
        return self.home / "documents.db"

    @cached_property
    def features(self) -> Path:
        return self.home / "features.db"

    @cached_property
    def sessions(self) -> Path:
        """Encrypted cookies of profile sites."""
        return self.home / "sessions"

    @cached_property
    def registry(self) -> Path:
        """The registry's index and the folders of registered models; in a Bento without any, those packed with it."""
        own, packed = self.home / "registry", project_root() / "registry"
        return packed if packed.is_dir() and not own.is_dir() else own

    @cached_property
    def traces(self) -> Path:
        return self.home / "traces"

    @cached_property
    def keys(self) -> Path:
        """API keys of the service, hashed, one JSON file each."""
        return self.home / "keys"

    @cached_property
    def resumes(self) -> Path:
        """Résumés made by the service, one JSON file each."""
        return self.home / "resumes"

    @cached_property
    def reports(self) -> Path:
        """Pages about trained versions, for people to read."""
        return self.home / "reports"

    @property
    def opik(self) -> bool:
        return self.opik_url is not None or self.opik_api_key is not None


def prepare_environment(settings: Settings) -> None:
    """Keep every library quiet and its state under `settings.home`. Call before importing any of them; idempotent."""
    home = settings.home.resolve()
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
    os.environ.setdefault("ZENML_CONFIG_PATH", str(home / "zenml"))
    os.environ.setdefault("BENTOML_HOME", str(home / "bentoml"))
    os.environ.setdefault("HF_HOME", str(home / "huggingface"))
    os.environ.setdefault("MPLCONFIGDIR", str(home / "matplotlib"))
    os.environ.setdefault("SE_CACHE_PATH", str(home / "selenium"))
    if not settings.opik:
        os.environ.setdefault("OPIK_TRACK_DISABLE", "true")
    for name in IDLE:
        logging.getLogger(name).addFilter(_says_something)


def _says_something(record: logging.LogRecord) -> bool:
    return not str(record.msg).startswith(IDLE[record.name])
