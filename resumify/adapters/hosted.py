"""What hosted models do for Resumify: teach, judge, sort a posting, and write in the place of our own small model.

They are given text in slots or of a posting, and nothing else of anybody. A teacher or judge that cannot be asked ends
the run; a writer or a refiner never does.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from functools import partial
from time import monotonic
from typing import TypeVar

from pydantic import BaseModel, Field, ValidationError

from resumify.adapters.lite_llm import LiteLlm
from resumify.errors import ModelBusy, ModelFault, ResumifyError
from resumify.models import Prompt, Requirement, Sorting
from resumify.ports import Tracer
from resumify.prompts import JUDGE, REFINE, line_chat

_log = logging.getLogger(__name__)
_Item = TypeVar("_Item")
_Answer = TypeVar("_Answer")

_AT_ONCE = 4  # calls; providers' lowest limits and a local server both bear so many
_PATIENCE = 60.0  # s for one call of a teacher or judge
_MOST_MISSED = 5  # calls that may fail in passing before the model counts as not there
_THOUGHT = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL)
_LABEL = re.compile(r"^(?:line|answer|rewritten line)\s*:\s*|^[-*•]\s+", re.IGNORECASE)
_QUOTES = ('""', "''", "“”", "„“", "‘’", "``", "**")


class Grade(BaseModel):
    """A judge's verdict on one line."""

    grade: float = Field(ge=0, le=10)
    reason: str = ""


class _Sorted(BaseModel):
    """A refiner's answer."""

    sorted: tuple[Sorting, ...]


class _Hosted:
    """A model that is called through LiteLLM, and where its calls are traced."""

    def __init__(self, model: LiteLlm, tracer: Tracer) -> None:
        self._model = model
        self._tracer = tracer

    @property
    def name(self) -> str:
        return self._model.name


class HostedTeacher(_Hosted):
    """Fulfils ports.LanguageModel for a dataset. A prompt whose call failed in passing is answered with "" and counted;
    raises what the failure was where the model cannot be asked or fails more than a few times."""

    def write(self, prompts: Sequence[Prompt]) -> list[str]:
        with self._tracer.span("teach", model=self.name) as span:
            self._model.check()
            try:
                answers = _each(partial(_line, self._model, seconds=_PATIENCE), prompts)
            finally:
                span.log(**self._model.spent())
        if unanswered := answers.count(None):
            _log.warning("%s left %d of %d prompts unanswered", self.name, unanswered, len(prompts))
        return [answer or "" for answer in answers]


class HostedJudge(_Hosted):
    """Fulfils ports.Judge. A verdict that cannot be read, or whose call failed in passing, is None."""

    def grade(self, pairs: Sequence[tuple[str, str]]) -> list[float | None]:
        with self._tracer.span("judge", model=self.name) as span:
            self._model.check()
            try:
                grades = _each(self._graded, pairs)
            finally:
                span.log(**self._model.spent())
            span.log(unread=grades.count(None))
        if unread := grades.count(None):
            _log.warning("%d of %d verdicts of %s cannot be read and do not count", unread, len(grades), self.name)
        return grades

    def _graded(self, pair: tuple[str, str]) -> float | None:
        question = json.dumps({"fact": pair[0], "line": pair[1]}, ensure_ascii=False)
        messages = [{"role": "system", "content": JUDGE}, {"role": "user", "content": question}]
        said = self._model.ask(messages, _PATIENCE, form=Grade)
        try:
            return Grade.model_validate_json(said[said.find("{") : said.rfind("}") + 1]).grade / 10
        except ValidationError:
            return None


