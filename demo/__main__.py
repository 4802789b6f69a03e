"""The demo: start the profile site, run the whole loop on it, tailor one résumé. It types what a user would type."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from demo.site import Site, serve

ROOT = Path(__file__).resolve().parent.parent
STATE = Path(os.environ.get("RESUMIFY_HOME", ROOT / ".resumify"))
OUT = ROOT / "out"
PERSON, POSTING = "ada", ROOT / "demo" / "postings" / "software.txt"
PEOPLE = ROOT / "demo" / "people"
PASSWORD = "demo"
CRAWLED = 10
"""So many are crawled; a browser takes seconds for each."""


def main() -> int:
    """Run it; the exit code is that of the first command that failed."""
    started = time.monotonic()
    with _site() as site:
        sources = _sources(site)
        crawled = sum("user" in source for source in sources)
        people = f"{crawled} people log in to it and have their own profiles crawled"
        print(f"The profile site is up at {site.url}; {people}, {len(sources) - crawled} more bring theirs as files.")
        loop = ["run.py", "--pipeline", "all", f"etl.sources={json.dumps(sources)}"]
        tailor = ["-m", "cli.main", "tailor", "--profile", PERSON, "--job", str(POSTING), "--out", str(OUT)]
        for command in (loop, tailor):
            if code := _type(command):
                return code
    print(f"Done in {time.monotonic() - started:.0f} s: {OUT / 'resume.pdf'}. Serve it: make serve")
    return 0


def _sources(site: Site) -> list[dict[str, str]]:
    """Everybody's profile: the first few from the site, through a browser, the others from their JSON Resume files."""
    people = [(who, PEOPLE / f"{who.username}.json") for who in site.accounts.values()]
    known = [(who, file) for who, file in people if file.exists()]
    crawled = [{"profile": w.username, "source": site.url + w.profile, "user": w.username} for w, _ in known[:CRAWLED]]
    return crawled + [{"profile": who.username, "source": str(file)} for who, file in known[CRAWLED:]]


@contextmanager
def _site() -> Iterator[Site]:
    """The site, where it was the last time if that port is still free: an unchanged profile keeps its address."""
    remembered = STATE / "demo-site-port"
    port = int(remembered.read_text()) if remembered.exists() else 0
    with ExitStack() as stack:
        try:
            site = stack.enter_context(serve(port))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            site = stack.enter_context(serve())
        STATE.mkdir(parents=True, exist_ok=True)
        remembered.write_text(site.url.rsplit(":", 1)[1])
        yield site


def _type(command: list[str], environment: Mapping[str, str] = os.environ) -> int:
    """Run the command as a user would, with the demo's public password where a login is asked for."""
    shown = " ".join(word if len(word) < 80 else f"{word[:60]}…" for word in command)
    print(f"\n$ python {shown}", flush=True)
    return subprocess.call(  # noqa: S603 - our own commands
        [sys.executable, *command], cwd=ROOT, env={**environment, "RESUMIFY_LOGIN_PASSWORD": PASSWORD}
    )


if __name__ == "__main__":
    sys.exit(main())
