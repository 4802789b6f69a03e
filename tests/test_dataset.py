"""Examples: rules that edit and never claim, answers that the guard accepts, and a split that cannot leak."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from resumify.adapters.traces import TraceLog, refused_lines
from resumify.clean import clean_text
from resumify.config import project_root
from resumify.dataset import Dataset, DatasetConfig, Pairs, RuledWriter, build, card, check_split, pair
from resumify.dataset.build import is_unchanged
from resumify.dataset.card import edit_kind
from resumify.dataset.postings import read_postings
from resumify.dataset.preferences import cut_of
from resumify.dataset.refusal import refusal
from resumify.dataset.split import test_owners as owners_that_test
from resumify.editing.line import slots_of
from resumify.editing.rules import edit
from resumify.errors import InvalidInput, NotAPosting
from resumify.facts import facts_of
from resumify.guard import check
from resumify.models import Document, Example, Fact, Preference, Prompt
from resumify.prompts import line_prompt
from resumify.read.json_resume import read_json_resume
from resumify.slots import compose, cut
from resumify.slots.cutting import cut_text
from tests.people import a_document

POSTINGS = Path("demo/postings")


@pytest.fixture(scope="module")
def facts() -> list[Fact]:
    people = sorted((project_root() / "demo" / "people").glob("*.json"))
    documents: list[Document] = [one for file in people for one in read_json_resume(file, file.stem).documents]
    return [fact for document in documents for fact in facts_of(document)]


@pytest.fixture(scope="module")
def pairs(facts: list[Fact]) -> Pairs:
    return pair(facts, read_postings(project_root() / POSTINGS))


@pytest.fixture(scope="module")
def dataset(pairs: Pairs) -> Dataset:
    return build(pairs, DatasetConfig(), None)


@pytest.mark.parametrize(
    ("fact", "line"),
    [
        ("I was responsible for managing 12 nurses", "Managed 12 nurses"),
        ("Responsible for the ledger service", "Responsible for the ledger service"),
        ("In charge of ordering linen and checking invoices", "Ordered linen and checked invoices"),
        ("Mentoring of 3 engineers, two of whom left", "Mentored 3 engineers, two of whom left"),
        ("Calibration and maintenance of 11 instruments", "Calibrated and maintained 11 instruments"),
        ("On-call rota was organised by me, including runbooks", "Organised on-call rota, including runbooks"),
        ("Waste fell by 12% after I rewrote the rota", "Rewrote the rota, after which waste fell by 12%"),
        ("Introduced a checklist which reduced errors by 23%", "Introduced a checklist, reducing errors by 23%"),
        ("Was involved in moving the archive", "Involved in moving the archive"),
        ("Assisted with the assembly of switchboards", "Assisted in assembling switchboards"),
        ("In this role I also successfully trained 4 cooks", "Trained 4 cooks"),
        ("A dashboard which I built in Excel shows the stock", "A dashboard built in Excel shows the stock"),
        ("My job was to check patients in and keep the list", "Checked patients in and kept the list"),
        ("It was my task to inspect 30 lifts a month", "Inspected 30 lifts a month"),
        ("I had to prepare reports for the board", "Prepared reports for the board"),
        ("I've been in charge of the night shift since 2019", "In charge of the night shift since 2019"),
        ("As a shift leader I supervised 8 people", "Supervised 8 people as a shift leader"),
        ("In 2018 I introduced a code, which cut mix-ups by 9%", "Introduced a code in 2018, cutting mix-ups by 9%"),
        ("Together with a colleague I set up the filing", "Set up the filing together with a colleague"),
        ("Tasks: writing letters; checking invoices", "Wrote letters; checked invoices"),
        ("Duties: cash handling, stock taking", "Cash handling, stock taking"),
        ("Responsible for writing code and for reviewing patches", "Wrote code and reviewed patches"),
        ("Responsible for pricing, I set rates for 14 flats", "Responsible for pricing, I set rates for 14 flats"),
        ("The files were sorted and scanned by me", "Sorted and scanned the files"),
        ("The till was introduced by me and two colleagues", "The till was introduced by me and two colleagues"),
        ("I was making shoes and selling them", "Made shoes and sold them"),
        ("I have been coaching 12 girls since 2019", "Coaching 12 girls since 2019"),
        ("I looked after 12 people. I also gave lessons", "Looked after 12 people. Gave lessons"),
        ("Carried out the installation of 40 boilers", "Installed 40 boilers"),
        ("I was the head of the laboratory", "Head of the laboratory"),
        ("Assisting in the preparation of 90 returns", "Assisted in preparing 90 returns"),
        ("I wrote the plan and on Fridays I checked it", "Wrote the plan and on Fridays checked it"),
    ],
)
def test_rules_lead_with_the_work_and_keep_the_part(fact: str, line: str) -> None:
    one = cut_text(fact)
    assert compose(edit(one), one) == line


@pytest.mark.parametrize(
    ("fact", "line"),
    [
        ("Managing 14 groups and writing the reports", "Manage 14 groups and write the reports"),
        ("Responsible for preparing the accounts", "Prepare the accounts"),
        ("Maintenance and calibration of 3 instruments", "Maintain and calibrate 3 instruments"),
        ("I was responsible for managing 14 groups", "Managed 14 groups"),
        ("I was able to cut waste by 12%", "Cut waste by 12%"),
        ("Built the ledger service", "Built the ledger service"),
        ("The rota was organised by me", "Organised the rota"),
    ],
)
def test_work_that_goes_on_is_told_in_the_present_unless_the_fact_tells_of_the_past(fact: str, line: str) -> None:
    one = replace(cut_text(fact), current=True)
    assert compose(edit(one), one) == line


def test_only_a_role_without_an_end_goes_on() -> None:
    role = {"position": "Nurse", "startDate": "2020-01", "highlights": ["Managing 3 wards"]}
    current, ended = facts_of(a_document(data=role)), facts_of(a_document(data={**role, "endDate": "2021-01"}))
    assert [fact.current for fact in (*current, *ended)] == [True, True, False, False]
    assert "When: now" in line_prompt(cut(current[1])).text
    assert "When:" not in line_prompt(cut(ended[1])).text


def test_a_wanted_tool_comes_to_the_head_of_its_list_and_the_preposition_stays() -> None:
    one = cut_text("Built reports in Tableau, Excel and Power BI", wanted=("Power BI",))
    assert compose(edit(one), one) == "Built reports in Power BI, Tableau and Excel"


def test_a_wanted_tool_comes_forward() -> None:
    one = cut_text("Built reports (Tableau, Excel, Power BI) for sales", wanted=("Power BI",))
    assert compose(edit(one), one) == "Built reports (Power BI, Tableau, Excel) for sales"


@pytest.mark.parametrize("text", ["Leitung eines Teams", "Fire drills: monthly", ""])
def test_what_the_rules_cannot_read_stays(text: str) -> None:
    one = cut_text(text)
    assert slots_of(edit(one)) == slots_of(one.text)


def test_every_answer_passes_the_guard(dataset: Dataset) -> None:
    assert len(dataset.examples) > 100
    for example in dataset.examples:
        line = clean_text(compose(example.answer, cut_text(example.source, example.context, example.terms)))
        assert check(line, example.source, example.context).ok, line


def test_rules_change_many_lines(dataset: Dataset) -> None:
    assert sum(not is_unchanged(example) for example in dataset.examples) >= 50


def test_no_prompt_holds_a_number_or_an_owners_name(dataset: Dataset) -> None:
    for example in dataset.examples:
        shown = example.prompt.text
        for slot in example.prompt.slots:
            shown = shown.replace(slot.name, "")
        assert not any(character.isdigit() for character in shown), shown


def test_prompts_for_training_are_those_of_serving(pairs: Pairs, dataset: Dataset) -> None:
    served = {line_prompt(cut(one.fact, one.terms)) for one in pairs.items}
    assert all(example.prompt in served for example in dataset.examples)


def test_a_dataset_depends_on_nothing_but_its_inputs(pairs: Pairs, dataset: Dataset) -> None:
    assert build(pairs, DatasetConfig(), None).fingerprint == dataset.fingerprint


def test_owners_stand_on_one_side(dataset: Dataset) -> None:
    train, test = ({example.owner for example in dataset.of(side)} for side in ("train", "test"))
    assert test
    assert not train & test


def test_unchanged_examples_are_bounded(dataset: Dataset) -> None:
    training = dataset.of("train")
    assert sum(map(is_unchanged, training)) <= len(training) / 2


def test_a_preference_is_an_answer_that_is_used_before_one_that_is_not(dataset: Dataset) -> None:
    by_id = {example.id: example for example in dataset.examples}
    assert set(dataset.reasons) >= {"slots", "wording", "seniority", "number", "unchanged"}
    for one in dataset.preferences[::7]:
        example = by_id[one.example]
        assert (one.chosen, one.owner, one.prompt) == (example.answer, example.owner, example.prompt)
        assert example.split == "train"
        assert one.rejected != one.chosen
        if one.reason != "unchanged":
            assert refusal(one.rejected, cut_of(example), example) == one.reason


def test_each_reason_stands_once_beside_an_example(dataset: Dataset) -> None:
    beside = [(one.example, one.reason) for one in dataset.preferences]
    assert len(beside) > 2 * len(dataset.of("train"))
    assert len(set(beside)) == len(beside)


def test_what_models_were_refused_is_what_is_rejected(tmp_path: Path) -> None:
    """A teacher's answer, and one that a résumé did without: the traces keep it with its prompt."""
    pairs, log = _two_people(), TraceLog(tmp_path)
    served = {line_prompt(cut(one.fact)).text: f"single-handedly {cut(one.fact).text}" for one in pairs.items}
    with log.span("tailor", profile="ada") as span:
        attempts = [{"prompt": prompt, "answer": answer, "verdict": "seniority"} for prompt, answer in served.items()]
        used = [{"prompt": prompt, "answer": "kept", "verdict": ""} for prompt in served]
        span.log(prompts=[*attempts, *used])
    refused = refused_lines(tmp_path, ["ada", "tom"])
    assert refused == {prompt: (answer,) for prompt, answer in served.items()}
    made = build(pairs, DatasetConfig(unchanged_share=0.9), ScriptedTeacher("doubled revenue"), refused)
    for example in made.of("train"):
        rejected = {one.rejected for one in made.preferences if one.example == example.id}
        assert rejected >= {"doubled revenue", served[example.prompt.text]}


