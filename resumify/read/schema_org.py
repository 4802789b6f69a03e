"""A schema.org person, from JSON-LD or microdata -> entries in JSON Resume terms: what is said, nothing inferred."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from resumify.models import Section

Node = dict[str, Any]

_EMPLOYER = ("worksFor", "memberOf", "hiringOrganization", "affiliation")
_NETWORKS = {
    "github.com": "GitHub",
    "gitlab.com": "GitLab",
    "linkedin.com": "LinkedIn",
    "xing.com": "XING",
    "twitter.com": "Twitter",
    "x.com": "X",
    "stackoverflow.com": "Stack Overflow",
    "orcid.org": "ORCID",
    "behance.net": "Behance",
    "dribbble.com": "Dribbble",
    "medium.com": "Medium",
    "kaggle.com": "Kaggle",
    "facebook.com": "Facebook",
    "instagram.com": "Instagram",
    "youtube.com": "YouTube",
    "researchgate.net": "ResearchGate",
    "scholar.google.com": "Google Scholar",
}


def entries_of(person: Node) -> Iterator[tuple[Section, dict[str, Any]]]:
    """Return what the person's node states, section by section."""
    yield "basics", _basics(person)
    yield from (("work", _role(node, "worksFor")) for node in nodes(person, "worksFor"))
    yield from (("education", _study(node)) for node in nodes(person, "alumniOf"))
    yield from (_credential(node) for node in nodes(person, "hasCredential"))
    for name in texts(person, "knowsAbout"):
        if not name.startswith(("http://", "https://")):
            yield "skills", {"name": name}
    yield from (("languages", {"language": name}) for name in texts(person, "knowsLanguage"))
    yield from (("awards", {"title": title}) for title in texts(person, "award", "awards"))


def network_of(url: str) -> str:
    """The name of the network that the address belongs to, "" for any other site."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    return next((name for known, name in _NETWORKS.items() if host == known or host.endswith(f".{known}")), "")


def profile_on(url: str) -> dict[str, str]:
    """A profile on a network in JSON Resume terms."""
    steps = [step for step in urlsplit(url).path.split("/") if step]
    return {"network": network_of(url), "username": steps[-1] if steps else "", "url": url}


def kinds(node: Node) -> list[str]:
    """The node's types, without the vocabulary's address."""
    types = node.get("@type", [])
    return [str(kind).rsplit("/", 1)[-1] for kind in (types if isinstance(types, list) else [types])]


def nodes(node: Node, *names: str) -> list[Node]:
    """The values of these properties as nodes; a text stands for a thing of that name."""
    return [value if isinstance(value, dict) else {"name": str(value)} for value in _values(node, names)]


def texts(node: Node, *names: str) -> list[str]:
    """The values of these properties as texts; a thing stands for its name."""
    found = [said(value, "name") if isinstance(value, dict) else str(value) for value in _values(node, names)]
    return [text.strip() for text in found if text.strip()]


def said(node: Node, *names: str) -> str:
    """The first text among these properties, "" where there is none."""
    return next((found for name in names for found in texts(node, name)), "")


def _values(node: Node, names: tuple[str, ...]) -> list[Any]:
    found: list[Any] = []
    for name in names:
        value = node.get(name)
        found += value if isinstance(value, list) else [value]
    return [value for value in found if value not in (None, "", {}, [])]


def _basics(person: Node) -> dict[str, Any]:
    name = said(person, "name") or " ".join(filter(None, (said(person, "givenName"), said(person, "familyName"))))
    titles = texts(person, "jobTitle")
    address = next(iter(nodes(person, "address", "homeLocation")), {})
    links = [link for link in texts(person, "sameAs") if link.startswith("http")]
    return {
        "name": name,
        "label": titles[0] if len(titles) == 1 else "",
        "summary": said(person, "description", "disambiguatingDescription"),
        "email": said(person, "email").removeprefix("mailto:"),
        "phone": said(person, "telephone").removeprefix("tel:"),
        "url": next((link for link in texts(person, "url") if not network_of(link) and _is_own(link)), ""),
        "location": {
            "city": said(address, "addressLocality", "name"),
            "region": said(address, "addressRegion"),
            "countryCode": code if len(code := said(address, "addressCountry")) == 2 else "",
        },
        "profiles": [profile_on(link) for link in links if network_of(link)],
    }


def _is_own(link: str) -> bool:
    """Tell whether the address may be the person's own site: whole sites are, pages inside one rarely."""
    parts = urlsplit(link)
    return parts.scheme in ("http", "https") and parts.path in ("", "/")


def _role(node: Node, inward: str) -> dict[str, Any]:
    role, organisation = _parted(node, (inward, *_EMPLOYER))
    job = next(iter(nodes(role, "hasOccupation")), {})
    address = next(iter(nodes(role, "jobLocation", "location") or nodes(organisation, "location", "address")), {})
    return {
        "name": said(organisation, "name", "legalName"),
        "position": said(role, "roleName", "namedPosition", "jobTitle") or said(job, "name"),
        "location": said(address, "addressLocality", "name"),
        "startDate": said(role, "startDate"),
        "endDate": said(role, "endDate"),
        "summary": said(role, "description"),
        "url": said(organisation, "url") if _is_own(said(organisation, "url")) else "",
    }


def _study(node: Node) -> dict[str, Any]:
    role, school = _parted(node, ("alumniOf",))
    return {
        "institution": said(school, "name", "legalName"),
        "studyType": said(role, "roleName", "namedPosition"),
        "startDate": said(role, "startDate"),
        "endDate": said(role, "endDate"),
    }


def _credential(node: Node) -> tuple[Section, dict[str, Any]]:
    giver = said(next(iter(nodes(node, "recognizedBy", "issuedBy", "sourceOrganization")), {}), "name")
    date = said(node, "dateCreated", "dateIssued", "validFrom")
    if "degree" in said(node, "credentialCategory").casefold():
        return "education", {"institution": giver, "studyType": said(node, "name"), "endDate": date}
    return "certificates", {"name": said(node, "name"), "issuer": giver, "date": date, "url": said(node, "url")}


def _parted(node: Node, inward: tuple[str, ...]) -> tuple[Node, Node]:
    """(role, organisation): a role that holds its organisation, or an organisation that holds the role."""
    inside = nodes(node, *inward)
    if inside:
        return node, inside[0]
    member = nodes(node, "member", "employee")
    return (member[0] if member else {}), node
