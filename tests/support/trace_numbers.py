# SPDX-License-Identifier: MIT
"""Lists the numbers on the pages of a PDF that have no id in its trace.

    trace_numbers.py OUT.pdf OUT.trace.json BRIEFING.md [TEXTS.yaml...]

A number may be printed on a page as often as the texts of that page's ids have it.
Apart from these there are labels of value axes (figures by themselves in the style of
axes), dates and years, numbers of figures, tables and pages, and what the author wrote.
"""
import collections
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

NUMBER = re.compile(r"\d(?:[\d.,]*\d)?")
MONTHS = ("January|February|March|April|May|June|July|August|September|October|November|"
          "December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec")
FURNITURE = re.compile(
    rf"\b\d{{1,2}} (?:{MONTHS})\b|\b(?:{MONTHS}) \d{{1,2}}\b(?![,.]\d)|\b(?:19|20)\d\d\b"
    r"|\b(?:Figure|Table) \d+|Page \d+ of \d+")


def plain(text):
    return re.sub(r"\s+", " ", text.replace("\u00a0", " "))


def is_axis_label(element, font):
    text = plain("".join(element.itertext())).strip()
    return (font["size"] == "11" and font["color"] == "#4a5560"
            and font["family"].endswith("RobotoCondensed") and element.find("b") is None
            and re.fullmatch(r"[\u2212+]?[\d.,]+%?", text))


def page_texts(pdf):
    xml = subprocess.check_output(["pdftohtml", "-xml", "-i", "-stdout", pdf])
    fonts = {}
    for page in ElementTree.fromstring(xml.decode()).iter("page"):
        for font in page.iter("fontspec"):
            fonts[font.get("id")] = font.attrib
        joined, end = "", None
        for text in page.iter("text"):
            start = (int(text.get("top")), int(text.get("left")))
            is_next = end and start[0] == end[0] and abs(start[1] - end[1]) <= 1
            if not is_axis_label(text, fonts[text.get("font")]):
                joined += ("" if is_next else " ") + "".join(text.itertext())
            end = (start[0], start[1] + int(text.get("width")))
        yield int(page.get("number")), plain(joined)


def written(files):
    """What stands outside of the expressions, and in the texts within them."""
    source = " ".join(open(file, encoding="utf-8").read() for file in files)
    quoted = " ".join(re.findall(r"\?\?\s*[\"']([^\"']*)", source))
    return set(NUMBER.findall(plain(re.sub(r"\{\{.*?\}\}", " ", source) + quoted)))


def main(pdf, sidecar, *files):
    numbers = json.load(open(sidecar, encoding="utf-8"))["numbers"]
    literals = written(files)
    without = 0
    for page, text in page_texts(pdf):
        have = collections.Counter()
        for number in numbers:
            if number["page"] == page:
                have.update(NUMBER.findall(FURNITURE.sub(" ", plain(number["text"]))))
        printed = collections.Counter(NUMBER.findall(FURNITURE.sub(" ", text)))
        for number, count in sorted(printed.items()):
            if count > have[number] and number not in literals:
                print(f"page {page}: {number} is printed {count} times, "
                      f"and {have[number]} of them have an id")
                without += 1
        print(f"page {page}: {sum(printed.values())} numbers, "
              f"{sum(number['page'] == page for number in numbers)} ids")
    print("every number has an id" if not without else f"{without} have no id")
    return without > 0


sys.exit(main(*sys.argv[1:]))
