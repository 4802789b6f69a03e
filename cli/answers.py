"""The question that an answer belongs to, found among the résumés of the profile, and what became of the answer."""

from __future__ import annotations

from collections.abc import Iterator

from resumify.config import Settings
from resumify.errors import NotFound
from resumify.models import Question, Reading, Written


def asked_question(profile: str, id_: str, settings: Settings) -> Question:
    """The question with this id that one of the profile's résumés asks. Raises NotFound."""
    from bento.resumes import ResumeStore
    from resumify.bootstrap import open_documents

    if not open_documents(settings).of(profile):
        raise NotFound(f"There is no profile {profile}.", f"Import one: resumify import SOURCE --profile {profile}")
    asked = (one for resume in ResumeStore(settings.resumes).of(profile) for one in resume.questions if one.id == id_)
    found = next(asked, None)
    if found is None:
        shown = id_ if len(id_) <= 20 else f"{id_[:19]}…"
        raise NotFound(
            f"Nobody asked {profile} a question {shown}.", "`resumify tailor` prints questions with their ids."
        )
    return found


def noted(reading: Reading, written: Written) -> Iterator[str]:
    """What the answer added, and what comes next."""
    (document,) = reading.documents
    if not document.data:
        yield "Noted: no. It will not be asked again, and nothing is claimed."
        if len(document.text.split()) > 1:
            yield 'What else you said there is not used: to show it, answer again without the "no".'
        return
    changed = written.inserted or written.updated
    yield f'{"Noted" if changed else "Known already"}, in your words: "{document.text}"'
    yield from (f"  not sure: {conflict}" for conflict in written.conflicts)
    yield "The next `resumify tailor` can show it. It counts for what it names: say the thing by its name."
