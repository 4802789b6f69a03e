"""One profile, many faces: the page layouts of the demo site. Builds HTML from JSON Resume data, serves nothing.

Each layout shows the same kinds of content as profile sites do: cards, flat pages, grouped employers, text doubled
for screen readers, previews with sub-pages, sections that load late, and side columns with other people.
"""

from __future__ import annotations

import json
import random
import string
from collections.abc import Callable
from html import escape
from typing import Any

Person = dict[str, Any]
Entry = dict[str, Any]

_ENGLISH = {
    "work": "Experience",
    "education": "Education",
    "certificates": "Licenses & certifications",
    "projects": "Projects",
    "volunteer": "Volunteering",
    "skills": "Skills",
    "publications": "Publications",
    "awards": "Honors & awards",
    "languages": "Languages",
    "interests": "Interests",
}
_GERMAN = {
    "work": "Berufserfahrung",
    "education": "Ausbildung",
    "certificates": "Bescheinigungen und Zertifikate",
    "projects": "Projekte",
    "skills": "Kenntnisse & Fähigkeiten",
    "languages": "Sprachen",
}
SLUGS = {
    "work": "experience",
    "education": "education",
    "certificates": "certifications",
    "projects": "projects",
    "volunteer": "volunteering-experiences",
    "skills": "skills",
    "publications": "publications",
    "awards": "honors",
    "languages": "languages",
    "interests": "interests",
}
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_MONATE = ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."]
_SIDE = (
    '<h2>{title}</h2><ul><li><a href="/in/greta"><h3>Greta Sandholm</h3></a><p>Chief Astronaut at Orbit Works</p>'
    "<p>Jan 2015 – Present</p></li><li><h3>Piet van der Meer</h3><p>Juggler</p><button>{more}</button></li></ul>"
)


def page(person: Person, layout: str, path: str) -> str:
    """The HTML of a person's profile in the named layout; `path` is where it is served."""
    return LAYOUTS[layout]({**person, "path": path})


def details(person: Person, section: str) -> str:
    """The HTML of the sub-page that lists one section in full."""
    items = "".join(f"<li>{_card(section, entry, _MONTHS, 'Present')}</li>" for entry in person.get(section, []))
    back = f"<a href='../..'>{escape(person['basics']['name'])}</a>"
    return _frame(person, f"<main>{back}<section><h2>{_ENGLISH[section]}</h2><ul>{items}</ul></section></main>")


def part(person: Person, section: str, first: int, count: int = 2) -> str:
    """The HTML that a section which loads late fetches: some of its items and, where there are more, a button."""
    entries = person.get(section, [])
    items = "".join(f"<li>{_card(section, e, _MONTHS, 'Present')}</li>" for e in entries[first : first + count])
    rest = len(entries) - first - count
    button = f'<button data-next="{first + count}">Show {rest} more</button>' if rest > 0 else ""
    return (f"<h2>{_ENGLISH[section]}</h2>" if first == 0 else "") + f"<ul>{items}</ul>{button}"


def _name() -> str:
    """A class name that nobody can rely on: another at every request."""
    return "".join(random.choices(string.ascii_lowercase, k=6))


def _frame(person: Person, body: str, head: str = "", language: str = "en") -> str:
    basics = person["basics"]
    nav = '<nav><a href="/">Home</a> <a href="/in/me">Me</a> <a href="/logout">Sign out</a></nav>'
    title = f"<title>{escape(basics['name'])} | Profiles</title>"
    head = f'<head><meta charset="utf-8">{title}{head}</head>'
    return f'<!doctype html><html lang="{language}">{head}<body>{nav}{body}</body></html>'


def _top(person: Person, about: str = "About") -> str:
    basics = person["basics"]
    links = "".join(f'<a href="{escape(p["url"])}">{escape(p["network"])}</a> ' for p in basics.get("profiles", []))
    site = f'<a href="{escape(basics["url"])}">Website</a> ' if "url" in basics else ""
    return (
        f'<div class="{_name()}"><h1>{escape(basics["name"])}</h1><p>{escape(basics["label"])}</p>'
        f"<p>{escape(basics['location']['city'])}</p>"
        f'<p><a href="mailto:{escape(basics["email"])}">{escape(basics["email"])}</a></p>'
        f"<p>{escape(basics['phone'])}</p><p>{site}{links}</p></div>"
        f"<section><h2>{about}</h2><p>{escape(basics['summary'])}</p></section>"
    )


