"""What stands over a résumé: which of the person's own sentences serve the posting, and what is said where they say
too little. Composed is only what dates, titles and names of the facts say by themselves; nobody is praised.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from resumify.guard import check
from resumify.levels import years_named
from resumify.match import terms_met
from resumify.models import Fact, Match, Posting
from resumify.passages import sentences
from resumify.skills import content_words, is_a, is_known, keys_of
from resumify.tailor.frames import Frames, frames_of
from resumify.tailor.profile import Entry
from resumify.tailor.request import Wishes
from resumify.words import detect_language, numbers

MOST = 3  # sentences; nobody reads a longer one
_FEWEST, _MOST_NAMES = 2, 6  # things that are worth a sentence, and that a reader takes in
_LONGEST_TITLE = 60  # characters of a title or a name that still reads as one
_MOST_TITLES, _MOST_EMPLOYERS = 3, 3
_A_FIGURE = 0.1  # what a sentence is worth that shows nothing of a posting, but says something that can be checked
_BACK = {
    "en": "this that these those it they he she there then here also both such".split(),
    "de": "dies diese dieser dieses das dabei dort damit dadurch darin darüber dazu daneben sie er es beide auch zudem "
    "außerdem ebenso".split(),
    "fr": "cela ceci ce cet cette ces celui celle il elle ils elles là aussi également".split(),
    "es": "esto eso ello ellos ellas estos estas esta este allí también ambos ambas además".split(),
    "it": "questo questa questi queste ciò esso essa lì anche entrambi inoltre".split(),
    "nl": "dit dat deze die daar daarbij daarnaast ook beide hij zij".split(),
    "pt": "isto isso esse essa estes estas lá também ambos ambas além".split(),
    "pl": "to ten ta te tam także też oba obie ponadto".split(),
    "sv": "detta det den de dessa där också båda dessutom".split(),
}
"""Words that a sentence begins with when it goes on from the one before it."""


@dataclass(frozen=True)
class Sentence:
    """A composed sentence and the facts that say it together."""

    text: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Top:
    """What is added over a résumé: sentences after the person's own, and the role whose title is the headline of
    somebody who gave none."""

    sentences: tuple[Sentence, ...] = ()
    headline: Fact | None = None

    def shorter(self) -> Top:
        return Top(self.sentences[:-1], self.headline)


def serving(own: Sequence[Fact], worth: Mapping[str, float], who: str) -> tuple[Fact, ...]:
    """Return those of the person's own sentences that are worth their place for a posting, in their order.

    Those that show something of it, else a figure, at most three, and before them who somebody is: the first
    sentence, unless it shows nothing, says nothing of `who` (label and titles), and another does serve. A sentence
    that goes on from another stays with it.
    """
    groups = _groups(own)
    valued = [
        (max(worth.get(fact.id, 0.0) or _A_FIGURE * bool(numbers(fact.text)) for fact in group), group)
        for group in groups
    ]
    serve = [group for value, group in valued if value]
    first = groups[:1] if not serve or _shares_a_word(groups[0][0].text, who) else []
    kept: list[tuple[Fact, ...]] = list(first)
    for _, group in sorted(valued, key=lambda one: -one[0]):
        if group in serve and group not in kept and sum(map(len, [*kept, group])) <= MOST:
            kept.append(group)
    stay = {fact.id for group in kept for fact in group[:MOST]}
    return tuple(fact for fact in own if fact.id in stay)


def top_of(
    entries: Sequence[Entry],
    gone: Container[str],
    posting: Posting,
    matches: Sequence[Match],
    wishes: Wishes,
    language: str,
) -> Top:
    """Return what to add over the résumé of these entries, of which the facts in `gone` are left out.

    In the language of the person's own summary where there is one, else in `language`; nothing in languages that
    frames.py has no words for, and nothing where the person wants no summary.
    """
    own = [fact for entry in entries if entry.section == "basics" for fact in entry.lines if fact.id not in gone]
    roles = [one for entry in entries if entry.section == "work" and (one := entry.whole) and one.id not in gone]
    headline = None if any("label" in entry.data for entry in entries) else _headline(roles)
    said = " ".join(fact.text for fact in own)
    frames = frames_of(detect_language(f"{said} {_written(entries)}") if own else language)
    if frames is None or "basics" in wishes.left_out:
        return Top(headline=headline)
    facts = {fact.id: fact for entry in entries for fact in entry.facts() if fact.id not in gone}
    made = (
        _years_sentence(roles, posting, said, frames),
        _names_sentence(facts, posting, matches, wishes, said, frames),
    )
    wanted = [one for one in made if one is not None and sentences(one.text) == [one.text]]
    return Top(tuple(wanted[: max(0, MOST - len(own))]), headline)


def _written(entries: Sequence[Entry]) -> str:
    """Everything that the person has put into sentences: a summary alone may be too short to tell its language."""
    return " ".join(fact.text for entry in entries for fact in entry.lines)


def _groups(own: Sequence[Fact]) -> list[tuple[Fact, ...]]:
    """The sentences, each together with those that go on from it."""
    back = _BACK.get(detect_language(" ".join(fact.text for fact in own)), [])
    groups: list[tuple[Fact, ...]] = []
    for fact in own:
        begins = fact.text.split()[0].strip(",;:").casefold() if fact.text.split() else ""
        if groups and begins in back:
            groups[-1] = (*groups[-1], fact)
        else:
            groups.append((fact,))
    return groups


def _headline(roles: Sequence[Fact]) -> Fact | None:
    return next((role for role in roles if _title(role)), None)


def _title(role: Fact) -> str:
    return _name(role.data.get("position"))


def _name(value: object) -> str:
    """A title or a name as it can stand in a sentence, "" for what cannot."""
    given = value.strip() if isinstance(value, str) else ""
    return given if len(given) <= _LONGEST_TITLE and sentences(f"{given} x") == [f"{given} x"] else ""


def _shares_a_word(text: str, other: str) -> bool:
    language = detect_language(text)
    return not _keys(text, language).isdisjoint(_keys(other, language))


def _keys(text: str, language: str) -> set[str]:
    return keys_of(content_words(text, language))


def _years_sentence(roles: Sequence[Fact], posting: Posting, said: str, frames: Frames) -> Sentence | None:
    """How long the person has done what the posting looks for, else what they did last; not where they say so."""
    if _says_how_long(said) or not (held := _alike(roles, posting, bool(said))):
        return None
    titles = list(dict.fromkeys(_title(role) for role in held))[:_MOST_TITLES]
    if said and (_keys(said, posting.language) & _keys(" ".join(titles), posting.language) or not _fits(held, posting)):
        return None
    counted = [role for role in held if _title(role) in titles]
    years = len({month for role in counted for month in _months(role)}) // 12
    if not years:
        return None
    places = list(dict.fromkeys(place for role in counted if (place := _name(role.data.get("name")))))
    until = None if any(role.current for role in counted) else max(str(role.data["endDate"])[:4] for role in counted)
    plain = [place for place in places[:_MOST_EMPLOYERS] if "(" not in place]
    return Sentence(frames.held(years, titles, until, plain), tuple(counted))


def _says_how_long(said: str) -> bool:
    return years_named(said) is not None or any(number.unit == "year" for number in numbers(said))


def _alike(roles: Sequence[Fact], posting: Posting, introduced: bool) -> list[Fact]:
    """The dated roles under one title, or under a longer or shorter one: the title that is nearest to the posting's.
    Who is not `introduced` by words of their own is so by the newest title, unless another names the very job."""
    dated = [role for role in roles if _title(role) and _months(role)]
    keys = {role.id: _keys(_title(role), posting.language) for role in dated}
    wanted = _keys(posting.title, posting.language)
    head = _keys(_head(posting), posting.language)
    near = {id_: len(own & wanted) if introduced or own & head else 0 for id_, own in keys.items()}
    best = max(dated, key=lambda role: near[role.id], default=None)  # of equals the first: the newest
    if best is None:
        return []
    own = keys[best.id]
    return [role for role in dated if (other := keys[role.id]) and (other <= own or own <= other)] or [best]


def _head(posting: Posting) -> str:
    """The word of the posting's title that says what the person would be: an operative of a warehouse is no manager."""
    words = posting.title.split()
    place = 0 if posting.language in ("fr", "es", "it", "pt") else -1
    return words[place] if words else ""


