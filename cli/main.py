"""The job seeker's entrance: the `resumify` command. Words in and out; what it does lies below, in resumify/."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.exits import exit_codes
from cli.keys import keys
from cli.options import PROFILE
from resumify.config import Settings, prepare_environment
from resumify.errors import InvalidInput, NotFound, StoreFault

if TYPE_CHECKING:
    from resumify.render import ThemeName

_MOST_OF_AN_ANSWER = 1_000_000  # bytes read of standard input; an answer has a few hundred


def main() -> None:
    """Run the command that was typed; the process ends with the contract's exit code."""
    with exit_codes():
        command(prog_name="resumify", standalone_mode=False)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--verbose", is_flag=True, help="Say what happens inside.")
def command(verbose: bool) -> None:
    """Tailor your résumé to a job posting; every line true, every line with its source."""
    logging.basicConfig(level=logging.INFO if verbose else logging.ERROR, format="%(levelname)s %(name)s: %(message)s")
    prepare_environment(Settings())


@command.command("import")
@click.argument("source")
@PROFILE
@click.option("--user", help="User name at the profile's site [default: RESUMIFY_LOGIN_USER, else asked for].")
def import_(source: str, profile: str, user: str | None) -> None:
    """Read SOURCE (a JSON Resume file, a saved profile page, or a profile URL) into the profile."""
    from cli.results import imported
    from resumify.bootstrap import open_documents, open_reader
    from resumify.intake import take_in
    from streaming.run import drain

    settings = Settings()
    reading = open_reader(settings).read(source, profile, user)
    written = take_in(reading, open_documents(settings))
    for line in imported(reading, written, profile):
        click.echo(line)
    drain(settings)
    click.echo(f"Ready. Next: resumify tailor --profile {profile} --job posting.txt --out out/")


@command.command()
@PROFILE
@click.option("--job", required=True, metavar="FILE|-", help="The job posting as text; - reads standard input.")
@click.option("--instructions", default="", help="In your words: what to stress or to leave out.")
@click.option("--pages", type=click.IntRange(1, 2), default=2, show_default=True, help="At most so many pages.")
@click.option("--language", metavar="CODE", help="Language of the headings [default: the posting's].")
@click.option("--no-model", is_flag=True, help="Choose and order only; every line in your own words.")
@click.option("--model", default="accepted", show_default=True, help="Tag or version of the writer.")
@click.option(
    "--theme",
    type=click.Choice(("classic", "modern", "compact")),
    default="classic",
    show_default=True,
    help="How PDF, DOCX and HTML look.",
)
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
    theme: ThemeName,
    formats: str,
    out: Path,
) -> None:
    """Write the résumé for a job posting, with its evidence, into DIR."""
    from bento.resumes import ResumeStore
    from cli.results import check_folder, summary, write_files
    from resumify.bootstrap import open_tailoring
    from resumify.tailor import Request

    wanted = _formats(formats)
    check_folder(out)
    request = Request(
        profile=profile,
        job=_posting(job),
        instructions=instructions,
        pages=pages,
        language=language,
        model="none" if no_model else model,
        theme=theme,
    )
    settings = Settings()
    resume = open_tailoring(settings).tailor(request)
    files, refused = write_files(resume, wanted, out)
    ResumeStore(settings.resumes).put(resume)
    for line in summary(resume, request.model, files):
        click.echo(line)
    if refused is not None:
        raise refused


@command.command()
@PROFILE
@click.option("--question", required=True, metavar="ID", help="Which question: the id that `tailor` printed beside it.")
@click.argument("text", metavar="TEXT|-")
def answer(profile: str, question: str, text: str) -> None:
    """Answer a question that `tailor` asked: in a sentence of your own, or with "no"."""
    from cli.answers import asked_question, noted
    from resumify.bootstrap import open_documents
    from resumify.intake import check_profile, take_in
    from resumify.questions import answered
    from streaming.run import drain

    check_profile(profile)
    settings = Settings()
    asked = asked_question(profile, question, settings)
    reading = answered(asked, _answer() if text == "-" else text, profile, datetime.now(UTC))
    written = take_in(reading, open_documents(settings))
    drain(settings)
    for line in noted(reading, written):
        click.echo(line)


@command.command()
@click.option("--line", "lines", is_flag=True, required=True, help="JSON Lines in, JSON Lines out.")
def check(lines: bool) -> None:  # noqa: ARG001 - the contract's flag
    """The truth guard by itself: {"source": ..., "line": ...} per line of standard input."""
    from resumify.guard import check as guard

    for number, row in enumerate(sys.stdin, 1):
        if row.strip():
            pair = _pair(row, number)
            verdict = guard(pair["line"], pair["source"])
            answer = {"ok": verdict.ok, "class": verdict.claim, "reason": verdict.reason}
            click.echo(json.dumps(answer, ensure_ascii=False))


@command.command()
@PROFILE
def forget(profile: str) -> None:
    """Erase the person from every store and print what was erased where."""
    from cli.erasure import erase

    settings = Settings()
    receipt = erase(profile, settings)
    for place, count in receipt.items():
        click.echo(f"  {place:<20} {count:>6}")
    if not any(receipt.values()):
        raise NotFound(f"There is nothing of {profile} here.", "Profiles are named when they are imported.")
    if receipt["shared artifacts"]:
        click.echo(
            "Shared artifacts (datasets and what came of them) held others' lines too: the next run of each pipeline "
            "makes them anew. Trained models hold no line and stay; train again to be sure."
        )
    if left := sum(erase(profile, settings).values()):
        raise StoreFault(
            f"{left} things of {profile} came in while they were erased.", "Stop what writes them, then run it again."
        )
    click.echo(f"{profile} is forgotten; a second look found nothing.")


@command.command()
@PROFILE
@click.option("--last", type=click.IntRange(min=1), default=10, show_default=True, help="So many of the latest.")
@click.option("--json", "whole", is_flag=True, help="Everything of each, as JSON Lines: also prompts and answers.")
def traces(profile: str, last: int, whole: bool) -> None:
    """What was generated for the profile: when, by what, how well, how long. Contact details never."""
    from cli.results import traced
    from resumify.adapters.traces import read_traces

    records = read_traces(Settings().traces, profile)[-last:]
    if not records:
        raise NotFound(f"There is no trace of {profile}.", f"Make one: resumify tailor --profile {profile}")
    for record in records:
        click.echo(json.dumps(record, ensure_ascii=False) if whole else traced(record))


command.add_command(keys)


def _answer() -> str:
    try:
        return sys.stdin.buffer.read(_MOST_OF_AN_ANSWER).decode("utf-8")
    except UnicodeDecodeError:
        raise InvalidInput("The answer on standard input is no text in UTF-8.", "Say what you did.") from None


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
        said = {name: pair[name] for name in ("source", "line")}
        if not all(isinstance(text, str) for text in said.values()):
            raise TypeError
        return said
    except (ValueError, KeyError, TypeError, RecursionError):
        raise InvalidInput(
            f"Line {number} of standard input is not what `check` reads.", 'Write {"source": "...", "line": "..."}.'
        ) from None


if __name__ == "__main__":
    main()
