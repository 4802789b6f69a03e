"""Hosted models through LiteLLM, against a server of our own: what they are shown, and what their failures do."""

from __future__ import annotations

import json
import logging
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest
from pydantic import BaseModel

from resumify.adapters.hosted import HostedJudge, HostedTeacher, HostedWriter
from resumify.adapters.lite_llm import LiteLlm, Messages
from resumify.adapters.traces import TraceLog, read_traces
from resumify.bootstrap import open_model
from resumify.config import Settings
from resumify.errors import InvalidInput, ModelBusy, ModelFault, ModelRefused, ResumifyError
from resumify.guard import check
from resumify.models import Fact, ModelLabel, Prompt
from resumify.prompts import SHOWN, line_chat, line_prompt
from resumify.slots.cutting import cut_text
from resumify.slots.keeping import check_kept
from resumify.tailor.write import Draft, write
from tests.chat_server import KEY, Answer, ChatServer, Reply, chat_server
from tests.people import READ_AT

GOLDEN = Path(__file__).parent / "golden" / "line_chat.txt"
GOOD = {
    "I was responsible for managing [NUM1]": "Managed [NUM1]",
    "In charge of ordering [X1] for [X2]": "Ordered [X1] for [X2]",
    "Mentoring of [NUM1]": "Mentored [NUM1]",
}
SAID = ("I was responsible for managing 12 nurses", "In charge of ordering linen for wards", "Mentoring of 3 engineers")
OURS = ("Managed 12 nurses", "Ordered linen for wards", "Mentored 3 engineers")

Serve = Callable[[Answer], ChatServer]


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """Start a server that answers as told, and point LiteLLM to it."""
    with ExitStack() as stack:

        def start(answer: Answer) -> ChatServer:
            chat = stack.enter_context(chat_server(answer))
            for name, value in chat.environment.items():
                monkeypatch.setenv(name, value)
            return chat

        yield start


@pytest.fixture
def tracer(tmp_path: Path) -> TraceLog:
    return TraceLog(tmp_path)


def good(question: str) -> Reply:
    return Reply(GOOD[question.split("\n")[0].removeprefix("Fact: ")])


def always(text: str = "", status: int = 200, hangs: bool = False) -> Answer:
    return lambda _: Reply(text, status, hangs)


def teacher(tracer: TraceLog, name: str = "openai/any") -> HostedTeacher:
    return HostedTeacher(LiteLlm(name, "RESUMIFY_TEACHER"), tracer)


def prompts(texts: Sequence[str] = SAID) -> list[Prompt]:
    return [line_prompt(cut_text(text)) for text in texts]


def test_a_chat_model_is_told_shown_and_asked_as_it_was_reviewed() -> None:
    """RESUMIFY_UPDATE_GOLDEN=1 writes the file anew, to be read before it is committed."""
    turns = line_chat(line_prompt(cut_text("Built dashboards in Tableau for 40 stores", wanted=("Tableau",))))
    said = "\n\n".join(f"<{turn['role']}>\n{turn['content']}" for turn in turns) + "\n"
    if os.environ.get("RESUMIFY_UPDATE_GOLDEN") == "1":
        GOLDEN.write_text(said, encoding="utf-8")
    assert said == GOLDEN.read_text(encoding="utf-8")


def test_what_a_chat_model_is_shown_keeps_to_what_it_is_told() -> None:
    assert [check_kept(line, fact) for fact, _, line in SHOWN] == [""] * len(SHOWN)
    assert all(check(line, fact).ok for fact, _, line in SHOWN)


def test_a_teacher_is_given_the_conversation_and_nothing_else(serve: Serve, tracer: TraceLog) -> None:
    chat = serve(good)
    assert teacher(tracer).write(prompts()) == list(GOOD.values())
    asked = sorted(chat.asked, key=lambda body: chat.questions.index(body["messages"][-1]["content"]))
    told = {json.dumps(body["messages"]) for body in asked}
    assert told == {json.dumps(line_chat(prompt)) for prompt in prompts()}
    assert {tuple(sorted(body)) for body in asked} == {("messages", "model", "temperature")}
    assert {body["temperature"] for body in asked} == {0}


