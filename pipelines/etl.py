"""etl: log in, crawl or read each source, clean and normalise, and write the documents that changed."""

from __future__ import annotations

from typing import Any

import click
from pydantic import model_validator
from zenml import pipeline

from pipelines.launch import launch, output
from resumify.config import Settings
from resumify.errors import SystemFault, UserError
from resumify.intake import check_profile
from resumify.models import Frozen
from steps.etl import Readings, Stored, read, store


class Source(Frozen):
    """One person's profile: where it is, and under which user name to log in there.

    The password is RESUMIFY_LOGIN_PASSWORD of the environment, or asked for; it never stands in a file.
    """

    profile: str
    source: str
    user: str | None = None


class Config(Frozen):
    sources: tuple[Source, ...]

    @model_validator(mode="before")
    @classmethod
    def _single(cls, values: Any) -> Any:
        """`profile=me source=https://...` on the command line is a list of one."""
        if isinstance(values, dict) and "source" in values:
            one = {key: values[key] for key in ("profile", "source", "user") if key in values}
            return {"sources": [one], **{k: v for k, v in values.items() if k not in one and k != "sources"}}
        return values


@pipeline
def etl(sources: list[dict[str, Any]]) -> None:
    """sources -> readings -> documents."""
    store(read(sources))


def run(config: Config, settings: Settings, stack: str, cache: bool) -> None:
    """Crawl and store; prints what changed per profile.

    What could be read is stored even where some sources could not. Raises UserError then, or SystemFault where it was
    nothing that the user can act on.
    """
    if not config.sources:
        click.echo("etl: no sources in configs/etl.yaml; give profile=ID source=URL-or-file.")
        return
    for source in config.sources:
        check_profile(source.profile)
    done = launch(etl, settings, stack, cache, sources=[source.model_dump() for source in config.sources])
    stored: Stored = output(done, "store", "written")
    for profile, written in stored.written.items():
        click.echo(
            f"etl: {profile}: {written['inserted']} new, {written['updated']} changed, "
            f"{written['deleted']} gone, {written['unchanged']} unchanged"
        )
        for doubt in stored.uncertain[profile]:
            click.echo(f"etl: {profile}: not sure: {doubt}")
    _report(output(done, "read", "readings"))


def _report(readings: Readings) -> None:
    failures = readings.failures
    if not failures:
        return
    for failure in failures:
        click.echo(f"etl: {failure.profile}: {failure.message}", err=True)
    kind = UserError if all(failure.can_act for failure in failures) else SystemFault
    names = ", ".join(dict.fromkeys(failure.profile for failure in failures))
    raise kind(
        f"{len(failures)} of {len(failures) + len(readings.items)} sources could not be read: {names}.",
        "What the others hold is stored.",
    )
