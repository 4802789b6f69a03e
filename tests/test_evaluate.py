"""Evaluation: what scores count, what the second checker sees, and who is promoted."""

from __future__ import annotations

import ast
import html
import re
from collections.abc import Sequence

import pytest

from resumify.config import project_root
from resumify.evaluate import compare, decide, evaluate, is_one_family, report, score
from resumify.evaluate.checker import objections
from resumify.evaluate.compare import NOT_RUN
from resumify.evaluate.craft import craft
from resumify.evaluate.interval import Interval, bootstrap
from resumify.evaluate.promotion import decide_first
from resumify.evaluate.sample import sample
from resumify.evaluate.score import overlap
from resumify.models import Example, Prompt, Scores, Verdict
from resumify.prompts import line_prompt
from resumify.slots.cutting import cut_text


def _example(source: str, answer: str, terms: tuple[str, ...] = ()) -> Example:
    prompt = line_prompt(cut_text(source, wanted=terms))
    return Example(
        id=source, owner="ada", fact="f", source=source, prompt=prompt, answer=answer, terms=terms, split="test"
    )


EXAMPLES = (
    _example("I was responsible for managing 12 nurses", "managed [NUM1]"),
    _example("Mentoring of 3 engineers", "mentored [NUM1]", ("engineers",)),
)


class ScriptedWriter:
    """Answers with the texts it was given, in order."""

    def __init__(self, *texts: str, name: str = "scripted") -> None:
        self.texts, self.name = texts, name

    def write(self, prompts: Sequence[Prompt]) -> list[str]:
        return list(self.texts)


class ScriptedJudge:
    """Grades with the grades it was given."""

    name = "strict/judge-1"

    def __init__(self, *grades: float | None) -> None:
        self.grades = grades
        self.pairs: list[tuple[str, str]] = []

    def grade(self, pairs: Sequence[tuple[str, str]]) -> list[float | None]:
        self.pairs.extend(pairs)
        return list(self.grades[: len(pairs)])


GOOD = ScriptedWriter("managed [NUM1]", "mentored [NUM1]")
IDLE = ScriptedWriter("i was responsible for managing [NUM1]", "mentoring of [NUM1]")
FALSE = ScriptedWriter("managed", "mentored [NUM2]")


def test_a_perfect_writer_scores_one_in_all() -> None:
    scores = evaluate(GOOD, EXAMPLES).scores
    assert (scores.truth, scores.coverage, scores.overlap, scores.changed) == (1, 1, 1, 1)
    assert scores.quality > 0.9


def test_copying_is_true_but_not_good() -> None:
    copied, good = evaluate(IDLE, EXAMPLES).scores, evaluate(GOOD, EXAMPLES).scores
    assert copied.truth == 1
    assert copied.quality < good.quality - 0.2


def test_a_lost_and_a_foreign_slot_count_as_untrue() -> None:
    made = evaluate(FALSE, EXAMPLES)
    assert made.scores.truth == 0
    assert made.scores.quality == 0
    assert [line.refusal for line in made.lines] == ["slots", "slots"]


def test_the_checkers_word_counts_beside_the_guards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(score, "objections", lambda line, source: ["word"])
    made = evaluate(GOOD, EXAMPLES)
    assert [line.refusal for line in made.lines] == ["", ""]
    assert made.scores.truth == 0


def test_the_guards_word_counts_beside_the_checkers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(score, "check", lambda *_: Verdict(ok=False, claim="number", reason="made up"))
    assert evaluate(GOOD, EXAMPLES).scores.truth == 0


def test_a_judge_that_is_not_there_is_not_a_zero() -> None:
    assert evaluate(GOOD, EXAMPLES).scores.judge is None


def test_an_unreadable_verdict_is_counted_and_left_out_of_the_mean() -> None:
    scores = evaluate(GOOD, EXAMPLES, judge=ScriptedJudge(0.8, None)).scores
    assert scores.judge == pytest.approx(0.8)
    assert scores.unjudged == 1


def test_a_judge_sees_slots_and_nothing_that_stands_in_them() -> None:
    judge = ScriptedJudge(1, 1)
    evaluate(GOOD, EXAMPLES, judge=judge)
    assert judge.pairs == [
        ("I was responsible for managing [NUM1]", "managed [NUM1]"),
        ("Mentoring of [NUM1]", "mentored [NUM1]"),
    ]


