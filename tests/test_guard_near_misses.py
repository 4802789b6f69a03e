"""For every freedom that the guard gives a rewrite, what lies right beside it and is not true."""

from __future__ import annotations

import pytest

from resumify.guard import check

CLERK = "Clerk, Norton Stores, 2018 - 2020"


@pytest.mark.parametrize(
    ("fact", "faithful", "untrue"),
    [
        ("I coach 2 reps", "Coach 2 reps", "Coach of 2 reps"),
        ("Documentation of 48 cabinets", "Documented 48 cabinets", "Documented everything"),
        ("Brought waste down from 11% to 6%", "Cut waste from 11% to 6%", "Increased waste from 11% to 6%"),
        ("Brought waste down from 11% to 6%", "Reduced waste to 6%", "Reduced waste from 6% to 11%"),
        ("Led a crew for 18 months", "Led a crew for 1.5 years", "Led a crew for 18 years"),
        ("Gave 2 hours of training", "Gave 120 minutes of training", "Gave 12 minutes of training"),
        ("Drove for 3½ years", "Drove for 3.5 years", "Drove for 31/2 years"),
        ("No accidents in 3 years", "Accident-free in 3 years", "Accidents in 3 years"),
        ("Accident-free for 3 years", "No accidents for 3 years", "With accidents for 3 years"),
        ("Ran the till w/o errors", "Ran the till without errors", "Ran the till with errors"),
        ("Counted under 10 crates", "Counted fewer than 10 crates", "Counted over 10 crates"),
        ("About 1,900 parcels a year", "Around 1900 parcels a year", "Around 1900 vans a year"),
        ("TOEIC 870, passed in Lyon", "TOEIC of 870", "870 passed in Lyon"),
        ("Won 9 prizes, the team's 12 not counted", "Won 9 prizes", "Won 12 prizes"),
        ("Looked after 6 trauma beds and 2 burn beds", "Cared for 6 trauma beds", "Cared for 6 burn beds"),
        ("Wrote the Year 9 plan", "The Year 9 plan, written by me", "Wrote 9 plans"),
        ("Ran a desk", "Ran the desk", "Ran desks"),
        ("Losses below 4% since 2019", "Losses under 4% since 2019", "Losses under 4% since 2018"),
        ("Wrote a rota. Errors were 1% in 2019", "Errors of 1% in 2019", "Wrote a rota in 2019"),
        ("The plan was drawn by me and adopted by two wards", "A plan which two wards adopted", "Adopted the plan"),
        ("Drew a plan, which the council adopted", "Drew a plan adopted by the council", "I adopted the plan"),
        ("Supported a move; tested 26 parts", "Tested 26 parts for the move", "Tested and moved 26 parts"),
        ("Chaired reviews in my manager's absence", "Chaired reviews in the absence of my manager", "Chaired reviews"),
        ("Left the PhD with an MPhil in Law", "MPhil in Law", "PhD in Law"),
        ("Dosed cats for the vet", "For the vet, dosed cats", "As the vet, dosed cats"),
        ("Sold shoes to clinics", "Sold shoes", "Sold clinics"),
        ("English: fluent; German: basic", "Fluent English, basic German", "Fluent German"),
        ("Traduit des romans du danois", "Traduit du danois des romans", "Traduit des romans vers le danois"),
        ("Wirkte am Aufbau eines Labors mit", "Mitwirkung am Aufbau eines Labors", "Baute ein Labor auf"),
        ("Participé au tri et analysé 48 tests", "Analyse de 48 tests", "Tri et analyse de 48 tests"),
        ("Ramené le délai de 9 à 6 jours", "Réduit le délai de 9 à 6 jours", "Réduit le délai de 6 jours"),
        ("Tuned pianos for schools, 110 a year", "Tuned 110 pianos a year", "Tuned pianos for 110 schools a year"),
        ("Trained for a year, then served abroad", "Served abroad after training", "Trained after serving abroad"),
        ("Changed formats in 25 minutes instead of 40", "25 minutes instead of 40", "In 40 minutes instead of 25"),
        ("Of the class, 19 of 24 passed", "19 of 24 passed", "24 of 24 passed"),
        ("Typed up 18 interviews in Welsh", "18 interviews in Welsh, typed up", "Conducted 18 interviews in Welsh"),
        ("Helped to introduce Git", "Helped introduce Git", "Introduced Git"),
        ("Trained for the lifeboat", "Training for the lifeboat", "Trained the lifeboat crew"),
        ("Ran workshops with an actress", "With an actress, ran workshops", "Actress for workshops"),
        ("Half bei zwei Umzügen", "Geholfen bei zwei Umzügen", "Halbierte zwei Umzüge"),
        ("Entwarf Verträge", "Entwurf von Verträgen", "Unterwarf Verträge"),
        ("導入を補助した", "導入を補助", "導入した"),
        ("Phoned 40 clients", "Called 40 clients", "Visited 40 clients"),
        ("Set up a wiki", "Established a wiki", "Set a wiki aside"),
        ("Groomed 5 ponies", "Groomed 5 horses", "Groomed 5 goats"),
        ("Led the audit and filed notes", "In charge of the audit", "In charge of the notes"),
        ("BSc in Geology, Leeds", "Bachelor of Science in Geology, Leeds", "Bachelor of Arts in Geology, Leeds"),
        ("Backte Brot im Hofladen", "Brotbacken im Hofladen", "Brotverkauf im Hofladen"),
        ("Built 46 doors; my brother did the staircases", "Built 46 doors", "Built 46 doors and the staircases"),
        ("Built the wiki, Rob looked after the servers", "Built the wiki", "Looked after the servers"),
        ("Ran a club for 9 and taught maths", "Ran a club for 9", "Taught 9 maths"),
        ("Sat on a panel and trained 70 people", "Trained 70 people", "Sat on a panel of 70 people"),
        ("On call every other weekend", "Every other weekend on call", "On call every weekend"),
        ("Open rate rose from 21% to 33%", "Open rate up from 21% to 33%", "Readers rose from 21% to 33%"),
        ("The tool was chosen by head office; I set it up", "Set up the tool", "Chose the tool"),
        ("Danish fluent, Thai basic", "Fluent Danish, basic Thai", "Danish and Thai fluent"),
        ("Passed the second year of the course", "Second year of the course passed", "Completed the course"),
    ],
)
def test_what_lies_beside_a_faithful_rewrite_is_refused(fact: str, faithful: str, untrue: str) -> None:
    assert check(faithful, fact).reason == ""
    assert not check(untrue, fact).ok


