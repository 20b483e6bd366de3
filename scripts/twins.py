#!/usr/bin/env python3
"""Makes the twins of the corpus: every plan as docx, html, pdf, xlsx, GBK text and Markdown, in fixtures/twins.

The twins are committed; only making them anew needs this script, python-docx, openpyxl and LibreOffice:

    python3 scripts/twins.py            # all
    python3 scripts/twins.py NAME …     # the plans whose names begin so

What a twin has that its text has not: automatic numbers (docx), merged cells (docx, html, xlsx), page numbers and
repeated table headers (pdf), a page around the document (html), marks (md).
"""

import html
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import docx
import openpyxl
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from openpyxl.styles import Alignment

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "fixtures" / "twins"
STAMP = "2026-01-01T00:00:00Z"


# ---------------------------------------------------------------- the text as blocks


@dataclass
class Paragraph:
    text: str
    bold: int = 0  # characters at the start
    gap: bool = False


@dataclass
class Cell:
    lines: list
    rows: int = 1
    columns: int = 1


@dataclass
class Table:
    caption: str | None
    header: list
    rows: list = field(default_factory=list)  # one Cell or None (covered) a column


def blocks_of(name: str, text: str) -> list:
    if name.startswith("hongsibu"):
        return ledger(text)
    lines = text.lstrip("\ufeff").split("\n")
    blocks, blank, at = [], 0, 0
    while at < len(lines):
        line = lines[at].strip()
        if lines[at].startswith("\t序号"):
            table, at = stacked(lines, at)
            blocks.append(table)
            continue
        if line.startswith("名称\t"):
            table, at = tabbed(lines, at)
            blocks.append(table)
            continue
        at += 1
        if not line or set(line) == {"-"}:
            blank += 1
            continue
        new = paragraph(line, blank > 1 or (blank > 0 and len(blocks) < 12))
        blank = 0
        if blocks and broken_off(blocks[-1], new):
            blocks[-1].text += new.text
        else:
            blocks.append(new)
    return blocks


def paragraph(line: str, gap: bool) -> Paragraph:
    line = re.sub(r"^#+\s*", "", line)
    bold = 0
    if marked := re.match(r"\*\*(.+?)\*\*", line):
        line = marked.group(1) + line[marked.end() :]
        bold = len(marked.group(1))
    return Paragraph(line.replace("**", "").strip(), bold, gap)


def broken_off(above, new: Paragraph) -> bool:
    """Whether a page break parted one paragraph: the text stops inside a sentence, and no label follows."""
    if not isinstance(above, Paragraph) or not re.search("[，,。]", above.text) or new.bold:
        return False
    if len(above.text) < 40 and above.text[-1] not in "，,":
        return False
    return above.text[-1] not in "。：:；;！？）)》" and not any(form[1].match(new.text) for form in FORMS)


def merged(rows: list) -> list:
    """Empty cells of the columns that group rows are covered by the cell above."""
    for column in range(len(rows[0])):
        owner = None
        for row in rows:
            words = [line for line in row[column] if line]
            if words:
                owner = row[column] = Cell(words)
            elif owner is not None:
                owner.rows += 1
                row[column] = None
            else:
                row[column] = Cell([])
    return rows


def stacked(lines: list, at: int):
    """A table of one cell a line; a line that begins with a tab begins a cell."""
    rows, header = [], None
    while at < len(lines):
        if lines[at].strip() and not lines[at].startswith("\t"):
            if not rows and header is None:
                break
        cells = []
        while at < len(lines) and not (cells and re.match(r"\t(\d+$|序号)", lines[at])):
            line = lines[at]
            if line.startswith("\t"):
                cells.append([line.strip()])
            elif line.strip():
                cells[-1].append(line.strip())
            at += 1
        cells = [[re.sub(r"\[bookmark: \w+\]", "", line) for line in cell] for cell in cells]
        if cells[0] == ["序号"]:
            header = header or ["".join(cell) for cell in cells]
        else:
            assert len(cells) == len(header), cells
            rows.append(cells)
    return Table(None, header, merged(rows)), at


def tabbed(lines: list, at: int):
    header = lines[at].strip().split("\t")
    rows = []
    at += 1
    while at < len(lines) and "\t" in lines[at]:
        cells = lines[at].rstrip("\n").split("\t")
        rows.append([[cell.strip()] for cell in cells])
        at += 1
    return Table(None, header, merged(rows)), at