def _side(tag: str = "aside", title: str = "People also viewed", more: str = "Show more") -> str:
    return f'<{tag} class="{_name()}">{_SIDE.format(title=title, more=more)}</{tag}>'


def _date(iso: str, months: list[str]) -> str:
    year, _, month = iso.partition("-")
    return f"{months[int(month) - 1]} {year}" if month else year


def _dates(entry: Entry, months: list[str], now: str) -> str:
    return f"{_date(entry['startDate'], months)} – {_date(entry['endDate'], months) if 'endDate' in entry else now}"


def _bullets(entry: Entry) -> str:
    return "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in entry.get("highlights", [])) + "</ul>"


def _card(section: str, entry: Entry, months: list[str], now: str) -> str:
    """One item of any section as a card: title, organisation, dates, place, bullets."""
    shown = {name: escape(str(value)) for name, value in entry.items() if not isinstance(value, list)}
    keywords = ", ".join(map(escape, entry.get("keywords", [])))
    match section:
        case "work":
            place = f"<p>{shown['location']}</p>" if "location" in shown else ""
            head = f"<h3>{shown['position']}</h3><p>{shown['name']} · Full-time</p><p>{_dates(entry, months, now)}</p>"
            return f'<div class="{_name()}">{head}{place}{_bullets(entry)}</div>'
        case "volunteer":
            head = f"<h3>{shown['position']}</h3><p>{shown['organization']}</p><p>{_dates(entry, months, now)}</p>"
            return head + _bullets(entry)
        case "education":
            degree = ", ".join(filter(None, (shown.get("studyType"), shown.get("area"))))
            return f"<h3>{shown['institution']}</h3><p>{degree}</p><p>{_dates(entry, months, now)}</p>"
        case "certificates":
            return f"<h3>{shown['name']}</h3><p>{shown['issuer']}</p><p>Issued {_date(entry['date'], months)}</p>"
        case "publications":
            return f"<h3>{shown['name']}</h3><p>{shown['publisher']} · {_date(entry['releaseDate'], months)}</p>"
        case "awards":
            return f"<h3>{shown['title']}</h3><p>{shown['awarder']} · {_date(entry['date'], months)}</p>"
        case "projects":
            return f"<h3>{shown['name']}</h3><p>{shown['startDate']}</p><p>{shown['description']}</p>"
        case "languages":
            return f"<p>{shown['language']}</p><p>{shown['fluency']}</p>"
        case _:
            return f"<p>{shown['name']}{': ' + keywords if keywords else ''}</p>"


def _sections(person: Person, skip: tuple[str, ...] = (), german: bool = False) -> str:
    """Every section but those in `skip`, as headed lists of cards."""
    headings, months, now = (_GERMAN, _MONATE, "heute") if german else (_ENGLISH, _MONTHS, "Present")
    shown = [name for name in headings if person.get(name) and name not in skip]
    return "".join(
        f'<section class="{_name()}"><h2>{headings[name]}</h2><ul>'
        + "".join(f"<li>{_card(name, entry, months, now)}</li>" for entry in person[name])
        + "</ul></section>"
        for name in shown
    )


def _cards(person: Person) -> str:
    return _frame(person, f"<main>{_top(person)}{_sections(person)}</main>{_side()}")


def _german(person: Person) -> str:
    side = _side(title="Personen, die auch angesehen wurden", more="Mehr anzeigen")
    return _frame(person, f"<main>{_top(person, 'Info')}{_sections(person, german=True)}</main>{side}", language="de")


def _plain(person: Person) -> str:
    """No containers at all: headings, paragraphs and lists side by side, as in a hand-made page."""
    body = _top(person, "Profile")
    body += "<h2>Work history</h2>"
    for entry in person["work"]:
        place = f" | {escape(entry['location'])}" if "location" in entry else ""
        body += f"<h3>{escape(entry['position'])}, {escape(entry['name'])}</h3>"
        body += f"<p>{_dates(entry, _MONTHS, 'Present')}{place}</p>{_bullets(entry)}"
    body += "<h2>Education</h2>"
    for entry in person["education"]:
        degree = ", ".join(filter(None, (entry["studyType"], entry.get("area"))))
        body += f"<p><b>{escape(degree)}</b><br>{escape(entry['institution'])}<br>"
        body += f"{entry['startDate']}-{entry['endDate']}</p>"
    body += f"<h2>Skills</h2><p>{escape(', '.join(skill['name'] for skill in person['skills']))}</p>"
    spoken = ", ".join(f"{entry['language']} ({entry['fluency'].lower()})" for entry in person["languages"])
    body += f"<h2>Languages</h2><p>{escape(spoken)}</p><h2>Certifications</h2><ul>"
    body += "".join(f"<li>{escape(c['name'])}, {escape(c['issuer'])}, {c['date']}</li>" for c in person["certificates"])
    return _frame(person, f"{body}</ul>{_side('div')}")


