#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks a folder against RFC 8493 (BagIt 1.0), and its data against RO-Crate 1.1.

    bag_rules.py BAG

Nothing of the program is used here: the rules are read from the standards. Prints what is wrong,
one line each, or what it has found whole. Exit status 1 where something is wrong.
"""

import hashlib
import json
import os
import re
import sys
import urllib.parse

MANIFEST = re.compile(r"(tag)?manifest-([a-z0-9]+)\.txt")
DIGITS = {"md5": 32, "sha1": 40, "sha224": 56, "sha256": 64, "sha384": 96, "sha512": 128}
# 2.2.2: labels that must not be repeated.
ONCE = {"payload-oxum", "bag-count", "bag-size", "bagging-date", "bag-group-identifier"}


class Bag:
    def __init__(self, folder):
        self.folder = folder
        self.problems = []
        self.files = set()
        for place, _, names in os.walk(folder):
            for name in names:
                path = os.path.relpath(os.path.join(place, name), folder)
                self.files.add(path.replace(os.sep, "/"))

    def problem(self, text):
        self.problems.append(text)

    def read(self, path):
        with open(os.path.join(self.folder, path), "rb") as file:
            return file.read()

    def text(self, path):
        """A tag file: UTF-8 without a byte order mark, lines end with LF, CR or CRLF."""
        data = self.read(path)
        if data.startswith(b"\xef\xbb\xbf"):
            self.problem(f"{path}: a byte order mark")
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError as error:
            self.problem(f"{path}: {error}")
            return ""


def lines_of(text):
    lines = re.split(r"\r\n|\n|\r", text)
    return lines[:-1] if lines[-1] == "" else lines


def check_declaration(bag):
    """2.1.1: exactly these two lines."""
    if "bagit.txt" not in bag.files:
        bag.problem("bagit.txt: missing")
        return
    lines = lines_of(bag.text("bagit.txt"))
    expected = [r"BagIt-Version: \d+\.\d+", r"Tag-File-Character-Encoding: UTF-8"]
    if len(lines) != 2 or not all(re.fullmatch(e, l) for e, l in zip(expected, lines)):
        bag.problem(f"bagit.txt: {lines}")


def unescape(path):
    """2.1.3: only these three are escaped; any other sign of per cent stands for itself."""
    signs = {"0a": "\n", "0d": "\r", "25": "%"}
    return re.sub("%(0[aAdD]|25)", lambda found: signs[found.group(1).lower()], path)


def check_path(bag, manifest, path):
    """5.1: paths that lead out of the bag."""
    if path.startswith(("/", "~")) or ".." in path.split("/") or "." in path.split("/"):
        bag.problem(f"{manifest}: {path} leads elsewhere")
        return False
    return True


def read_manifest(bag, name, algorithm):
    entries = {}
    for line in lines_of(bag.text(name)):
        found = re.fullmatch(r"([0-9a-fA-F]+)[ \t]+\*?(.+)", line)
        if not found or len(found.group(1)) != DIGITS[algorithm]:
            bag.problem(f"{name}: {line!r} is no line of a manifest")
            continue
        path = unescape(found.group(2))
        if path in entries:
            bag.problem(f"{name}: {path} stands twice")
        if check_path(bag, name, path):
            entries[path] = found.group(1).lower()
    return entries


def check_hashes(bag, name, algorithm, entries):
    for path, digest in entries.items():
        if path not in bag.files:
            bag.problem(f"{path}: missing")
        elif hashlib.new(algorithm, bag.read(path)).hexdigest() != digest:
            bag.problem(f"{path}: not what {name} says")


def check_manifests(bag):
    payload = {path for path in bag.files if path.startswith("data/")}
    tags = {p for p in bag.files - payload if not p.startswith("tagmanifest-")}
    payload_manifests = 0
    for name in sorted(bag.files):
        found = MANIFEST.fullmatch(name)
        if not found:
            continue
        is_tag, algorithm = found.groups()
        if algorithm not in DIGITS:
            bag.problem(f"{name}: {algorithm} is not known")
            continue
        entries = read_manifest(bag, name, algorithm)
        check_hashes(bag, name, algorithm, entries)
        expected = tags if is_tag else payload
        payload_manifests += not is_tag
        for path in sorted(set(entries) - expected):
            bag.problem(f"{name}: {path} does not belong there")
        # 2.1.3: every payload file in every payload manifest. 2.2.1 lets tag files be left out,
        # but what is left out proves nothing.
        for path in sorted(expected - set(entries)):
            bag.problem(f"{name}: {path} is not in it")
    if not payload_manifests:
        bag.problem("there is no payload manifest")
    if not os.path.isdir(os.path.join(bag.folder, "data")):
        bag.problem("there is no data/")


def read_labels(bag):
    labels = []
    for line in lines_of(bag.text("bag-info.txt")):
        if line[:1] in (" ", "\t") and labels:
            labels[-1] = (labels[-1][0], labels[-1][1] + " " + line.strip())
            continue
        found = re.fullmatch(r"([^:\s][^:]*):[ \t](.*)", line)
        if not found:
            bag.problem(f"bag-info.txt: {line!r} is no label and value")
            continue
        labels.append(found.groups())
    return labels


def check_info(bag):
    if "bag-info.txt" not in bag.files:
        return
    labels = read_labels(bag)
    names = [name.lower() for name, _ in labels]
    for name in sorted(ONCE):
        if names.count(name) > 1:
            bag.problem(f"bag-info.txt: {name} stands {names.count(name)} times")
    values = {name.lower(): value for name, value in labels}
    payload = [path for path in bag.files if path.startswith("data/")]
    size = sum(len(bag.read(path)) for path in payload)
    if values.get("payload-oxum") != f"{size}.{len(payload)}":
        bag.problem(f"bag-info.txt: Payload-Oxum is not {size}.{len(payload)}")
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", values.get("bagging-date", "2000-01-01")):
        bag.problem("bag-info.txt: Bagging-Date is no date")


def references(value):
    """All {"@id": ...} in the members of an entity."""
    if isinstance(value, dict):
        yield value["@id"]
    elif isinstance(value, list):
        for item in value:
            yield from references(item)


def check_graph(bag, graph):
    entities = {entity["@id"]: entity for entity in graph}
    if len(entities) != len(graph):
        bag.problem("crate: an @id stands twice")
    descriptor = entities.get("ro-crate-metadata.json", {})
    root = entities.get("./", {})
    if descriptor.get("about") != {"@id": "./"} or descriptor.get("@type") != "CreativeWork":
        bag.problem("crate: the descriptor is not about ./")
    if descriptor.get("conformsTo") != {"@id": "https://w3id.org/ro/crate/1.1"}:
        bag.problem("crate: the descriptor does not conform to RO-Crate 1.1")
    if root.get("@type") != "Dataset" or not root.get("name") or not root.get("datePublished"):
        bag.problem("crate: the root is no Dataset with a name and a date")
    for entity in graph:
        for key, value in entity.items():
            if key.startswith("@") or isinstance(value, str):
                continue
            for target in references(value):
                if target not in entities and not target.startswith("https://"):
                    bag.problem(f"crate: {entity['@id']} names {target}, which is not there")
    check_crate_files(bag, graph, root)


def check_crate_files(bag, graph, root):
    files = {e["@id"]: e for e in graph if e["@type"] == "File"}
    listed = {part["@id"] for part in root.get("hasPart", [])}
    if set(files) != listed:
        bag.problem("crate: hasPart of the root differs from the files")
    described = {"data/" + urllib.parse.unquote(name) for name in files}
    payload = {path for path in bag.files if path.startswith("data/")}
    for path in sorted(described ^ (payload - {"data/ro-crate-metadata.json"})):
        bag.problem(f"crate: {path} is only in one of crate and bag")
    for name, entity in files.items():
        path = "data/" + urllib.parse.unquote(name)
        size = entity.get("contentSize")
        if path in bag.files and size and int(size) != len(bag.read(path)):
            bag.problem(f"crate: {path} has another size")


def check_crate(bag):
    path = "data/ro-crate-metadata.json"
    if path not in bag.files:
        bag.problem(f"{path}: missing")
        return
    crate = json.loads(bag.text(path))
    if crate.get("@context") != "https://w3id.org/ro/crate/1.1/context":
        bag.problem("crate: it has another context")
    check_graph(bag, crate["@graph"])


def main():
    bag = Bag(sys.argv[1])
    for check in (check_declaration, check_manifests, check_info, check_crate):
        check(bag)
    for problem in bag.problems:
        print(problem)
    if bag.problems:
        sys.exit(1)
    print("RFC 8493: whole")
    print("RO-Crate 1.1: whole")


if __name__ == "__main__":
    main()