def test_calls_and_tokens_are_kept_without_a_word_of_anybody(serve: Serve, tracer: TraceLog, tmp_path: Path) -> None:
    serve(good)
    teacher(tracer, "openai/gpt-4o").write(prompts())
    (span,) = read_traces(tmp_path, "")
    assert (span["name"], span["model"]) == ("teach", "openai/gpt-4o")
    assert (span["calls"], span["unanswered"], span["tokens_in"], span["tokens_out"]) == (3, 0, 120, 30)
    assert span["dollars"] > 0
    assert "nurses" not in json.dumps(span)


@pytest.mark.parametrize(
    ("status", "error", "told"),
    [
        (401, ModelRefused, "does not take the key (401)"),
        (403, ModelRefused, "does not take the key (403)"),
        (404, ModelRefused, "There is no openai/any where it was asked for"),
        (400, ModelRefused, "does not understand the call"),
        (429, ModelBusy, "takes no more calls for now"),
        (500, ModelFault, "did not answer"),
        (503, ModelFault, "did not answer"),
    ],
)
def test_a_teacher_that_cannot_be_asked_ends_the_run_in_one_line_without_the_key(
    serve: Serve,
    tracer: TraceLog,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    status: int,
    error: type[ResumifyError],
    told: str,
) -> None:
    chat = serve(always("No.", status))
    with caplog.at_level(logging.INFO, "resumify"), pytest.raises(error) as raised:
        teacher(tracer).write(prompts())
    assert told in raised.value.message
    assert f"Bearer {KEY}" in chat.keys
    printed = capfd.readouterr()
    assert KEY not in f"{raised.value.message} {raised.value.hint} {caplog.text} {printed.out} {printed.err}"
    assert printed.out == printed.err == ""


def test_a_server_that_is_not_there_is_named(serve: Serve, tracer: TraceLog, monkeypatch: pytest.MonkeyPatch) -> None:
    serve(good)
    monkeypatch.setenv("OPENAI_API_BASE", "http://127.0.0.1:1/v1")
    with pytest.raises(ModelRefused, match="Nothing answers where openai/any should be"):
        teacher(tracer).write(prompts())


def test_a_key_that_is_not_there_is_named(serve: Serve, tracer: TraceLog, monkeypatch: pytest.MonkeyPatch) -> None:
    chat = serve(good)
    monkeypatch.delenv("OPENAI_API_KEY")
    with pytest.raises(ModelRefused) as raised:
        teacher(tracer).write(prompts())
    assert "OPENAI_API_KEY" in raised.value.hint
    assert chat.asked == []


def test_a_name_that_is_none_of_litellms_is_named(tracer: TraceLog) -> None:
    with pytest.raises(InvalidInput, match="RESUMIFY_TEACHER=nobody/any"):
        teacher(tracer, "nobody/any").write(prompts())


@pytest.mark.parametrize("status", [429, 500])
def test_one_call_that_fails_in_passing_is_counted_and_costs_one_answer(
    serve: Serve, tracer: TraceLog, tmp_path: Path, status: int
) -> None:
    serve(lambda question: Reply(status=status) if "ordering" in question else good(question))
    assert teacher(tracer).write(prompts()) == ["Managed [NUM1]", "", "Mentored [NUM1]"]
    assert read_traces(tmp_path, "")[0]["unanswered"] == 1


@pytest.mark.parametrize(
    "said",
    [
        '"Managed [NUM1]"',
        "- Managed [NUM1]",
        "Line: Managed [NUM1]",
        "<think>Which verb?\nManage.</think>\n\nManaged [NUM1]",
        "```\nManaged [NUM1]\n```",
    ],
)
def test_what_chat_models_put_around_a_line_is_taken_off(serve: Serve, tracer: TraceLog, said: str) -> None:
    serve(always(said))
    assert teacher(tracer).write(prompts(SAID[:1])) == ["Managed [NUM1]"]


def test_a_judge_grades_and_what_cannot_be_read_is_none(serve: Serve, tracer: TraceLog, tmp_path: Path) -> None:
    said = {"good": '{"grade": 8, "reason": "true"}', "wordy": 'Sure! {"grade": 5} Bye.', "high": '{"grade": 80}'}
    serve(lambda question: Reply(said.get(json.loads(question)["line"], "Lovely.")))
    judge = HostedJudge(LiteLlm("openai/any", "RESUMIFY_JUDGE"), tracer)
    assert judge.grade([("f", line) for line in ("good", "wordy", "high", "nonsense")]) == [0.8, 0.5, None, None]
    assert read_traces(tmp_path, "")[0]["unread"] == 2