def _grouped(person: Person) -> str:
    """Roles at one employer share one card, as on the large networks."""
    employers: dict[str, list[Entry]] = {}
    for entry in person["work"]:
        employers.setdefault(entry["name"], []).append(entry)
    cards = ""
    for name, roles in employers.items():
        if len(roles) == 1:
            cards += f"<li>{_card('work', roles[0], _MONTHS, 'Present')}</li>"
            continue
        inner = "".join(
            f"<li><div><a href='#'>{escape(r['position'])}</a></div><div>{_dates(r, _MONTHS, 'Present')} · 3 yrs</div>"
            f"<div>{_bullets(r)}</div></li>"
            for r in roles
        )
        head = f"<a href='/company/1'>{escape(name)}</a><div>Full-time · 8 yrs 2 mos</div>"
        place = f"<div>{escape(roles[0]['location'])}</div>" if "location" in roles[0] else ""
        cards += f"<li><div>{head}{place}</div><ul>{inner}</ul></li>"
    work = f"<section><div><h2>Experience</h2></div><ul>{cards}</ul></section>"
    return _frame(person, f"<main>{_top(person)}{work}{_sections(person, ('work',))}</main>{_side()}")


def _twice(text: str) -> str:
    return f'<span aria-hidden="true">{text}</span><span class="{_name()}">{text}</span>'


def _spoken(person: Person) -> str:
    """Every text stands there twice: once to be seen, once to be read aloud."""
    hide = "<style>[aria-hidden]+span{position:absolute;left:-9999px}</style>"
    body = ""
    for section, heading in _ENGLISH.items():
        if not person.get(section):
            continue
        rows = ""
        for entry in person[section]:
            card = _card(section, entry, _MONTHS, "Present")
            for tag in ("h3", "p", "li"):
                pieces = card.split(f"<{tag}>")
                card = pieces[0] + "".join(
                    f"<{tag}>{_twice(text)}</{tag}>{rest}"
                    for text, _, rest in (p.partition(f"</{tag}>") for p in pieces[1:])
                )
            rows += f'<div class="{_name()}">{card}</div>'
        body += f'<div class="{_name()}"><h2>{_twice(escape(heading))}</h2><div>{rows}</div></div>'
    return _frame(person, f"<main>{_top(person)}{body}</main>{_side('div')}", hide)


def _previews(person: Person) -> str:
    """The page shows the first item of each section; the rest is on sub-pages."""
    body = ""
    for section, heading in _ENGLISH.items():
        entries = person.get(section, [])
        if entries:
            first = f"<ul><li>{_card(section, entries[0], _MONTHS, 'Present')}</li></ul>"
            link = f'<a href="{person["path"]}/details/{SLUGS[section]}">Show all {len(entries)} {heading.lower()}</a>'
            body += f"<section><h2>{heading}</h2>{first}{link if len(entries) > 1 else ''}</section>"
    return _frame(person, f"<main>{_top(person)}{body}</main>{_side()}")


def _lazy(person: Person) -> str:
    """Sections load when they are scrolled to, two items at a time."""
    parts = "".join(
        f'<section data-part="{section}" aria-busy="true" style="min-height:600px"></section>'
        for section in _ENGLISH
        if person.get(section)
    )
    script = """
    const load = async (box, first) => {
      const answer = await fetch(`%s/part/${box.dataset.part}?first=${first}`);
      box.querySelector("[data-next]")?.remove();
      box.insertAdjacentHTML("beforeend", await answer.text());
      box.removeAttribute("aria-busy");
      const next = box.querySelector("[data-next]");
      if (next) next.onclick = () => load(box, next.dataset.next);
    };
    const watch = new IntersectionObserver((seen) => seen.forEach((entry) => {
      if (entry.isIntersecting) { watch.unobserve(entry.target); load(entry.target, 0); }
    }));
    document.querySelectorAll("[data-part]").forEach((box) => watch.observe(box));
    """
    return _frame(person, f"<main>{_top(person)}{parts}</main>{_side()}<script>{script % person['path']}</script>")


