"""API keys: one small file per key, under the hash of what the person holds. The key itself is kept nowhere."""

from __future__ import annotations

import hashlib
import re
import secrets
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError

from resumify.errors import NotFound, StoreFault
from resumify.models import Frozen

_KEY = re.compile(r"resumify_[A-Za-z0-9_-]{43}")


class Key(Frozen):
    """What is kept of a key: whose profile it opens and since when; `id` names it and opens nothing."""

    id: str
    profile: str
    made_at: datetime


class KeyRing:
    """Files named <SHA-256 of the key>.json under `folder`, readable by this user of the machine alone.

    Every process sees a new or revoked key at its next request. A plain hash is enough: 256 random bits cannot be
    guessed, however fast the guessing.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add(self, profile: str) -> str:
        """Make a key for the profile; only this once is it there to be shown. Raises StoreFault."""
        key = f"resumify_{secrets.token_urlsafe(32)}"
        digest = _digest(key)
        kept = Key(id=digest[:8], profile=profile, made_at=datetime.now(UTC))
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self._folder, prefix=".", delete=False) as partial:
                partial.write(kept.model_dump_json().encode())
            Path(partial.name).replace(self._folder / f"{digest}.json")
        except OSError as error:
            raise StoreFault(f"The key could not be kept in {self._folder}: {error.strerror}.") from error
        return key

    def owner(self, key: str) -> str | None:
        """Whose profile the key opens; None for one that was never given or is revoked. Raises StoreFault."""
        kept = _read(self._folder / f"{_digest(key)}.json") if _KEY.fullmatch(key) else None
        return kept.profile if kept is not None else None

    def of(self, profile: str) -> list[Key]:
        """The profile's keys, oldest first."""
        return [kept for _, kept in self._files(profile)]

    def revoke(self, profile: str, id_: str | None = None) -> int:
        """Revoke the profile's key with this id, every one without it; return how many. Raises NotFound for an id
        that is none of them."""
        files = [file for file, kept in self._files(profile) if id_ in (None, kept.id)]
        if id_ is not None and not files:
            raise NotFound(f"{profile} has no key {id_}.", f"See: resumify keys list --profile {profile}")
        for file in files:
            file.unlink(missing_ok=True)
        return len(files)

    def _files(self, profile: str) -> list[tuple[Path, Key]]:
        found = [(file, kept) for file in self._folder.glob("*.json") if (kept := _read(file)) is not None]
        return sorted((one for one in found if one[1].profile == profile), key=lambda one: one[1].made_at)


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def _read(file: Path) -> Key | None:
    try:
        return Key.model_validate_json(file.read_bytes())
    except (FileNotFoundError, ValidationError):
        return None
    except OSError as error:
        raise StoreFault(f"{file} cannot be read: {error.strerror}.") from error
