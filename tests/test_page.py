"""The page as a person meets it: filled in, read and pressed in a real browser, against the service as it is."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait
from starlette.testclient import TestClient

from bento.keys import KeyRing
from resumify.config import Settings, project_root
from resumify.models import Prompt
from tests.test_cli import POSTING

FILES = sorted((project_root() / "bento" / "page").iterdir())


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    home = tmp_path_factory.mktemp("browser")
    options = ChromeOptions()
    options.binary_location = next(path for name in ("chromium", "google-chrome") if (path := shutil.which(name)))
    as_root = ["--no-sandbox"] if sys.platform == "linux" and os.geteuid() == 0 else []
    for flag in ("--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1366,1000", *as_root):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    environment = {**os.environ, "HOME": str(home), "TMPDIR": str(home)}
    driver = Chrome(options=options, service=Service(shutil.which("chromedriver"), env=environment))
    try:
        yield driver
    finally:
        driver.quit()


class Page:
    """What a person does on the page, and sees."""

    def __init__(self, driver: Chrome, address: str) -> None:
        self.driver = driver
        driver.get(address)
        driver.execute_script("sessionStorage.clear()")
        driver.get(address)

    def order(self, profile: str, job: str | None = None, model: bool = False) -> None:
        self.fill("profile", profile)
        text = POSTING.read_text(encoding="utf-8") if job is None else job
        self.driver.execute_script("arguments[0].value = arguments[1]", self.at("job"), text)
        if self.driver.find_element(By.NAME, "model").is_selected() != model:
            self.driver.find_element(By.NAME, "model").click()
        self.at("write").click()

    def fill(self, field: str, text: str) -> None:
        self.at(field).clear()
        self.at(field).send_keys(text)

    def at(self, id_: str) -> Any:
        return self.driver.find_element(By.ID, id_)

    def shows(self, id_: str) -> str:
        """Wait for this part of the page, and return its text."""
        WebDriverWait(self.driver, 60, 0.05).until(lambda _: self.at(id_).is_displayed())
        return str(self.at(id_).text)

    def lines(self) -> list[Any]:
        self.shows("finished")
        return list(self.driver.find_elements(By.CSS_SELECTOR, "#sheet .line"))

    def complaints(self) -> list[str]:
        """What the browser said against the page: errors, and what its policy forbade."""
        return [entry["message"] for entry in self.driver.get_log("browser")]


@pytest.fixture
def page(browser: Chrome, address: str) -> Page:
    return Page(browser, address)


def test_the_page_names_no_other_host_and_writes_no_markup_out_of_texts() -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in FILES}
    assert set(texts) >= {"index.html", "page.css", "page.js"}
    for name, text in texts.items():
        assert set(re.findall(r"(?<!:)//[\w.-]+\.\w+|https?://[\w.-]+", text)) <= {"http://www.w3.org"}, name
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|<style|\sstyle=|\son\w+=", text
        )


def test_a_link_on_another_site_leads_to_the_page(client: TestClient) -> None:
    answer = client.get("/", headers={"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"})
    assert answer.status_code == 200
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]


def test_whoever_points_at_a_line_sees_the_fact_it_stands_on(page: Page) -> None:
    page.order("ada", model=True)
    line = next(one for one in page.lines() if "hot path" in one.text)
    ActionChains(page.driver).move_to_element(line).perform()
    note = page.shows("note")
    assert "p99 latency of the payment API went from 820 ms to 190 ms after I rewrote the hot path in Go" in note
    assert "ada.json, read " in note
    assert ("Reworded" in note) == ("reworded" in line.get_attribute("class"))
    assert page.complaints() == []


def test_the_sheet_says_what_the_files_say_and_every_fact_can_be_pointed_at(page: Page, client: TestClient) -> None:
    posting = POSTING.read_text(encoding="utf-8")
    made = client.post("/v1/resumes", json={"profile": "ada", "job": posting, "model": "none"}).json()
    text = client.get(f"/v1/resumes/{made['id']}", headers={"Accept": "text/plain"}).text
    page.order("ada")
    paths = {line.get_attribute("data-path") for line in page.lines()}
    assert Counter(re.findall(r"\w+", page.at("sheet").text)) == Counter(re.findall(r"\w+", text))
    assert paths == set(made["evidence"])


def test_the_keyboard_alone_writes_a_resume_reads_it_and_follows_the_match(page: Page) -> None:
    page.order("ada")
    first = page.lines()[0]
    assert page.driver.switch_to.active_element.get_attribute("id") == "result-title"
    for _ in range(40):
        ActionChains(page.driver).send_keys(Keys.TAB).perform()
        if page.driver.switch_to.active_element == first:
            break
    assert "In your own words" in page.shows("note")
    ActionChains(page.driver).send_keys(Keys.ESCAPE).perform()
    assert not page.at("note").is_displayed()
    page.driver.find_element(By.CSS_SELECTOR, "#report .met a").send_keys(Keys.ENTER)
    assert "Shows: " in page.shows("note")
    assert page.driver.switch_to.active_element.get_attribute("role") == "button"


def test_what_the_posting_asks_for_is_told_apart_from_what_is_absent(page: Page) -> None:
    page.order("mallory")
    page.lines()
    assert "of what the posting asks for" in page.at("coverage").text
    report = page.at("report").text
    assert "Met\nExperience with Kubernetes or another container platform" in report
    assert "Absent\nExperience with CI/CD pipelines" in report
    assert "resumify answer --profile mallory --question " in report


@pytest.mark.parametrize(
    ("title", "name", "begins"), [("PDF", "resume-ada.pdf", b"%PDF"), ("Word", "resume-ada.docx", b"PK")]
)
def test_a_resume_is_downloaded_as_a_file(page: Page, tmp_path: Path, title: str, name: str, begins: bytes) -> None:
    behaviour = {"behavior": "allow", "downloadPath": str(tmp_path)}
    page.driver.execute_cdp_cmd("Browser.setDownloadBehavior", behaviour)
    page.order("ada")
    page.lines()
    page.driver.find_element(By.XPATH, f"//button[.='{title}']").click()
    WebDriverWait(page.driver, 60, 0.05).until(lambda _: (tmp_path / name).exists())
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_no_word_of_a_hostile_profile_becomes_a_script_an_element_or_an_address(page: Page) -> None:
    page.order("mallory")
    for line in page.lines():
        ActionChains(page.driver).move_to_element(line).perform()
    sheet = page.shows("sheet")
    assert "<svg onload=window.pwned=5>" in sheet
    assert "{{constructor" in sheet
    foreign = "#result :is(script, svg, img, iframe, b, style, form), #result [onload], #result [onmouseover]"
    assert page.driver.find_elements(By.CSS_SELECTOR, foreign) == []
    links = [one.get_attribute("href") for one in page.driver.find_elements(By.CSS_SELECTOR, "#sheet a")]
    assert [link.split(":")[0] for link in links] == ["https"]
    assert page.driver.execute_script("return window.pwned") is None
    assert page.complaints() == []


@pytest.mark.parametrize(
    ("profile", "job", "message", "hint"),
    [
        ("nobody", None, "There is no such profile.", "resumify import SOURCE --profile ID"),
        ("bob", None, "The profile bob holds no facts yet.", "python run.py --pipeline stream --drain"),
        ("ada", "lorem ipsum", "job posting", "posting"),
    ],
)
def test_what_is_wrong_is_said_with_what_to_do(
    page: Page, profile: str, job: str | None, message: str, hint: str
) -> None:
    page.order(profile, job)
    said = page.shows("problem")
    assert message in said
    assert hint in said
    assert not page.at("result").is_displayed()
    assert page.at("write").get_attribute("aria-disabled") is None


def test_a_stream_that_fails_and_a_service_that_is_gone_are_said_too(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise OSError("no disk")

    with monkeypatch.context() as patch:
        patch.setattr("bento.resumes.ResumeStore.put", broken)
        page.order("ada")
        assert "Something went wrong on our side." in page.shows("problem")
    assert not page.at("result").is_displayed()
    network = {"offline": True, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
    page.driver.execute_cdp_cmd("Network.enable", {})
    page.driver.execute_cdp_cmd("Network.emulateNetworkConditions", network)
    try:
        page.at("write").click()
        WebDriverWait(page.driver, 60, 0.05).until(lambda _: "does not answer" in page.at("problem").text)
    finally:
        page.driver.execute_cdp_cmd("Network.emulateNetworkConditions", {**network, "offline": False})


def test_stop_ends_the_writing_without_a_complaint(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, left = Event(), Event()

    def slow(prompts: Sequence[Prompt]) -> list[str]:
        if prompts:
            begun.set()
            left.wait(60)
        return [""] * len(prompts)

    monkeypatch.setattr("resumify.adapters.local_model.LocalModel.write", lambda _, prompts: slow(prompts))
    page.order("ada", model=True)
    assert begun.wait(60)
    assert "Ada" in page.shows("sheet")
    page.at("stop").click()
    left.set()
    WebDriverWait(page.driver, 60, 0.05).until(lambda _: page.at("write").get_attribute("aria-disabled") is None)
    assert not page.at("result").is_displayed()
    assert not page.at("problem").is_displayed()


def test_a_key_is_asked_for_where_one_is_needed_and_kept_for_this_tab_alone(
    page: Page, service_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RESUMIFY_OPEN", "0")
    assert not page.at("key").is_displayed()
    page.order("mallory")
    assert "resumify keys add" in page.shows("problem")
    assert page.driver.switch_to.active_element == page.at("key")
    ring = KeyRing(Settings().keys)
    key = ring.add("mallory")
    page.fill("key", key)
    page.at("write").click()
    assert page.lines()
    ring.revoke("mallory")
    kept = page.driver.execute_script("return [{...sessionStorage}, {...localStorage}, document.cookie, location.href]")
    assert kept[0] == {"resumify.profile": "mallory", "resumify.key": key}
    assert kept[1:3] == [{}, ""]
    assert key not in kept[3]


def test_it_fits_a_phone_and_every_control_has_a_name(page: Page) -> None:
    size = {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True}
    page.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        page.order("ada")
        line = page.lines()[-1]
        page.driver.execute_script("scrollTo(0, arguments[0] - innerHeight + 40)", line.rect["y"])
        page.driver.execute_script("arguments[0].click()", line)  # a finger leaves nothing hovering where it was
        page.shows("note")
        assert page.driver.execute_script("return document.documentElement.scrollWidth") == 360
        edges = "return [arguments[0].getBoundingClientRect().bottom, arguments[1].getBoundingClientRect().top]"
        bottom, top = page.driver.execute_script(edges, line, page.at("note"))
        assert 0 < bottom <= top
        controls = page.driver.find_elements(By.CSS_SELECTOR, "input, select, textarea, button, a, [role=button]")
        shown = [control for control in controls if control.is_displayed()]
        assert len(shown) > 40
        assert all(control.accessible_name for control in shown)
    finally:
        page.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
