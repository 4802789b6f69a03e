"""What a fact claims of a term that stands in it: all of it, less, or nothing. Looks only at the words around it."""

from __future__ import annotations

import re

from resumify.models import Fact
from resumify.skills import is_a

_OF = r"(?:(?:any|much|formal|prior|direct|own|the|a|an|mit|with|of|in|on|de|en|d['’]|con|met|w|z|im|einer?|der)\s*)*"
_HAVING = r"(?:experience|knowledge|training|exposure|skills?|erfahrung\w*|kenntnisse?n?|expérience|connaissances?|"
_HAVING += r"experiencia|conocimientos?|ervaring|doświadczeni\w+|esperienza)"
_DENIED = re.compile(
    rf"(?:\b(?:no|without|kein\w*|ohne|sans|aucune?|sin|geen|bez|senza|zonder)\s+(?:\w+\s+)?{_HAVING}\s+{_OF}|"
    rf"\b(?:no|kein\w*|aucune?|geen)\s+|"
    rf"\b(?:never|not|n['’]t|cannot|nie|niemals|nicht|jamais|nunca|nooit|nigdy|mai)\s+(?:yet\s+)?(?:\w+\s+){{0,2}}{_OF}|"
    rf"\b(?:like|want|hope|hoping|plan|planning|wish|keen|eager|curious|started|currently)\s+(?:to\s+)?learn(?:ing)?\s+{_OF}|"
    rf"\b(?:interested in|learning|report(?:ed|ing|s)? to|möchte|souhaite apprendre)\s+{_OF}|"
    rf"\b(?:books?|articles?|papers?|talks?|films?|videos?|podcasts?)\s+(?:on|about)\s+{_OF})$",
    re.IGNORECASE,
)
"""How a clause ends before a term that it does not claim."""
_UNCLAIMED = re.compile(
    r"^\W*(?:no|never|keine?|noch nie|aucune?|jamais|sin|geen|nunca|nie)\b(?!-)|"
    r"\b(?:hop\w+|want\w*|would like|wish\w*|plan\w*|keen|eager) to (?:learn|try)\b|\binterested in\b|"
    r"^\W*(?:read (?:\w+ ){0,2}(?:books?|articles?|about|up on)|ate|watched|visited|listened to|enjoyed|dream\w+ of)\b",
    re.IGNORECASE,
)
"""A statement that claims nothing, or tells of an onlooker, wherever the term stands in it."""
_GOODS = re.compile(
    r"\s+(?:shops?|suppl(?:y|ies|iers?)|stores?|retailers?|wholesalers?|magazines?|canteens?|museums?|books?|products?|"
    r"equipment|compan(?:y|ies)|firms?|markets?|fairs?|conferences?|newsletters?|space|vendors?)\b",
    re.IGNORECASE,
)
"""What makes of a trade before it a thing or a place: "welding supplies"."""
_GOODS_OF = re.compile(
    r"\b(?:magasins?|boutiques?|sociétés?|entreprises?|fournisseurs?|matériel|produits?|tiendas?|empresas?|productos?|"
    r"proveedor\w*|negozi\w?|aziend\w|prodott\w|lojas?|produtos?)\s+(?:de|d['’]|di|da|do|del?)\s*$",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"\b(?:for|für|pour|para|per|voor|dla|för)\s+(?:the|an?|our|die|das|den|eine?n?|les?|la|el|los|il|de|het)\s+$", re.I
)
"""Before a term: somebody else does it, and this was done for them."""
_HIRED = re.compile(
    r"\b(?:recruit(?:ed|ing|s)?|hir(?:ed|ing|es)|interview(?:ed|ing|s)?|headhunted|shortlisted|rekrutierte|recruté\w*)\s+"
    r"(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
"""Before a term: others have it, who were looked for."""
_HELD = re.compile(
    r"certif|licen[cs]|qualif|regist|member|\bcard\b|ticket|holder|\bheld\b|accredit|chartered|admitted|permit|"
    r"pass(?:ed)?\b|\bas an?\b|\bals\b|comme|schein|geprüft|zertifi|zugelass|erlaubnis|diplôm|habilit|titulaire|"
    r"titulad|carnet|colegiad|abilita|patent|diploma|uprawnie|behörig|legitim",
    re.IGNORECASE,
)
"""Words of somebody who has a paper, beside those who only work near it."""


def claims_nothing(text: str) -> bool:
    """Whether the whole statement denies, wishes or looks on."""
    return _UNCLAIMED.search(text) is not None


def is_denied(before: str) -> bool:
    """Whether the words before a term say that the person has it not, wants it only, or works for who has it."""
    return _DENIED.search(before) is not None


def is_beside(term: str, fact: Fact, span: tuple[int, int]) -> bool:
    """Whether the fact is only near the term: it stands in an employer's name, before a kind of goods, with somebody
    it was done for, or is a paper that nobody says to hold."""
    before, after = fact.text[: span[0]], fact.text[span[1] :]
    if _in_name(fact, span):
        return True
    if is_a(term, "held paper"):
        return fact.kind == "highlight" and not _HELD.search(fact.text)
    if _HIRED.search(before) and not is_a("recruitment", term) and term != "recruitment":
        return True
    goods = _GOODS.match(after) or _GOODS_OF.search(before) or _FOR.search(before)
    return term[:1].islower() and goods is not None


def _in_name(fact: Fact, span: tuple[int, int]) -> bool:
    """Whether the span lies in the name of the employer or school alone."""
    name = fact.data.get("name") if fact.kind == "role" else fact.data.get("institution")
    at = fact.text.find(name) if isinstance(name, str) and name else -1
    return fact.section != "projects" and at >= 0 and at <= span[0] and span[1] <= at + len(name or "")
