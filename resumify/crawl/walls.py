"""What stands between us and a profile, told from what the browser shows. Recognises; does not act.

By field types, addresses, answers and the words of short pages; never by class names.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from bs4 import BeautifulSoup

from resumify.errors import Challenge, NeedsLogin, PageNotFound, TwoFactor, Wall
from resumify.ports import Snapshot

_CODE_NAME = re.compile(r"otp|totp|2fa|mfa|two.?factor|(verification|security|auth).?code|one.?time", re.IGNORECASE)
_CODE_PATH = re.compile(r"two.?factor|2fa|mfa|otp", re.IGNORECASE)
_LOGIN_PATH = re.compile(r"log.?in|sign.?in|auth.?wall|session|anmeld|connexion|accedi|entrar", re.IGNORECASE)
_CHALLENGE_PATH = re.compile(r"challenge|checkpoint|captcha", re.IGNORECASE)
_CHALLENGE_WORDS = re.compile(
    r"captcha|not a robot|are (?:you )?(?:a )?human|security check|unusual (?:traffic|activity)|verify (?:that )?you"
    r"|kein roboter|sicherheits(?:über)?prüfung|pas un robot|vérification de sécurité|no soy un robot"
    r"|comprobación de seguridad|non sono un robot|verifica di sicurezza|não sou um robô|geen robot",
    re.IGNORECASE,
)
_SHORT = 1500  # characters; a profile that talks about captchas is longer
_ASKS_FOR_CODE = "The site wants a code that only you have."
_CODE_HINT = "Sign in with an account without two-factor login, or import a file (JSON Resume or a saved page)."
_HUMAN_HINT = "Pass the check in your own browser and try again later, or import a file instead."


def wants_login(page: Snapshot) -> bool:
    """Tell whether the page is there to sign in."""
    soup = BeautifulSoup(page.html, "lxml")
    if soup.select_one("input[type=password]") is not None:
        return not _is_code_page(page, soup)
    asks_for_name = soup.select_one("input[autocomplete~=username], input[type=email], input[type=text]") is not None
    return asks_for_name and _LOGIN_PATH.search(urlsplit(page.url).path) is not None


def wall_of(page: Snapshot) -> Wall | None:
    """Return the wall that the page is, None where it is none. A login form that can be filled is no wall yet."""
    soup = BeautifulSoup(page.html, "lxml")
    if _is_code_page(page, soup):
        return TwoFactor(_ASKS_FOR_CODE, _CODE_HINT)
    if _is_challenge(page, soup):
        return Challenge("The site wants proof that a human being is there.", _HUMAN_HINT)
    if wants_login(page):
        return None
    if page.status == 401:
        return NeedsLogin(f"{page.url} is open to people who are signed in only.", "Give a user name and a password.")
    if page.status in {403, 404, 410}:
        reason = "is not open to this account" if page.status == 403 else "does not exist"
        return PageNotFound(f"The profile at {page.url} {reason}.", "Check the address; only your own profile is read.")
    if page.status >= 400:
        return Wall(f"{page.url} answered with error {page.status}.", "Try again later.")
    return None


def _is_code_page(page: Snapshot, soup: BeautifulSoup) -> bool:
    for field in soup.select("input:not([type=hidden])"):
        if field.get("autocomplete") == "one-time-code":
            return True
        if _CODE_NAME.search(f"{field.get('name', '')} {field.get('id', '')}"):
            return True
    return _CODE_PATH.search(urlsplit(page.url).path) is not None


def _is_challenge(page: Snapshot, soup: BeautifulSoup) -> bool:
    if page.status == 999:  # what the largest network answers to programs
        return True
    for silent in soup.select("script, style, template, noscript"):
        silent.decompose()
    text = soup.get_text(" ", strip=True)
    if len(text) > _SHORT or soup.select_one("input[type=password]") is not None:
        return False
    framed = any(
        re.search(r"captcha|turnstile|arkose", str(frame.get("src", "")), re.I) for frame in soup.select("iframe")
    )
    return framed or bool(_CHALLENGE_WORDS.search(text)) or bool(_CHALLENGE_PATH.search(urlsplit(page.url).path))
