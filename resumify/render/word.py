"""Sheet -> DOCX in Word's built-in styles: one column, no tables, contact in the body. The same bytes for a sheet."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from datetime import datetime
from typing import Any

from resumify.render.labels import reads_from_right
from resumify.render.sheet import Block, Contact, Entry, Sheet
from resumify.render.themes import THEMES, Theme

_STYLES = ("Normal", "List Bullet", "Title", "Subtitle", "Heading 1", "Heading 2")
_MADE = datetime(2025, 1, 1)  # python-docx wants a naive UTC time
_A4_MM = (210, 297)


def to_docx(sheet: Sheet) -> bytes:
    """Return the document."""
    from docx import Document

    document = Document()
    theme = THEMES[sheet.theme]
    _page(document, theme)
    _styles(document, theme)
    _properties(document, sheet)
    _body(document, sheet)
    for paragraph in document.paragraphs:
        _direct(paragraph, reads_from_right(sheet.language))
    written = io.BytesIO()
    document.save(written)
    return _timeless(written.getvalue())


def _body(document: Any, sheet: Sheet) -> None:
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
    quiet = THEMES[sheet.theme].quiet
    for block in sheet.blocks:
        document.add_heading(block.heading, level=1)
        _block(document, block, quiet)


def _block(document: Any, block: Block, quiet: str) -> None:
    for entry in block.entries:
        _entry(document, entry, block.compact, quiet)
    for row in block.rows:
        paragraph = document.add_paragraph()
        if row.name:
            paragraph.add_run(f"{row.name}: ").bold = True
        paragraph.add_run(row.text)


def _entry(document: Any, entry: Entry, compact: bool, quiet: str) -> None:
    head = document.add_heading(entry.title, level=2)
    head.paragraph_format.keep_with_next = bool(entry.place or entry.prose or entry.bullets or entry.link)
    if entry.place and compact:
        _aside(head, f"{' · ' if entry.title else ''}{entry.place}", quiet).italic = True
    if entry.dates:
        _aside(head, f"\t{entry.dates}", quiet)
    if entry.place and not compact:
        place = document.add_paragraph()
        place.paragraph_format.keep_with_next = bool(entry.prose or entry.bullets or entry.link)
        _aside(place, entry.place, quiet).italic = True
    for line in entry.prose:
        document.add_paragraph(line)
    for number, bullet in enumerate(entry.bullets):
        line = document.add_paragraph(bullet, style="List Bullet")
        line.paragraph_format.keep_with_next = number == 0 and len(entry.bullets) > 1
    if entry.link is not None:
        _contacts(document.add_paragraph(), (entry.link,))


def _aside(paragraph: Any, text: str, quiet: str) -> Any:
    run = paragraph.add_run(text)
    run.bold = False
    run.font.color.rgb = _color(quiet)
    return run


def _contacts(paragraph: Any, contacts: tuple[Contact, ...]) -> None:
    """Contacts as links where they lead somewhere; python-docx has no call for a link, so its element is made here."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for index, contact in enumerate(contacts):
        if index:
            paragraph.add_run(" · ")
        run = paragraph.add_run(contact.text)
        if contact.address:
            link = OxmlElement("w:hyperlink")
            link.set(
                qn("r:id"), paragraph.part.relate_to(contact.address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            )
            link.append(run._r)
            paragraph._p.append(link)


def _direct(paragraph: Any, whole_page: bool) -> None:
    """A paragraph that begins with Arabic or Hebrew reads from right to left, as all do on such a page; Word wants to
    be told so."""
    from docx.oxml import OxmlElement

    letters = (unicodedata.bidirectional(character) for character in paragraph.text)
    if not whole_page and next((kind for kind in letters if kind in ("L", "R", "AL")), "L") == "L":
        return
    paragraph._p.get_or_add_pPr().insert_element_before(
        OxmlElement("w:bidi"), *("w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr", "w:sectPr")
    )
    for run in paragraph.runs:
        run.font.rtl = any(unicodedata.bidirectional(character) in ("R", "AL") for character in run.text) or None


def _page(document: Any, theme: Theme) -> None:
    from docx.shared import Mm

    page = document.sections[0]
    page.page_width, page.page_height = (Mm(length) for length in _A4_MM)
    beside, above, below = theme.margins
    page.left_margin = page.right_margin = Mm(beside)
    page.top_margin, page.bottom_margin = Mm(above), Mm(below)


def _styles(document: Any, theme: Theme) -> None:
    """Fonts, colours and spacing; the styles keep their built-in names, which parsers look for."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Mm, Pt

    text = theme.sizes[0]
    sizes = dict(zip(_STYLES, (text, text, theme.name_size, theme.label_size, theme.heading_size, text), strict=True))
    colors = {"Title": theme.name_color, "Subtitle": theme.quiet, "Heading 1": theme.accent, "Heading 2": theme.ink}
    above = {"Heading 1": theme.before_section * text * 0.8, "Heading 2": theme.before_entry * text * 0.5}
    for name, size in sizes.items():
        style = document.styles[name]
        _typeface(style, theme.word_font)
        style.font.size, style.font.italic = Pt(size), False
        style.font.color.rgb = _color(colors.get(name, theme.ink))
        style.paragraph_format.space_before = Pt(round(above.get(name, 0) * 2) / 2)
        style.paragraph_format.space_after = Pt(4 if name == "Heading 1" else 2)
        style.paragraph_format.widow_control = True
    for name in ("Title", "Heading 1", "Heading 2"):
        document.styles[name].font.bold = True
    _rule(document.styles["Heading 1"], theme.rule)
    _rule(document.styles["Title"], None)
    right = Mm(_A4_MM[0] - 2 * theme.margins[0])
    document.styles["Heading 2"].paragraph_format.tab_stops.add_tab_stop(right, WD_TAB_ALIGNMENT.RIGHT)


def _typeface(style: Any, font: str) -> None:
    from docx.oxml.ns import qn

    style.font.name = font
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in [kind for kind in fonts.attrib if kind.endswith("Theme")]:
        del fonts.attrib[kind]
    fonts.set(qn("w:hAnsi"), font)


def _rule(style: Any, color: str | None) -> None:
    """The line below a heading: in this colour, or none."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)
    if color is None:
        return
    borders, below = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", color.lstrip("#"))):
        below.set(qn(f"w:{name}"), value)
    borders.append(below)
    properties.insert_element_before(borders, *("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"))


def _properties(document: Any, sheet: Sheet) -> None:
    from docx.oxml.ns import qn

    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), sheet.language)
    properties = document.core_properties
    properties.title, properties.author = " – ".join(filter(None, (sheet.name, sheet.label)))[:255], sheet.name[:255]
    properties.language, properties.comments = sheet.language, ""
    properties.created = properties.modified = _MADE


def _color(value: str) -> Any:
    from docx.shared import RGBColor

    return RGBColor.from_string(value.lstrip("#").upper())


def _timeless(packed: bytes) -> bytes:
    """The same archive without the time of day at which it was packed."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as given, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in given.namelist():
            kept.writestr(zipfile.ZipInfo(name), given.read(name), zipfile.ZIP_DEFLATED)
    return written.getvalue()
