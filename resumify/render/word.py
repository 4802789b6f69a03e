"""Sheet -> DOCX in Word's built-in styles: one column, no tables, contact in the body. The same bytes for a sheet."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

from resumify.render.sheet import Block, Contact, Entry, Sheet

_FONT = "Calibri"
_SIZES = {"Normal": 10.5, "List Bullet": 10.5, "Title": 22, "Subtitle": 12, "Heading 1": 13, "Heading 2": 11}
_ACCENT, _QUIET = (0x1F, 0x4E, 0x79), (0x4A, 0x55, 0x60)
_MADE = datetime(2025, 1, 1)  # python-docx wants a naive UTC time
_MARGINS_MM = {"top": 17, "bottom": 16, "left": 20, "right": 20}
_A4_MM = (210, 297)


def to_docx(sheet: Sheet) -> bytes:
    """Return the document."""
    from docx import Document

    document = Document()
    _design(document, sheet)
    if sheet.name:
        document.add_paragraph(sheet.name, style="Title")
    if sheet.label:
        document.add_paragraph(sheet.label, style="Subtitle")
    if sheet.contacts:
        _contacts(document.add_paragraph(), sheet.contacts)
    if sheet.summary:
        document.add_heading(sheet.summary_heading, level=1)
        for line in sheet.summary:
            document.add_paragraph(line)
    for block in sheet.blocks:
        document.add_heading(block.heading, level=1)
        _block(document, block)
    written = io.BytesIO()
    document.save(written)
    return _timeless(written.getvalue())


def _block(document: Any, block: Block) -> None:
    for entry in block.entries:
        _entry(document, entry)
    for row in block.rows:
        paragraph = document.add_paragraph()
        if row.name:
            paragraph.add_run(f"{row.name}: ").bold = True
        paragraph.add_run(row.text)


def _entry(document: Any, entry: Entry) -> None:
    head = document.add_heading(entry.title, level=2)
    if entry.dates:
        dates = head.add_run(f"\t{entry.dates}")
        dates.bold = False
        _quiet(dates)
    if entry.place:
        place = document.add_paragraph()
        place.paragraph_format.keep_with_next = True
        run = place.add_run(entry.place)
        run.italic = True
        _quiet(run)
    for line in entry.prose:
        document.add_paragraph(line)
    for bullet in entry.bullets:
        document.add_paragraph(bullet, style="List Bullet")
    if entry.link is not None:
        _contacts(document.add_paragraph(), (entry.link,))


def _contacts(paragraph: Any, contacts: tuple[Contact, ...]) -> None:
    """Contacts as links where they lead somewhere; python-docx has no call for a link, so its element is made here."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for index, contact in enumerate(contacts):
        if index:
            paragraph.add_run(" · ")
        run = paragraph.add_run(contact.text)
        _quiet(run)
        if contact.address:
            link = OxmlElement("w:hyperlink")
            link.set(
                qn("r:id"), paragraph.part.relate_to(contact.address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            )
            link.append(run._r)
            paragraph._p.append(link)


def _quiet(run: Any) -> None:
    from docx.shared import RGBColor

    run.font.color.rgb = RGBColor(*_QUIET)


def _design(document: Any, sheet: Sheet) -> None:
    """Page, fonts and spacing; the styles keep their built-in names, which parsers look for."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    page = document.sections[0]
    page.page_width, page.page_height = (Mm(length) for length in _A4_MM)
    for side, length in _MARGINS_MM.items():
        setattr(page, f"{side}_margin", Mm(length))
    for name, size in _SIZES.items():
        style = document.styles[name]
        style.font.name, style.font.size, style.font.italic = _FONT, Pt(size), False
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in [kind for kind in fonts.attrib if kind.endswith("Theme")]:
            del fonts.attrib[kind]
        fonts.set(qn("w:hAnsi"), _FONT)
        if name.startswith(("Title", "Heading")):
            style.font.bold, style.font.color.rgb = True, RGBColor(*_ACCENT)
        style.paragraph_format.space_after = Pt(2)
        style.paragraph_format.space_before = Pt({"Heading 1": 12, "Heading 2": 7}.get(name, 0))
    document.styles["Subtitle"].font.color.rgb = RGBColor(*_QUIET)
    right = Mm(_A4_MM[0] - _MARGINS_MM["left"] - _MARGINS_MM["right"])
    entry = document.styles["Heading 2"]
    entry.paragraph_format.tab_stops.add_tab_stop(right, WD_TAB_ALIGNMENT.RIGHT)
    entry.font.color.rgb = RGBColor(0x1B, 0x27, 0x33)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), sheet.language)
    properties = document.core_properties
    properties.title, properties.author = " – ".join(filter(None, (sheet.name, sheet.label)))[:255], sheet.name[:255]
    properties.language, properties.comments = sheet.language, ""
    properties.created = properties.modified = _MADE


def _timeless(packed: bytes) -> bytes:
    """The same archive without the time of day at which it was packed."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as given, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in given.namelist():
            kept.writestr(zipfile.ZipInfo(name), given.read(name), zipfile.ZIP_DEFLATED)
    return written.getvalue()