def _scores(truth: float, quality: float, n: int = 50) -> Scores:
    return Scores(n=n, truth=truth, coverage=1, overlap=0.5, changed=0.5, quality=quality)


@pytest.mark.parametrize(
    ("candidate", "rival", "promoted"),
    [
        (_scores(0.9, 0.8), _scores(0.9, 0.7), True),
        (_scores(0.95, 0.8), _scores(0.9, 0.7), True),
        (_scores(0.9, 0.7), _scores(0.9, 0.7), False),
        (_scores(0.95, 0.7), _scores(0.9, 0.7), False),
        (_scores(0.89, 0.99), _scores(0.9, 0.7), False),
        (_scores(0.9, 0.6), _scores(0.9, 0.7), False),
        (_scores(0.99, 0.99, n=49), _scores(0.9, 0.7), False),
    ],
)
def test_better_and_not_less_true_is_promoted_and_nothing_else(
    candidate: Scores, rival: Scores, promoted: bool
) -> None:
    decision = decide(candidate, rival, "v0.0.1")
    assert decision.promote is promoted
    assert "v0.0.1" in decision.reason


@pytest.mark.parametrize(
    ("truth", "quality", "gain", "promoted"),
    [
        (0.9, 0.8, (0.01, 0.001, 0.02), True),
        (0.9, 0.8, (0.0, 0.0, 0.0), True),
        (0.9, 0.8, (-0.001, -0.01, 0.002), True),
        (0.9, 0.8, (-0.02, -0.03, -0.01), False),
        (0.89, 0.8, (0.01, 0.001, 0.02), False),
        (0.9, 0.7, (0.0, 0.0, 0.0), False),
    ],
)
def test_the_first_is_better_than_own_words_and_not_surely_worse_than_the_base(
    truth: float, quality: float, gain: tuple[float, float, float], promoted: bool
) -> None:
    interval = Interval(**dict(zip(("mean", "low", "high"), gain, strict=True)))
    decision = decide_first(_scores(truth, quality), _scores(0.9, 0.8), _scores(1.0, 0.7), interval)
    assert decision.promote is promoted


def test_the_first_candidate_is_held_against_the_base_and_peoples_own_words() -> None:
    made = compare(IDLE, GOOD, None, EXAMPLES, None)
    assert made.decision.promote
    assert "the base" in made.decision.reason
    assert "own words" in made.decision.reason
    assert made.gain.low > 0
    assert made.judge == NOT_RUN