def ledger(text: str) -> list:
    """A ledger of units whose lines were wrapped at a width: numbered items joined again."""
    lines = [line.strip() for line in text.split("\n")]
    at = next(i for i, line in enumerate(lines) if line.startswith("序号"))
    title = [line for line in lines[:at] if line]
    header = lines[at].split()
    rows = []
    expect = 1
    for line in lines[at + 1 :]:
        if not line:
            continue
        if found := re.fullmatch(rf"{expect}(?: (\S+))?", line):
            rows.append([[str(expect)], [found.group(1) or ""], []])
            expect += 1
        elif not rows[-1][2] and not re.match(r"\d+[.．]", line) and len(line) < 16:
            rows[-1][1][0] += line
        elif re.match(r"\d+[.．]\D", line) or not rows[-1][2]:
            rows[-1][2].append(line)
        else:
            rows[-1][2][-1] += line
    rows = [[Cell(cell) for cell in row] for row in rows]
    return [Paragraph("".join(title))] + [Table(None, header, rows)]


# ---------------------------------------------------------------- docx

HAN = "零一二三四五六七八九十"


def number_of(words: str) -> int:
    if words.isdigit():
        return int(words)
    if words == "十":
        return 10
    if words.startswith("十"):
        return 10 + HAN.index(words[1])
    if "十" in words:
        tens, _, ones = words.partition("十")
        return HAN.index(tens) * 10 + (HAN.index(ones) if ones else 0)
    return HAN.index(words)


# Level, expression, number format, printed form: GB/T 9704-2012, 7.3.3.
FORMS = [
    (0, re.compile(r"([一二三四五六七八九十]+)、"), "chineseCountingThousand", "%1、"),
    (1, re.compile(r"（([一二三四五六七八九十]+)）"), "chineseCounting", "（%2）"),
    (1, re.compile(r"\(([一二三四五六七八九十]+)\)"), "japaneseCounting", "(%2)"),
    (2, re.compile(r"(\d{1,2})\.(?!\d)"), "decimal", "%3."),
    (2, re.compile(r"(\d{1,2})．(?!\d)"), "decimal", "%3．"),
    (2, re.compile(r"(\d{1,2})、"), "decimal", "%3、"),
]