def _fits(roles: Sequence[Fact], posting: Posting) -> bool:
    titles = " ".join(_title(role) for role in roles)
    return bool(_keys(titles, posting.language) & _keys(posting.title, posting.language))


def _months(role: Fact) -> range:
    """The months that the role surely lasted, numbered: a year without a month is as short as it can be."""
    start, end = _month(role.data.get("startDate"), 12), _month(role.data.get("endDate"), 1)
    last = role.read_at.year * 12 + role.read_at.month
    if start is None or (end is None and not role.current):
        return range(0)
    return range(start, min(last, end if end is not None else last) + 1)


def _month(date: object, unsaid: int) -> int | None:
    parts = date.split("-") if isinstance(date, str) else []
    if not parts or not parts[0].isdigit():
        return None
    return int(parts[0]) * 12 + (int(parts[1]) if len(parts) > 1 and parts[1].isdigit() else unsaid)


def _names_sentence(
    facts: Mapping[str, Fact],
    posting: Posting,
    matches: Sequence[Match],
    wishes: Wishes,
    said: str,
    frames: Frames,
) -> Sentence | None:
    """What of the things that the posting asks for by name the facts name: tools, papers, languages, degrees."""
    found: dict[str, Fact] = {}
    for match in sorted(matches, key=lambda one: (one.requirement.kind != "must", one.status != "met")):
        only = posting.model_copy(update={"requirements": (match.requirement,), "duties": ()})
        for fact in (facts[id_] for id_ in match.facts if id_ in facts):
            for name in _names(fact, only):
                if _name(name) and not _is_said(name, said, found) and not wishes.drops(name):
                    found[name] = fact
    if len(found) < _FEWEST:
        return None
    named = dict(list(found.items())[:_MOST_NAMES])
    return Sentence(frames.names(list(named)), tuple({fact.id: fact for fact in named.values()}.values()))


