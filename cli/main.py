"""The job seeker's entrance: the `resumify` command. Words in and out; what it does lies below, in resumify/."""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path

import click

from cli.exits import exit_codes
from resumify.config import Settings, prepare_environment
from resumify.errors import InvalidInput

PROFILE = click.option("--profile", required=True, metavar="ID", help="Whose profile: a short name of your choice.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--verbose", is_flag=True, help="Say what happens inside.")
def main(verbose: bool) -> None:
    """Tailor your résumé to a job posting; every line true, every line with its source."""
    logging.basicConfig(level=logging.INFO if verbose else logging.ERROR, format="%(levelname)s %(name)s: %(message)s")
    prepare_environment(Settings())


@main.command("import")
@click.argument("source")
@PROFILE
@click.option("--user", help="User name at the profile's site [default: RESUMIFY_LOGIN_USER, else asked for].")
def import_(source: str, profile: str, user: str | None) -> None:
    """Read SOURCE (a JSON Resume file, a saved profile page, or a profile URL) into the profile."""
    with exit_codes():
        from resumify.bootstrap import open_documents, open_reader
        from resumify.intake import take_in
        from streaming.run import drain

        settings = Settings()
        reading = open_reader(settings).read(source, profile, user)
        written = take_in(reading, open_documents(settings))
        for section, count in _sections(reading.documents).items():
            click.echo(f"  {section}: {count}")
        click.echo(
            f"{profile}: {written.inserted} new, {written.updated} changed, "
            f"{written.deleted} gone, {written.unchanged} unchanged"
        )
        for doubt in reading.uncertain:
            click.echo(f"  not sure: {doubt}")
        done = drain(settings)
        click.echo(f"Ready to tailor: {done.facts} facts read, {done.embedded} embedded.")


def _sections(documents: tuple[object, ...]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for document in documents:
        section = str(getattr(document, "section", ""))
        counts[section] = counts.get(section, 0) + 1
    return counts


@main.command()
@PROFILE
@click.option("--job", required=True, metavar="FILE|-", help="The job posting as text; - reads standard input.")
@click.option("--instructions", default="", help="In your words: what to stress or to leave out.")
@click.option("--pages", type=click.IntRange(1, 2), default=2, show_default=True, help="At most so many pages.")
@click.option("--language", metavar="CODE", help="Language of the headings [default: the posting's].")
@click.option("--no-model", is_flag=True, help="Choose and order only; every line in your own words.")
@click.option("--model", default="accepted", show_default=True, help="Tag or version of the writer.")
@click.option("--format", "formats", default="json,pdf,md", show_default=True, help="json,pdf,docx,html,md,txt")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, metavar="DIR")
def tailor(
    profile: str,
    job: str,
    instructions: str,
    pages: int,
    language: str | None,
    no_model: bool,
    model: str,
    formats: str,
    out: Path,
) -> None:
    """Write the résumé for a job posting, with its evidence, into DIR."""
    with exit_codes():
        from cli.results import summary, write_files
        from resumify.bootstrap import open_tailoring
        from resumify.tailor import Request

        wanted = _formats(formats)
        request = Request(
            profile=profile,
            job=_posting(job),
            instructions=instructions,
            pages=pages,
            language=language,
            model="none" if no_model else model,
        )
        resume = open_tailoring(Settings()).tailor(request)
        files = write_files(resume, wanted, out)
        for line in summary(resume, files):
            click.echo(line)


@main.command()
@click.option("--line", "lines", is_flag=True, required=True, help="JSON Lines in, JSON Lines out.")
def check(lines: bool) -> None:  # noqa: ARG001 - the contract's flag
    """The truth guard by itself: {"source": ..., "line": ...} per line of standard input."""
    with exit_codes():
        from resumify.guard import check as guard

        for number, row in enumerate(sys.stdin, 1):
            if row.strip():
                pair = _pair(row, number)
                verdict = guard(pair["line"], pair["source"])
                answer = {"ok": verdict.ok, "class": verdict.claim, "reason": verdict.reason}
                click.echo(json.dumps(answer, ensure_ascii=False))


@main.command()
@PROFILE
def forget(profile: str) -> None:
    """Erase the person from every store and print what was erased where."""
    with exit_codes():
        from cli.erasure import erase

        for place, count in erase(profile, Settings()).items():
            click.echo(f"  {place}: {count}")
        click.echo(f"{profile} is forgotten.")


def _posting(job: str) -> str:
    if job == "-":
        return sys.stdin.buffer.read().decode("utf-8", errors="replace")
    try:
        return Path(job).read_bytes().decode("utf-8", errors="replace")
    except OSError as error:
        raise InvalidInput(f"The posting {job} cannot be read: {error.strerror}.", "Name a text file, or -.") from error


def _formats(text: str) -> list[str]:
    known = ("json", "pdf", "docx", "html", "md", "txt")
    wanted = [part.strip() for part in text.split(",") if part.strip()]
    if unknown := [part for part in wanted if part not in known]:
        raise InvalidInput(f"'{unknown[0]}' is no format.", f"Formats: {', '.join(known)}.")
    return wanted


def _pair(row: str, number: int) -> dict[str, str]:
    try:
        pair = json.loads(row)
        return {"source": str(pair["source"]), "line": str(pair["line"])}
    except (ValueError, KeyError, TypeError):
        raise InvalidInput(
            f"Line {number} of standard input is not what `check` reads.", 'Write {"source": "...", "line": "..."}.'
        ) from None


if __name__ == "__main__":
    main()