def _structured(person: Person) -> str:
    """The page carries JSON-LD for machines and headings for people."""
    basics = person["basics"]
    data = {
        "@context": "https://schema.org",
        "@type": "ProfilePage",
        "mainEntity": {
            "@type": "Person",
            "name": basics["name"],
            "jobTitle": basics["label"],
            "description": basics["summary"],
            "email": basics["email"],
            "telephone": basics["phone"],
            "address": {"@type": "PostalAddress", "addressLocality": basics["location"]["city"]},
            "worksFor": [
                {
                    "@type": "OrganizationRole",
                    "roleName": entry["position"],
                    "startDate": entry["startDate"],
                    **({"endDate": entry["endDate"]} if "endDate" in entry else {}),
                    "worksFor": {"@type": "Organization", "name": entry["name"]},
                }
                for entry in person["work"]
            ],
            "knowsAbout": [skill["name"] for skill in person["skills"]],
            "knowsLanguage": [{"@type": "Language", "name": entry["language"]} for entry in person["languages"]],
        },
    }
    other = {"@type": "Person", "name": "Greta Sandholm", "jobTitle": "Chief Astronaut"}
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    head += f'<script type="application/ld+json">{json.dumps(other)}</script>'
    return _frame(person, f"<main>{_top(person)}{_sections(person)}</main>{_side()}", head)


def _microdata(person: Person) -> str:
    """schema.org terms in the tags themselves; what they leave out stands under headings."""
    basics = person["basics"]
    roles = "".join(
        '<div itemprop="worksFor" itemscope itemtype="https://schema.org/OrganizationRole">'
        f'<b itemprop="roleName">{escape(entry["position"])}</b>, '
        '<span itemprop="worksFor" itemscope itemtype="https://schema.org/Organization">'
        f'<span itemprop="name">{escape(entry["name"])}</span></span> '
        f'<time itemprop="startDate" datetime="{entry["startDate"]}">{_date(entry["startDate"], _MONTHS)}</time> – '
        + (
            f'<time itemprop="endDate" datetime="{entry["endDate"]}">{_date(entry["endDate"], _MONTHS)}</time>'
            if "endDate" in entry
            else "Present"
        )
        + f'<div itemprop="description">{_bullets(entry)}</div></div>'
        for entry in person["work"]
    )
    body = (
        '<main itemscope itemtype="https://schema.org/Person">'
        f'<h1 itemprop="name">{escape(basics["name"])}</h1><p itemprop="jobTitle">{escape(basics["label"])}</p>'
        f'<p itemprop="email">{escape(basics["email"])}</p><p itemprop="telephone">{escape(basics["phone"])}</p>'
        f'<p itemprop="description">{escape(basics["summary"])}</p>{roles}</main>'
    )
    return _frame(person, f"{body}{_sections(person, ('work',))}{_side()}")


def _lines(person: Person) -> str:
    """Employer first, bullets typed by hand into one paragraph, and a side column that does not say it is one."""
    rows = ""
    for entry in person["work"]:
        typed = "<br>".join(f"• {escape(line)}" for line in entry["highlights"])
        start, end = entry["startDate"], entry.get("endDate")
        dates = f"{start[5:]}/{start[:4]} - {f'{end[5:]}/{end[:4]}' if end else 'today'}"
        rows += f"<article><p><a href='/company/2'>{escape(entry['name'])}</a></p><p>{escape(entry['position'])}</p>"
        place = f" · {escape(entry['location'])}" if "location" in entry else ""
        rows += f"<p>{dates}{place}</p><p>{typed}</p></article>"
    work = f"<div><h2>Professional experience</h2><div>{rows}</div></div>"
    return _frame(person, f"<div>{_top(person)}{work}{_sections(person, ('work',))}</div>{_side('div')}")


def _empty(person: Person) -> str:
    sections = (
        "<section><h2>Experience</h2><p>Nothing to see for now</p></section><section><h2>Education</h2></section>"
    )
    return _frame(person, f"<main><h1>{escape(person['basics']['name'])}</h1>{sections}</main>{_side()}")


def _shop(person: Person) -> str:
    goods = "".join(f"<li><h3>Teapot {n}</h3><p>€{n}9.90</p></li>" for n in range(1, 5))
    return _frame(person, f"<main><h1>Teapots of the season</h1><h2>Bestsellers</h2><ul>{goods}</ul></main>")


LAYOUTS: dict[str, Callable[[Person], str]] = {
    "cards": _cards,
    "plain": _plain,
    "lazy": _lazy,
    "structured": _structured,
    "spoken": _spoken,
    "grouped": _grouped,
    "previews": _previews,
    "german": _german,
    "microdata": _microdata,
    "lines": _lines,
    "empty": _empty,
    "shop": _shop,
}