def test_a_card_says_what_is_in_the_dataset_and_what_is_not(dataset: Dataset) -> None:
    told = card(dataset)
    assert dataset.fingerprint in told
    assert all(f"`{owner}`" in told for owner in dataset.owners)
    assert all(f"| {reason} |" in told for reason in (*dataset.dropped, *dataset.reasons))
    assert f"| en | {sum(one.prompt.language == 'en' for one in dataset.of('train'))} |" in told
    kinds = {edit_kind(one) for one in dataset.examples}
    assert kinds > {"unchanged", "reworded"}
    assert all(f"### {kind.capitalize()}" in told for kind in kinds)


def test_no_line_of_a_dataset_leaves_its_place_on_the_card() -> None:
    hostile = _example(prompt=Prompt(text="p\n\n# Mine\n<script>", fact="led"), answer="led\n```\n# Too")
    made = Dataset(examples=(hostile,), teacher="rules", seed=1, unchanged=0, dropped={})
    headings = [line for line in card(made).splitlines() if line.startswith("#")]
    assert not [heading for heading in headings if "Mine" in heading or "Too" in heading]
    assert not [line for line in card(made).splitlines() if "script" in line and not line.startswith("    ")]


def test_the_rules_write_again_what_they_answered(dataset: Dataset) -> None:
    examples = dataset.of("test")
    lines = RuledWriter().write([one.prompt for one in examples])
    assert [line.lower() for line in lines] == [one.answer.lower() for one in examples]