class Numbers:
    """Numbering instances that print the labels of a plan, and what they have counted."""

    def __init__(self, running: bool):
        self.running = running
        self.instances = {}
        self.levels = {}
        self.xml = []
        self.overrides = []
        self.count = {}
        self.last = [None, None, None]

    def take(self, text: str):
        """The instance, the level and the words behind the label; None without label."""
        for form, (level, pattern, _, _) in enumerate(FORMS):
            if found := pattern.match(text):
                return *self.counted(form, level, number_of(found.group(1))), text[found.end() :]
        return None

    def counted(self, form: int, level: int, number: int):
        # Widths and marks differ in one plan: a form of its own is a definition of its own for its level.
        key = tuple(f for f in (form,))
        at, instance = self.count.get(key, (0, None))
        above = tuple(self.last[:level])
        restarted = self.levels.get(key) != above and not (self.running and level == 2)
        if instance is None or number != (1 if restarted and False else at + 1):
            instance = self.instance(form, number)
        self.count[key] = (number, instance)
        self.levels[key] = above
        self.last[level] = (form, number)
        return instance, level

    def instance(self, form: int, start: int) -> int:
        self.overrides.append((form, start))
        return len(self.overrides)

    def numbering(self):
        parts = [f'<w:numbering {nsdecls("w")}>']
        for form, (level, _, fmt, text) in enumerate(FORMS):
            levels = "".join(
                f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{fmt if at == level else "decimal"}"/>'
                f'<w:suff w:val="{"nothing" if form % 2 == 0 else "tab"}"/>'
                f'<w:lvlText w:val="{text if at == level else ""}"/><w:lvlJc w:val="left"/>'
                f'<w:pPr><w:ind w:left="0" w:firstLine="640"/></w:pPr></w:lvl>'
                for at in range(3)
            )
            parts.append(
                f'<w:abstractNum w:abstractNumId="{form}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
            )
        parts.append(
            '<w:abstractNum w:abstractNumId="90"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
            '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="%1"/>'
            '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl></w:abstractNum>'
        )
        for at, (form, start) in enumerate(self.overrides, 1):
            level = FORMS[form][0]
            parts.append(
                f'<w:num w:numId="{at}"><w:abstractNumId w:val="{form}"/><w:lvlOverride w:ilvl="{level}">'
                f'<w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            )
        parts.append('<w:num w:numId="900"><w:abstractNumId w:val="90"/></w:num></w:numbering>')
        return parse_xml("".join(parts))


def numbered(p, instance: int, level: int):
    pr = p._p.get_or_add_pPr()
    pr.insert(0, parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{instance}"/></w:numPr>'))


def fonts(style, name: str, size: float):
    style.font.name = name
    style.font.size = Pt(size)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)


def page_numbers(document):
    p = document.sections[0].footer.paragraphs[0]
    p.alignment = WD_ALIGN_PARAGRAPH.CENTER
    p.add_run("— ")
    run = p.add_run()
    for kind in ("begin", None, "end"):
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = " PAGE "
        run._r.append(mark)
    p.add_run(" —")


def write_docx(name: str, blocks: list, path: Path):
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    fonts(document.styles["Normal"], "Noto Sans CJK SC", 12)
    page_numbers(document)
    numbers = Numbers(name.startswith("tunxi"))
    head = next((i for i, b in enumerate(blocks) if isinstance(b, Paragraph) and FORMS[0][1].match(b.text)), 0)
    for at, block in enumerate(blocks):
        if isinstance(block, Table):
            docx_table(document, block, auto=name.startswith("linyi"))
            continue
        if block.gap:
            document.add_paragraph()
        p = document.add_paragraph()
        words, bold = block.text, block.bold
        if taken := numbers.take(block.text):
            instance, level, words = taken
            bold = max(0, bold - (len(block.text) - len(words)))
            words = words.lstrip()
            numbered(p, instance, level)
        elif at < head and len(words) < 40 and not words.endswith(("。", "：", ":")):
            p.alignment = WD_ALIGN_PARAGRAPH.CENTER
        else:
            p.paragraph_format.first_line_indent = Pt(24)
        if bold:
            p.add_run(words[:bold]).bold = True
        # Word breaks runs anywhere: at what was typed later, at a change of the input method.
        for part in re.split(r"(?<=\d)(?=\D)", words[bold:]):
            p.add_run(part)
    numbering = document.part.numbering_part
    numbering._element = numbers.numbering()
    document.core_properties.author = ""
    document.core_properties.title = ""
    document.save(path)


def docx_table(document, table: Table, auto: bool):
    grid = document.add_table(rows=1 + len(table.rows), cols=len(table.header))
    grid.style = "Table Grid"
    header = grid.rows[0]
    mark = OxmlElement("w:tblHeader")
    header._tr.get_or_add_trPr().append(mark)
    for cell, words in zip(header.cells, table.header):
        cell.paragraphs[0].add_run(words).bold = True
    order = table.header.index("序号")
    for r, row in enumerate(table.rows, 1):
        for c, cell in enumerate(row):
            if cell is None:
                continue
            target = grid.cell(r, c)
            if cell.rows > 1:
                target = target.merge(grid.cell(r + cell.rows - 1, c))
            p = target.paragraphs[0]
            if auto and c == order:
                numbered(p, 900, 0)
                continue
            for i, line in enumerate(cell.lines):
                # Names one below the other are broken lines as often as paragraphs.
                if i and c % 2:
                    p.runs[-1].add_break()
                    p.add_run(line)
                elif i:
                    p = target.add_paragraph(line)
                else:
                    p.add_run(line)
    width = {"序号": 1.1, "名称": 2.2, "责任单位": 3.6, "牵头部门": 2.4, "牵头单位": 2.6, "任务清单": 10.5}
    widths = [width.get(words, 2.9) for words in table.header]
    grid.autofit = False
    for column, centimetres in zip(grid.columns, widths):
        column.width = Cm(centimetres)
    for row in grid.rows:
        for cell, centimetres in zip(row.cells, widths):
            cell.width = Cm(centimetres)


# ---------------------------------------------------------------- html, md, xlsx, txt

PAGE = """<!DOCTYPE html>
<html>
<head>
<meta charset="{charset}">
<title>{title}</title>
<script>var visits = 1; document.write("");</script>
<style>p {{ text-indent: 2em; }}</style>
</head>
<body>
<div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li><li><a href="/hd">互动交流</a></li></ul></div>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk">政务公开</a> &gt; 正文</div>
<div class="content" id="zoom">
{body}
</div>
<div class="share">分享到：<a href="#">打印</a> <a href="#">关闭</a></div>
<div class="footer"><p>网站标识码：0000000000</p><p>主办单位：政府办公室　技术支持：信息中心</p></div>
</body>
</html>
"""


def write_html(name: str, blocks: list, path: Path):
    body, title = [], ""
    for block in blocks:
        if isinstance(block, Table):
            body.append(html_table(block))
            continue
        words = html.escape(block.text, quote=False)
        if block.bold:
            words = f"<strong>{html.escape(block.text[: block.bold], quote=False)}</strong>" + html.escape(
                block.text[block.bold :], quote=False
            )
        # Editors split words into spans; numbers get one of their own.
        words = re.sub(r"(\d+)", r'<span lang="EN-US">\1</span>', words, count=1)
        body.append(f'<p style="text-align: justify">　　{words}</p>')
        title = title or block.text
    charset = "gb2312" if name.startswith(("tunxi", "linyi")) else "utf-8"
    page = PAGE.format(charset=charset, title=html.escape(title), body="\n".join(body))
    path.write_bytes(page.encode("gb18030" if charset == "gb2312" else "utf-8"))


def html_table(table: Table) -> str:
    rows = ["<tr>" + "".join(f"<td><p><b>{html.escape(h)}</b></p></td>" for h in table.header) + "</tr>"]
    for row in table.rows:
        cells = []
        for c, cell in enumerate(row):
            if cell is None:
                continue
            span = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
            lines = [html.escape(line, quote=False) for line in cell.lines]
            inner = "<br>".join(lines) if c % 2 else "".join(f"<p>{line}</p>" for line in lines)
            cells.append(f"<td{span}>{inner}</td>")
        rows.append("<tr>" + "".join(cells) + "</tr>")
    return '<table border="1" cellspacing="0">\n' + "\n".join(rows) + "\n</table>"


def write_md(name: str, blocks: list, path: Path):
    lines = []
    for block in blocks:
        if isinstance(block, Table):
            lines.append("| " + " | ".join(block.header) + " |\n|" + " --- |" * len(block.header))
            for row in block.rows:
                cells = ["" if cell is None else "<br>".join(cell.lines) for cell in row]
                lines[-1] += "\n| " + " | ".join(cells) + " |"
            continue
        words = block.text
        if block.bold:
            words = f"**{words[: block.bold]}**{words[block.bold :]}"
        elif FORMS[0][1].match(words) and len(words) < 30:
            words = "## " + words
        elif FORMS[1][1].match(words) and len(words) < 30:
            words = "### " + words
        lines.append(words)
    path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")


def write_xlsx(name: str, blocks: list, path: Path):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for at, block in enumerate(blocks):
        if not isinstance(block, Table):
            continue
        sheet = book.create_sheet(f"Sheet{len(book.sheetnames) + 1}")
        before = [b.text for b in blocks[:at] if isinstance(b, Paragraph)]
        sheet.append([before[-1]])
        sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(block.header))
        sheet.append(block.header)
        for r, row in enumerate(block.rows, 3):
            for c, cell in enumerate(row, 1):
                if cell is None:
                    continue
                words = "\n".join(cell.lines)
                target = sheet.cell(r, c, int(words) if words.isdigit() else words)
                target.alignment = Alignment(wrap_text=True, vertical="center")
                if cell.rows > 1:
                    sheet.merge_cells(start_row=r, end_row=r + cell.rows - 1, start_column=c, end_column=c)
    if book.sheetnames:
        book.save(path)