def _is_said(name: str, said: str, found: Iterable[str]) -> bool:
    """Whether the name stands there already, as it is or in a longer one."""
    language = detect_language(said)
    return any(_keys(name, language) <= _keys(one, language) for one in (said, *found))


def _names(fact: Fact, posting: Posting) -> Iterator[str]:
    """The names under which the fact shows what the posting, of one requirement, asks for; with their levels."""
    shown = terms_met(posting, fact)
    given = {name: _name(fact.data.get(name)) for name in ("name", "language", "fluency", "studyType", "area", "level")}
    match fact.section:
        case "skills" if not fact.path:
            yield from (_at(name, given["level"]) for name in _listed(fact, shown))
        case "languages" if shown and given["language"]:
            yield _at(given["language"], given["fluency"])
        case "certificates" if shown and given["name"]:
            yield given["name"]
        case "education" if shown and given["studyType"]:
            yield " ".join(part for part in (given["studyType"], given["area"]) if part)
        case "work" | "volunteer" | "projects" | "basics" if fact.path:
            yield from (term for term in shown if _is_a_name(term) and check(term, fact.text, fact.context).ok)


def _listed(fact: Fact, shown: Sequence[str]) -> Iterator[str]:
    """The entries of a list of skills in which the shown terms stand, else the skill itself."""
    keywords = fact.data.get("keywords")
    listed = [name for word in (keywords if isinstance(keywords, list) else []) if (name := _name(word))]
    for name in (*listed, _name(fact.data.get("name"))):
        if name and "," not in name and any(_keys(term, "en") <= _keys(name, "en") for term in shown):
            yield name


def _at(name: str, level: str) -> str:
    return f"{name} ({level})" if level and "(" not in level else name


def _is_a_name(term: str) -> bool:
    """Whether the vocabulary knows the term as the name of a thing: it writes those with a capital."""
    return is_known(term) and term[0].isupper() and not is_a(term, "degree") and not is_a(term, "tongue")
