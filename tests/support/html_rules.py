#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks HTML pages as far as that goes without a browser, and prints what is wrong.

    html_rules.py FILE.html...

Elements close in order, ids are there once and links within the page lead somewhere,
headings skip no level, tables are regular grids with scopes, pictures have words, nothing
is loaded from anywhere, and there is no script.
"""
import sys
from html.parser import HTMLParser

VOID = {"meta", "br", "hr", "img", "link", "input"}
HEADINGS = {f"h{level}": level for level in range(1, 7)}


class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.problems, self.ids, self.targets = [], [], set(), []
        self.level, self.width, self.tables = 0, None, 0

    def expect(self, is_good, problem):
        if not is_good:
            self.problems.append(f"line {self.getpos()[0]}: {problem}")

    def handle_starttag(self, tag, attributes):
        attribute = dict(attributes)
        if tag not in VOID:
            self.open.append(tag)
        self.check_attributes(tag, attribute)
        if tag in HEADINGS:
            self.expect(HEADINGS[tag] <= self.level + 1, f"{tag} after level {self.level}")
            self.level = HEADINGS[tag]
        elif tag == "table":
            self.width, self.tables = None, self.tables + 1
        elif tag == "tr":
            self.cells = 0
        elif tag in ("th", "td"):
            self.cells += int(attribute.get("colspan", 1))
            self.expect(tag == "td" or attribute.get("scope"), "th without a scope")
        elif tag == "html":
            self.expect(attribute.get("lang") and attribute.get("dir"), "no lang or dir")
        elif tag == "img":
            self.expect(attribute.get("alt"), "img without alt")
        elif tag == "svg":
            self.expect(attribute.get("role") == "img", "svg without a role")

    def handle_startendtag(self, tag, attributes):
        self.check_attributes(tag, dict(attributes))

    def check_attributes(self, tag, attribute):
        self.expect(tag != "script", "a script")
        self.expect(not any(name.startswith("on") for name in attribute), "a handler")
        if "id" in attribute:
            self.expect(attribute["id"] not in self.ids, f"id {attribute['id']} again")
            self.ids.add(attribute["id"])
        for name in ("href", "xlink:href", "aria-labelledby"):
            for target in attribute.get(name, "").split():
                if name == "aria-labelledby" or target.startswith("#"):
                    self.targets.append(target.removeprefix("#"))
        source = attribute.get("src", attribute.get("xlink:href", "#"))
        self.expect(source.startswith(("#", "data:")), f"loads {source}")

    def handle_endtag(self, tag):
        if tag == "tr":
            self.expect(self.width in (None, self.cells),
                        f"a row of {self.cells} columns, not {self.width}")
            self.width = self.cells
        self.expect(self.open and self.open[-1] == tag, f"</{tag}> closes {self.open[-1:]}")
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def finish(self, text):
        self.expect(text.startswith("<!DOCTYPE html>\n"), "no doctype")
        self.expect(not self.open, f"left open: {self.open}")
        for target in self.targets:
            self.expect(target in self.ids, f"#{target} leads nowhere")


def main():
    count = 0
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as file:
            text = file.read()
        page = Page()
        page.feed(text)
        page.close()
        page.finish(text)
        count += len(page.problems)
        for problem in page.problems:
            print(f"{path}: {problem}")
    print(f"{len(sys.argv) - 1} pages, {count} problems")
    return 1 if count else 0


sys.exit(main())