def office(source: Path, to: str, out: Path):
    """Converts a file with LibreOffice."""
    with tempfile.TemporaryDirectory() as profile, tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", to, "--outdir", folder, source],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        made = next(Path(folder).iterdir())
        out.write_bytes(made.read_bytes())


def main(wanted: list):
    OUT.mkdir(parents=True, exist_ok=True)
    for source in sorted((ROOT / "corpus").glob("*.txt")):
        name = source.stem
        if wanted and not any(name.startswith(start) for start in wanted):
            continue
        text = source.read_text(encoding="utf-8")
        blocks = blocks_of(name, text)
        stem = str(OUT / name)
        Path(stem + ".gbk.txt").write_bytes(text.encode("gb18030"))
        write_md(name, blocks, Path(stem + ".md"))
        write_html(name, blocks, Path(stem + ".html"))
        write_xlsx(name, blocks, Path(stem + ".xlsx"))
        write_docx(name, blocks, Path(stem + ".docx"))
        office(Path(stem + ".docx"), "pdf", Path(stem + ".pdf"))
        # The same saved by another writer: other numbering parts, other styles, other merges.
        office(Path(stem + ".docx"), "docx:MS Word 2007 XML", Path(stem + ".saved.docx"))
        tables = [b for b in blocks if isinstance(b, Table)]
        print(name, len(blocks), "blocks,", sum(len(t.rows) for t in tables), "rows")


if __name__ == "__main__":
    main(sys.argv[1:])