@pytest.mark.parametrize(
    "line",
    ["In my role as Clerk at Norton Stores, I ran the desk", "During my time at Norton Stores, I ran the desk",
     "My work included running the desk", "In this role, I also ran the desk"],
)  # fmt: skip
def test_what_leads_up_to_a_claim_makes_none(line: str) -> None:
    assert check(line, "Ran the desk", CLERK).ok


@pytest.mark.parametrize(
    "line",
    ["In my role as Manager, I ran the desk", "During my time at Siemens, I ran the desk",
     "My work included leading the desk", "I hold a diploma and ran the desk"],
)  # fmt: skip
def test_no_claim_hides_in_what_leads_up_to_one(line: str) -> None:
    assert not check(line, "Ran the desk", CLERK).ok


def test_nobody_used_a_tool_before_it_could_be_had() -> None:
    fact = "Built the club's pages. Tools: React, HTML"
    assert check("Built the club's pages in React", fact, "Webmaster, SV Hafen, 2003 - 2007").claim == "anachronism"
    assert check("Built the club's pages in React", fact, "Webmaster, SV Hafen, 2015 - 2019").ok
    assert check("Built the club's pages in React", fact, "Webmaster, SV Hafen, since 2003").ok


def test_capitals_of_the_person_s_own_title_stand_for_it() -> None:
    assert check("RN for 6 beds", "Nursed 6 beds", "Registered Nurse, St Ann's, 2018 - 2020").ok
    assert not check("RN for 6 beds", "Nursed 6 beds", "Really Nice, St Ann's, 2018 - 2020").ok
    assert check("As RN, looked after 6 beds", "Looked after 6 beds", "Registered Nurse, St Ann's, 2018 - 2020").ok
    assert not check("As MD, looked after 6 beds", "Looked after 6 beds", "Registered Nurse, St Ann's, 2018 - 2020").ok