class HostedWriter(_Hosted):
    """Fulfils ports.LanguageModel for tailoring. What is not there after `seconds` is "", so that the line stays as the
    person wrote it; raises ModelFault where not one line came."""

    def __init__(self, model: LiteLlm, tracer: Tracer, seconds: float) -> None:
        super().__init__(model, tracer)
        self._seconds = seconds

    def write(self, prompts: Sequence[Prompt]) -> list[str]:
        try:
            self._model.check()
        except ResumifyError as error:
            raise ModelFault(error.message, error.hint) from error
        if not prompts:
            return []
        with self._tracer.span("write", model=self.name) as span:
            calls = self._called(prompts)
            span.log(late=sum(not call.done() or call.cancelled() for call in calls), **self._model.spent())
        failures = [call.exception() for call in calls if call.done() and not call.cancelled()]
        texts = [_text(call) for call in calls]
        if not any(texts):
            reason = next((failure for failure in failures if isinstance(failure, ResumifyError)), None)
            raise ModelFault(reason.message if reason else f"{self.name} gave no line within {self._seconds:g} s.")
        return texts

    def _called(self, prompts: Sequence[Prompt]) -> list[Future[str]]:
        """All calls, of which some may still be running when the time is up: nobody waits for those."""
        end = monotonic() + self._seconds
        pool = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="writer")
        calls = [pool.submit(self._in_time, prompt, end) for prompt in prompts]
        wait(calls, timeout=self._seconds)
        pool.shutdown(wait=False, cancel_futures=True)
        return calls

    def _in_time(self, prompt: Prompt, end: float) -> str:
        return _line(self._model, prompt, seconds=max(0.1, end - monotonic()))


class HostedRefiner(_Hosted):
    """Fulfils ports.Refiner with one call, for which nobody waits longer than `seconds`."""

    def __init__(self, model: LiteLlm, tracer: Tracer, seconds: float) -> None:
        super().__init__(model, tracer)
        self._seconds = seconds

    def sort(self, requirements: Sequence[Requirement]) -> Sequence[Sorting]:
        try:
            self._model.check()
        except ResumifyError as error:
            raise ModelFault(error.message, error.hint) from error
        if not requirements:
            return ()
        with self._tracer.span("refine", model=self.name) as span:
            call = self._called(requirements)
            span.log(late=not call.done(), **self._model.spent())
        if not call.done():
            raise ModelFault(f"{self.name} did not sort the posting within {self._seconds:g} s.")
        if isinstance(failure := call.exception(), ResumifyError):
            raise ModelFault(failure.message, failure.hint) from failure
        return _sortings(call.result(), self.name)

    def _called(self, requirements: Sequence[Requirement]) -> Future[str]:
        asked = [
            {"place": place, "text": one.text, "kind": one.kind, "terms": one.terms}
            for place, one in enumerate(requirements)
        ]
        question = json.dumps({"requirements": asked}, ensure_ascii=False)
        messages = [{"role": "system", "content": REFINE}, {"role": "user", "content": question}]
        pool = ThreadPoolExecutor(1, thread_name_prefix="refiner")
        call = pool.submit(self._model.ask, messages, self._seconds, form=_Sorted)
        wait([call], timeout=self._seconds)
        pool.shutdown(wait=False, cancel_futures=True)
        return call


def _sortings(said: str, name: str) -> tuple[Sorting, ...]:
    answer = _THOUGHT.sub("", said)
    try:
        return _Sorted.model_validate_json(answer[answer.find("{") : answer.rfind("}") + 1]).sorted
    except ValidationError as error:
        raise ModelFault(f"{name} did not sort the posting: its answer cannot be read.") from error


def _line(model: LiteLlm, prompt: Prompt, seconds: float) -> str:
    """The line that the model wrote, without what chat models put around one."""
    said = _THOUGHT.sub("", model.ask(line_chat(prompt), seconds))
    line = next((line.strip() for line in said.splitlines() if line.strip() and not line.startswith("```")), "")
    line = _LABEL.sub("", line).strip()
    return line[1:-1].strip() if len(line) > 1 and line[0] + line[-1] in _QUOTES else line


def _text(call: Future[str]) -> str:
    """What came of a writer's call; blank where it failed or is late."""
    if not call.done() or call.cancelled() or isinstance(call.exception(), ResumifyError):
        return ""
    return call.result()


def _each(ask: Callable[[_Item], _Answer], items: Sequence[_Item]) -> list[_Answer | None]:
    """An answer for each item, in order; None where a call failed in passing, which may happen a few times only."""
    pool = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="hosted")
    try:
        answers: list[_Answer | None] = []
        missed = 0
        for call in [pool.submit(ask, item) for item in items]:
            try:
                answers.append(call.result())
            except (ModelFault, ModelBusy):
                missed += 1
                if missed > min(_MOST_MISSED, len(items) - 1):
                    raise
                answers.append(None)
        return answers
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