def test_a_judges_call_that_fails_in_passing_is_no_grade(serve: Serve, tracer: TraceLog) -> None:
    serve(lambda question: Reply(status=500) if "bad" in question else Reply('{"grade": 10}'))
    judge = HostedJudge(LiteLlm("openai/any", "RESUMIFY_JUDGE"), tracer)
    assert judge.grade([("f", "bad"), ("f", "good")]) == [None, 1.0]


def written(tracer: TraceLog, seconds: float = 20.0) -> Draft:
    """What tailoring makes of the hosted writer's lines."""
    facts = [
        Fact(id=text, owner="ada", document="d", section="work", kind="highlight", path=f"/highlights/{place}",
             text=text, quote=text, source="profile.json", read_at=READ_AT)
        for place, text in enumerate(SAID)
    ]  # fmt: skip
    writer = HostedWriter(LiteLlm("openai/any", "RESUMIFY_WRITER"), tracer, seconds)
    return write(facts, writer, lambda _: (), ())


def test_a_hosted_writers_good_lines_are_used(serve: Serve, tracer: TraceLog) -> None:
    serve(good)
    assert tuple(written(tracer).lines.values()) == OURS


@pytest.mark.parametrize(
    "said", ["", "Managed 99 nurses", "Managed [NUM7]", "Hired and managed [NUM1]", "I cannot help with that.", "[[["]
)
def test_a_hosted_writers_false_or_foolish_line_is_never_used(serve: Serve, tracer: TraceLog, said: str) -> None:
    serve(lambda question: Reply(said) if "managing" in question else good(question))
    draft = written(tracer)
    assert tuple(draft.lines.values()) == OURS[1:]
    assert [attempt.verdict for attempt in draft.attempts].count("") == 2


def test_a_server_that_hangs_costs_its_line_and_no_error(serve: Serve, tracer: TraceLog) -> None:
    serve(lambda question: Reply(hangs=True) if "managing" in question else good(question))
    assert OURS[0] not in written(tracer, seconds=1.0).lines.values()


class LateModel(LiteLlm):
    """Answers one prompt at once and the others when it is let go, or after a while, and then well; keeps how long it
    was given."""

    def __init__(self) -> None:
        super().__init__("openai/late", "RESUMIFY_WRITER")
        self.let_go, self.given = threading.Event(), list[float]()

    def check(self) -> None:
        pass

    def ask(self, messages: Messages, seconds: float, form: type[BaseModel] | None = None) -> str:
        self.given.append(seconds)
        question = messages[-1]["content"]
        if "ordering" not in question:
            self.let_go.wait(20)
        return good(question).text


def test_a_line_that_comes_after_the_time_is_not_there(tracer: TraceLog) -> None:
    model = LateModel()
    assert HostedWriter(model, tracer, 2.0).write(prompts()) == ["", "Ordered [X1] for [X2]", ""]
    model.let_go.set()
    assert len(model.given) == 3
    assert all(0 < seconds <= 2.0 for seconds in model.given)


@pytest.mark.parametrize("reply", [Reply(status=500), Reply(status=401), Reply(status=429), Reply(hangs=True), Reply()])
def test_a_hosted_writer_that_gives_nothing_leaves_every_line_alone(
    serve: Serve, tracer: TraceLog, reply: Reply
) -> None:
    serve(lambda _: reply)
    draft = written(tracer, seconds=1.0)
    assert draft.lines == {}
    assert draft.is_silent


@pytest.mark.parametrize("name", ["nobody/any", "openai/any"])
def test_a_hosted_writer_that_cannot_be_called_does_not_load(
    tracer: TraceLog, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(ModelFault):
        HostedWriter(LiteLlm(name, "RESUMIFY_WRITER"), tracer, 1.0).write(())


def test_a_hosted_writer_stands_in_for_the_accepted_one_alone(settings: Settings) -> None:
    hosted = settings.model_copy(update={"writer": "ollama_chat/qwen3"})
    model, label = open_model(hosted, "accepted")
    assert model is not None
    assert (model.name, label) == ("ollama_chat/qwen3", ModelLabel(name="ollama_chat/qwen3", version="hosted"))
    assert open_model(hosted, "none") == (None, ModelLabel(name="", version="none"))


@pytest.mark.parametrize("given", ["soon", "0", "-3", "nan", "inf"])
def test_a_time_that_is_none_is_named(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("RESUMIFY_WRITER_SECONDS", given)
    with pytest.raises(InvalidInput, match=f"RESUMIFY_WRITER_SECONDS={given}"):
        Settings()
