"""Saved logins: the cookies of one owner, encrypted, readable by this user of the machine alone. Never a password."""

from __future__ import annotations

import hashlib
import json
import logging
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet, InvalidToken

from resumify.errors import StoreFault

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Sessions:
    """The owner's saved logins, one file per site and user name, under `folder` beside the key that opens them."""

    folder: Path
    owner: str

    def load(self, site: str, user: str | None) -> list[dict[str, Any]]:
        """Return the cookies kept for `site`; without `user`, those kept last. Empty where there are none to trust."""
        files = [self._file(site, user)] if user else sorted(self._files(site), key=lambda file: file.stat().st_mtime)
        if not files or not files[-1].exists():
            return []
        try:
            return list(json.loads(self._cipher().decrypt(files[-1].read_bytes())))
        except (InvalidToken, ValueError):
            log.warning("a saved login does not open with this key and is ignored")
            return []

    def save(self, site: str, user: str, cookies: Sequence[dict[str, Any]]) -> None:
        """Keep the cookies for later runs. Raises StoreFault when the disk does not let us."""
        file = self._file(site, user)
        try:
            token = self._cipher().encrypt(json.dumps(list(cookies)).encode())
            _write_private(file.with_suffix(".new"), token)
            file.with_suffix(".new").replace(file)
        except OSError as error:
            raise StoreFault(
                f"The login cannot be kept in {self.folder}: {error.strerror}.", "Free some space."
            ) from error

    def forget(self) -> int:
        """Delete every saved login of this owner; return how many there were."""
        files = list(self._files())
        for file in files:
            file.unlink(missing_ok=True)
        return len(files)

    def _files(self, site: str | None = None) -> list[Path]:
        of_site = f"{_digest(site)}-*" if site else "*"
        return list(self.folder.glob(f"{_digest(self.owner)}-{of_site}.session"))

    def _file(self, site: str, user: str) -> Path:
        return self.folder / f"{_digest(self.owner)}-{_digest(site)}-{_digest(user)}.session"

    def _cipher(self) -> Fernet:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.folder.chmod(0o700)
        key = self.folder / "key"
        if not key.exists():
            _write_private(key.with_suffix(f".{os.getpid()}"), Fernet.generate_key())
            try:
                os.link(key.with_suffix(f".{os.getpid()}"), key)  # the first of two processes wins, whole
            except FileExistsError:
                log.debug("another process made the key first")
            finally:
                key.with_suffix(f".{os.getpid()}").unlink()
        return Fernet(key.read_bytes())


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _write_private(path: Path, content: bytes) -> None:
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