def test_an_interval_holds_its_mean_widens_with_doubt_and_knows_groups() -> None:
    assert bootstrap([0.5] * 20, range(20)) == Interval(mean=0.5, low=0.5, high=0.5)
    apart = bootstrap([0.0, 1.0] * 50, range(100))
    together = bootstrap([0.0, 1.0] * 50, [place % 2 * 5 + place // 20 for place in range(100)])
    assert apart.low < apart.mean == 0.5 < apart.high
    assert together.high - together.low > apart.high - apart.low


def test_a_later_candidate_is_held_against_the_incumbent() -> None:
    made = compare(FALSE, IDLE, ("v0.0.7", GOOD), EXAMPLES, None)
    assert not made.decision.promote
    assert "v0.0.7" in made.decision.reason
    assert [one.writer for one in made.evaluations] == ["own words", "base", "candidate", "incumbent v0.0.7"]


def test_the_rules_stand_beside_the_writers_and_decide_nothing() -> None:
    without, beside = (compare(IDLE, IDLE, None, EXAMPLES, None, rules) for rules in (None, GOOD))
    assert [one.writer for one in beside.evaluations] == ["own words", "scripted", "base", "candidate"]
    assert beside.decision == without.decision


def test_the_report_says_who_scored_what_how_surely_in_each_language_and_why() -> None:
    german = _example("Ich betreute 12 Pflegekräfte", "[NUM1] betreut")
    examples = [one.model_copy(update={"fact": one.id}) for one in (*EXAMPLES, german)]
    copied = ScriptedWriter(*(one.prompt.fact for one in examples))
    made = compare(copied, ScriptedWriter("managed [NUM1]", "mentored", "[NUM1] betreut"), None, examples, None)
    page = report(made, examples)
    assert made.decision.reason in html.unescape(page)
    assert re.search(r"<td>candidate</td><td class=n>0\.667 \(0\.\d+ to 1\.000\)</td>", page)
    assert "<td>de, 1 lines</td>" in page
    assert "<td>en, 2 lines</td>" in page


def test_a_reader_sees_refused_changed_best_and_worst_lines_and_no_fact_twice() -> None:
    twice = EXAMPLES[0].model_copy(update={"id": "again"})
    examples = (*EXAMPLES, twice)
    copied = ScriptedWriter(*(one.prompt.fact for one in examples))
    made = compare(copied, ScriptedWriter("managed [NUM1]", "mentored", "managed [NUM1]"), None, examples, None)
    refused, other, best, worst = sample(made, {one.id: one for one in examples}).values()
    assert refused == [EXAMPLES[1].id]
    assert other == [EXAMPLES[0].id, EXAMPLES[1].id]
    assert best == worst == [EXAMPLES[0].id]


def test_the_report_escapes_what_a_model_wrote() -> None:
    made = compare(IDLE, ScriptedWriter("<script>alert(1)</script>", "mentored [NUM1]"), None, EXAMPLES, None)
    page = report(made, EXAMPLES)
    assert "<script>" not in page
    assert "not run" in page
    assert "Mentored 3 engineers" in page


@pytest.mark.parametrize(
    ("judge", "writer", "same"),
    [
        ("openai/gpt-4o", "gpt-4o-mini", True),
        ("gemini/gemini-2.5-pro", "vertex_ai/gemini-2.0-flash", True),
        ("openai/gpt-4o", "base_model", False),
        ("openai/gpt-4o", "Qwen/Qwen3-0.6B", False),
    ],
)
def test_a_judge_of_the_writers_family_is_told(judge: str, writer: str, same: bool) -> None:
    assert is_one_family(judge, writer) is same


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Managed 12 nurses", "I was responsible for managing 12 nurses"),
        ("Calibrated and maintained 11 instruments", "Calibration and maintenance of 11 instruments"),
        ("Rewrote the rota, after which waste fell by 12%", "Waste fell by 12% after I rewrote the rota"),
        ("Helped introduce Git", "Helped to introduce Git"),
        ("Ran a team of 4", "Running a team of 4"),
    ],
)
def test_the_second_checker_lets_faithful_lines_pass(line: str, source: str) -> None:
    assert objections(line, source) == []


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Managed 21 nurses", "Managed 12 nurses"),
        ("Managed twelve doctors", "Managed doctors"),
        ("Cut costs by 12%", "Cut costs by 12"),
        ("Built the API in Rust", "Built the API"),
        ("Introduced Git", "Helped to introduce Git"),
        ("Ran the clinic", "Never ran the clinic"),
        ("Ran the clinic without delays", "Ran the clinic with delays"),
        ("Treated 40 patients", "Treated about 40 patients"),
        ("Spearheaded the audit", "Took notes at the audit"),
    ],
)
def test_the_second_checker_objects_to_what_was_made_up(line: str, source: str) -> None:
    assert objections(line, source) != []


def test_the_second_checker_shares_no_code_with_the_guard() -> None:
    files = [project_root() / "resumify" / "evaluate" / name for name in ("checker.py", "relatives.py")]
    trees = [ast.parse(file.read_text()) for file in files]
    imported = [node.module for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert {module for module in imported if module and module.startswith("resumify")} == {
        "resumify.evaluate.relatives"
    }


def test_craft_likes_the_verb_first_and_the_wanted_early() -> None:
    assert craft("Built dashboards in Power BI for sales", ("Power BI",)) > craft(
        "I was in charge of building dashboards for sales in Power BI", ("Power BI",)
    )
    assert craft("Managed 12 nurses", ()) == 1


def test_overlap_is_one_for_the_same_and_zero_for_another() -> None:
    assert overlap("managed [NUM1], daily", "managed [NUM1] , daily") == 1
    assert overlap("cut", "led [X1]") == 0