def _example(**changes: object) -> Example:
    fields = {"id": "1", "owner": "ada", "fact": "f", "source": "Led 3", "prompt": Prompt(text="p"), "answer": "led"}
    return Example.model_validate({**fields, **changes})


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        ({"source": "Built it", "prompt": Prompt(text="q")}, "owner"),
        ({"owner": "tom", "prompt": Prompt(text="q")}, "fact"),
        ({"owner": "tom", "source": "LED 3", "prompt": Prompt(text="q")}, "fact"),
        ({"owner": "tom", "source": "Built it"}, "prompt"),
    ],
)
def test_an_overlap_of_the_splits_fails(other: dict[str, object], kind: str) -> None:
    with pytest.raises(InvalidInput, match=kind):
        check_split([_example(), _example(split="test", **other)])


def test_a_preference_on_the_wrong_side_fails() -> None:
    wrong = Preference(example="1", owner="ada", prompt=Prompt(text="q"), chosen="a", rejected="b", reason="slots")
    with pytest.raises(InvalidInput, match="owner"):
        check_split([_example(split="test")], [wrong])


def test_one_person_cannot_be_split() -> None:
    with pytest.raises(InvalidInput, match="1 person"):
        owners_that_test(["ada"], 0.2, 1)


def test_some_owner_tests_and_some_train_whatever_the_seed() -> None:
    for seed in range(50):
        assert 0 < len(owners_that_test(["ada", "tom", "mei"], 0.2, seed)) < 3


def test_an_owners_side_does_not_depend_on_the_others() -> None:
    many = [f"owner{number}" for number in range(40)]
    assert owners_that_test(many, 0.3, 5) & set(many[:20]) == owners_that_test(many[:20], 0.3, 5)


class ScriptedTeacher:
    """Answers every prompt with the same text."""

    name = "scripted"

    def __init__(self, text: str) -> None:
        self.text = text

    def write(self, prompts: Sequence[Prompt]) -> list[str]:
        return [self.text] * len(prompts)


def _two_people() -> Pairs:
    people = [a_document("ward", owner=owner, id=owner) for owner in ("ada", "tom")]
    facts = [fact for document in people for fact in facts_of(document)]
    return pair([fact.model_copy(update={"text": f"{fact.text} {fact.owner}s"}) for fact in facts], [])


@pytest.mark.parametrize("answer", ["led [NUM9]", "doubled revenue", ""])
def test_a_teachers_false_answer_gives_way_to_the_rules(answer: str) -> None:
    made = build(_two_people(), DatasetConfig(unchanged_share=0.9), ScriptedTeacher(answer))
    assert made.examples
    assert all(example.answer != answer for example in made.examples)
    assert any(reason.startswith("refused") for reason in made.dropped)


def test_a_folder_without_postings_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match=str(tmp_path)):
        read_postings(tmp_path)


def test_a_file_that_is_no_posting_is_named(tmp_path: Path) -> None:
    (tmp_path / "lunch.txt").write_text("Soup and bread.")
    with pytest.raises(NotAPosting, match=r"lunch\.txt"):
        read_postings(tmp_path)
