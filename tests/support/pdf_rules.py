#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks PDFs against clauses of PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1).

    pdf_rules.py FILE.pdf...

Prints one line for each violation, with the clause as validators number it, and ends with
status 1 if there is any. The objects are read by qpdf. What no drawing of ours can contain
(forms, signatures, JPEG 2000, spot colours ...) is looked for as a whole: it must be absent.
"""
import base64
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as xml

STANDARD_TYPES = set(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 "
    "H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference "
    "BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form".split())
OPERATORS = set(
    "b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J "
    "K k l m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw "
    "Tz v w W W* y ' \"".split())
PAINTING = set("b B b* B* f F f* s S sh Do Tj TJ ' \" EI".split())
TOKEN = re.compile(
    rb"\s*(?:(?P<string>\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\))|(?P<hex><[0-9A-Fa-f\s]*>)|"
    rb"(?P<bracket><<|>>|\[|\])|(?P<name>/[^\s()<>\[\]{}/%]*)|(?P<word>[^\s()<>\[\]{}/%]+))",
    re.S)
FORBIDDEN_KEYS = {
    "TR": "6.2.5-1", "HTP": "6.2.5-3", "Alternates": "6.2.8-1", "OPI": "6.2.8-2",
    "JavaScript": "6.5.1-1", "AA": "6.5.2-1", "XFA": "6.4.2-1", "NeedsRendering": "6.4.2-2",
    "Requirements": "6.11-1", "PresSteps": "6.10-2", "AlternatePresentations": "6.10-1",
    "AcroForm": "6.4", "OCProperties": "6.9", "Perms": "6.1.12"}
LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


class Checker:
    def __init__(self, path):
        self.path = path
        self.violations = []
        self.bytes = open(path, "rb").read()
        answer = subprocess.run(
            ["qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized",
             path], capture_output=True, check=False)
        if answer.returncode:
            raise SystemExit(f"{path}: qpdf: {answer.stderr.decode().strip()}")
        self.objects = json.loads(answer.stdout)["qpdf"][1]
        self.trailer = self.objects["trailer"]["value"]
        self.catalog = self.get(self.trailer["/Root"])

    # --- objects -------------------------------------------------------------------------

    def fail(self, clause, what):
        self.violations.append(f"{self.path}: {clause}: {what}")

    def expect(self, is_good, clause, what):
        if not is_good:
            self.fail(clause, what)

    def stream(self, value):
        found = self.objects.get("obj:" + value) if isinstance(value, str) else None
        return found["stream"] if found and "stream" in found else None

    def get(self, value):
        """The value itself; of a reference what it refers to (of a stream its dictionary)."""
        if isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value):
            found = self.objects.get("obj:" + value)
            if found is None:
                return None
            return found["stream"]["dict"] if "stream" in found else found["value"]
        return value

    def data(self, value):
        stream = self.stream(value)
        return base64.b64decode(stream["data"]) if stream else b""

    @staticmethod
    def text(value):
        return value[2:] if isinstance(value, str) and value[:2] in ("u:", "b:") else None

    def walk(self, value, visit):
        """Visits a value and all in it, up to references."""
        visit(value)
        for item in value.values() if isinstance(value, dict) else value:
            if isinstance(item, (dict, list)):
                self.walk(item, visit)
            else:
                visit(item)

    # --- file ----------------------------------------------------------------------------

    def check_file(self):
        head = re.match(rb"%PDF-1\.[0-7](\r\n|\r|\n)%(....)", self.bytes, re.S)
        self.expect(head, "6.1.2-1", "the header is not %PDF-1.n and a comment")
        if head:
            self.expect(min(head.group(2)) > 127, "6.1.2-2", "the comment is not binary")
        identifier = self.trailer.get("/ID")
        self.expect(isinstance(identifier, list) and len(identifier) == 2 and identifier[0],
                    "6.1.3-1", "there is no ID")
        self.expect("/Encrypt" not in self.trailer, "6.1.3-2", "it is encrypted")
        self.expect(re.search(rb"%%EOF(\r\n|\r|\n)?\Z", self.bytes), "6.1.3-3",
                    "something follows %%EOF")
        self.expect(re.search(rb"xref(\r\n|\r|\n)\d+ \d+", self.bytes), "6.1.4-2",
                    "the cross-reference table is not at its keyword")
        for match in re.finditer(rb"(?<=[\r\n])(\d+)(\s+)(\d+)(\s+)obj(.)", self.bytes, re.S):
            self.expect(match.group(2) == match.group(4) == b" " and match.group(5) in b"\r\n",
                        "6.1.9-1", f"object {match.group(1).decode()} is not spaced well")
        self.expect(len(self.objects) <= 8388607, "6.1.13-7", "too many objects")

    def check_values(self):
        def visit(value):
            if isinstance(value, bool) or value is None:
                return
            if isinstance(value, int):
                self.expect(-2**31 <= value < 2**31, "6.1.13-1", f"the number {value}")
            elif isinstance(value, float):
                self.expect(value == 0 or 1.175e-38 <= abs(value) <= 3.403e38, "6.1.13-2",
                            f"the number {value}")
            elif isinstance(value, dict):
                for name in value:
                    clause = FORBIDDEN_KEYS.get(name[1:])
                    self.expect(not clause, clause, f"the key {name}")
            elif isinstance(value, str) and value.startswith("/"):
                self.expect(len(value.encode()) <= 128, "6.1.13-4", f"the name {value}")
            elif isinstance(value, str):
                self.expect(len(value.encode("utf-16-be")) < 32768 * 2, "6.1.13-3", "a long string")

        for key, found in self.objects.items():
            if key == "trailer":
                continue
            stream = found.get("stream")
            value = stream["dict"] if stream else found["value"]
            if isinstance(value, (dict, list)):
                self.walk(value, visit)
            if stream:
                self.check_stream(key, stream["dict"])

    def check_stream(self, key, dictionary):
        for name in ("/F", "/FFilter", "/FDecodeParms"):
            self.expect(name not in dictionary, "6.1.7.1-3", f"{key} has {name}")
        filters = dictionary.get("/Filter", [])
        for name in filters if isinstance(filters, list) else [filters]:
            self.expect(name in ("/FlateDecode", "/DCTDecode", "/ASCII85Decode",
                                 "/ASCIIHexDecode", "/RunLengthDecode", "/CCITTFaxDecode"),
                        "6.1.7.2-1", f"{key} has the filter {name}")
        if dictionary.get("/Subtype") == "/Image":
            self.expect(not dictionary.get("/Interpolate"), "6.2.8-3", f"{key} interpolates")
        self.expect(dictionary.get("/Subtype") != "/PS", "6.2.9-3", f"{key} is PostScript")

    # --- colour --------------------------------------------------------------------------

    def check_color(self):
        intents = self.get(self.catalog.get("/OutputIntents")) or []
        self.expect(len(intents) == 1, "6.2.3-2", f"{len(intents)} output intents")
        for intent in map(self.get, intents):
            profile = self.data(intent.get("/DestOutputProfile"))
            self.expect(intent.get("/S") == "/GTS_PDFA1", "6.2.3", "it is no GTS_PDFA1")
            self.expect(profile[12:16] in (b"mntr", b"prtr") and profile[16:20] == b"RGB " and
                        profile[8] < 5 and profile[36:40] == b"acsp", "6.2.3-1",
                        "the profile is none of an RGB output")
            self.expect(int.from_bytes(profile[:4], "big") == len(profile), "6.2.3-1",
                        "the profile has another size than it says")
            self.expect(self.get(intent["/DestOutputProfile"]).get("/N") == 3, "6.2.4.2-1",
                        "the profile has not three components")

    # --- metadata ------------------------------------------------------------------------

    def check_metadata(self):
        reference = self.catalog.get("/Metadata")
        dictionary = self.get(reference) or {}
        self.expect(dictionary.get("/Type") == "/Metadata" and
                    dictionary.get("/Subtype") == "/XML", "6.6.2.1-1", "no metadata stream")
        packet = self.data(reference).decode("utf-8")
        header = re.search(r"<\?xpacket ([^?]*)\?>", packet)
        self.expect(header and not re.search(r"\b(bytes|encoding)=", header.group(1)),
                    "6.6.2.1-2", "the packet's header has bytes or encoding")
        root = xml.fromstring(re.sub(r"<\?xpacket[^?]*\?>", "", packet).strip("\ufeff \n"))
        said = {}
        for element in root.iter(RDF + "Description"):
            for child in element:
                item = child.find(f".//{RDF}li")
                said[child.tag] = (item if item is not None else child).text
        pdfa = "{http://www.aiim.org/pdfa/ns/id/}"
        self.expect(said.get(pdfa + "part") == "3", "6.6.4-2", "pdfaid:part is not 3")
        self.expect(said.get(pdfa + "conformance") == "A", "6.6.4-3", "it is not level A")
        self.expect(said.get("{http://www.aiim.org/pdfua/ns/id/}part") == "1", "5-2",
                    "pdfuaid:part is not 1")
        self.expect("{http://www.aiim.org/pdfa/ns/extension/}schemas" in said, "6.6.2.3.1-1",
                    "the schema of pdfuaid is not described")
        title = "{http://purl.org/dc/elements/1.1/}title"
        self.expect(said.get(title), "7.1-9", "there is no dc:title")
        self.check_info(said)

    def check_info(self, said):
        pairs = {
            "/Title": "{http://purl.org/dc/elements/1.1/}title",
            "/Author": "{http://purl.org/dc/elements/1.1/}creator",
            "/Subject": "{http://purl.org/dc/elements/1.1/}description",
            "/Keywords": "{http://ns.adobe.com/pdf/1.3/}Keywords",
            "/Producer": "{http://ns.adobe.com/pdf/1.3/}Producer",
            "/Creator": "{http://ns.adobe.com/xap/1.0/}CreatorTool"}
        info = self.get(self.trailer.get("/Info")) or {}
        for key, name in pairs.items():
            self.expect(self.text(info.get(key)) == said.get(name), "6.6.3",
                        f"{key} is not what the metadata say")
        digits = re.sub(r"\D", "", self.text(info.get("/ModDate")) or "")[:14]
        stamp = re.sub(r"\D", "", said.get("{http://ns.adobe.com/xap/1.0/}ModifyDate") or "")
        self.expect(digits == stamp[:14], "6.6.3", "/ModDate is not what the metadata say")

    # --- catalog -------------------------------------------------------------------------

    def check_catalog(self):
        marks = self.get(self.catalog.get("/MarkInfo")) or {}
        self.expect(marks.get("/Marked") is True, "6.2-1", "it is not marked")
        self.expect(not marks.get("/Suspects"), "7.1-4", "it is suspect")
        preferences = self.get(self.catalog.get("/ViewerPreferences")) or {}
        self.expect(preferences.get("/DisplayDocTitle") is True, "7.1-10",
                    "the title is not displayed")
        language = self.text(self.catalog.get("/Lang")) or ""
        self.expect(LANGUAGE.fullmatch(language), "7.2-29", f'the language is "{language}"')

    # --- pages ---------------------------------------------------------------------------

    def pages(self, node=None):
        node = node or self.catalog["/Pages"]
        dictionary = self.get(node)
        if dictionary.get("/Type") == "/Page":
            yield node, dictionary
        for kid in self.get(dictionary.get("/Kids")) or []:
            yield from self.pages(kid)

    def inherited(self, page, key):
        while page is not None and key not in page:
            page = self.get(page.get("/Parent"))
        return self.get(page[key]) if page else None

    def check_pages(self):
        for number, (reference, page) in enumerate(self.pages(), 1):
            where = f"page {number}"
            left, bottom, right, top = self.inherited(page, "/MediaBox")
            for size in (right - left, top - bottom):
                self.expect(3 <= size <= 14400, "6.1.13-11", f"{where} is {size} pt")
            self.expect(self.inherited(page, "/Resources") is not None, "6.2.2-2",
                        f"{where} has no resources")
            self.check_content(where, page)
            if page.get("/Annots"):
                self.expect(page.get("/Tabs") == "/S", "7.18.3-1", f"{where} has no Tabs S")
            for annotation in self.get(page.get("/Annots")) or []:
                self.check_annotation(where, annotation)

    def check_content(self, where, page):
        contents = page["/Contents"]
        parts = contents if isinstance(contents, list) else [contents]
        content = b"\n".join(self.data(part) for part in parts)
        stack, operands, depth, in_text = [], [], 0, False
        for match in TOKEN.finditer(content):
            word = match.group("word")
            if word is None or re.fullmatch(rb"[-+.0-9]+|true|false|null", word):
                operands.append(match.group(0).strip())
                continue
            operator = word.decode("latin-1")
            self.expect(operator in OPERATORS, "6.2.2-1", f"{where}: operator {operator}")
            if operator in ("q", "Q"):
                depth += 1 if operator == "q" else -1
                self.expect(0 <= depth <= 28, "6.1.13-8", f"{where}: q/Q nest {depth}")
            elif operator in ("BT", "ET"):
                in_text = operator == "BT"
            elif operator in ("BMC", "BDC"):
                kind = ("artifact" if operands[0] == b"/Artifact" else
                        "tagged" if b"/MCID" in operands else "span")
                outer = {kind for kind, _ in stack}
                self.expect(not (kind == "artifact" and "tagged" in outer), "7.1-1",
                            f"{where}: an artifact in tagged content")
                self.expect(not (kind == "tagged" and "artifact" in outer), "7.1-2",
                            f"{where}: tagged content in an artifact")
                stack.append((kind, in_text))
            elif operator == "EMC":
                self.expect(stack and stack.pop()[1] == in_text, "14.6.1",
                            f"{where}: EMC does not match")
            elif operator in PAINTING:
                kinds = {kind for kind, _ in stack}
                self.expect(kinds & {"artifact", "tagged"}, "7.1-3",
                            f"{where}: {operator} is neither tagged nor an artifact")
            operands = []
        self.expect(not stack and not depth, "14.6.1", f"{where}: marks are left open")

    def check_annotation(self, where, reference):
        annotation = self.get(reference)
        self.expect(annotation.get("/Subtype") == "/Link", "6.3.1-1",
                    f"{where}: an annotation that is no link")
        flags = annotation.get("/F", 0)
        self.expect(flags & 4 and not flags & (1 | 2 | 32), "6.3.2-2",
                    f"{where}: flags {flags} of a link")
        self.expect(self.text(annotation.get("/Contents")), "7.18.5-2",
                    f"{where}: a link without contents")
        action = self.get(annotation.get("/A"))
        self.expect(not action or action.get("/S") == "/URI", "6.5.1-1", f"{where}: an action")
        parent = self.parents().get(annotation.get("/StructParent"))
        element = self.get(parent) if parent else {}
        self.expect(element.get("/S") == "/Link", "7.18.5-1", f"{where}: a link in no Link")
        kids = element.get("/K")
        self.expect(any(isinstance(kid, dict) and kid.get("/Type") == "/OBJR" and
                            kid.get("/Obj") == reference
                        for kid in (kids if isinstance(kids, list) else [kids])), "7.18.5-1",
                    f"{where}: the Link does not refer to its annotation")

    # --- fonts ---------------------------------------------------------------------------

    def check_fonts(self):
        for key, found in self.objects.items():
            font = found.get("value") if key != "trailer" else None
            if not isinstance(font, dict) or font.get("/Type") != "/Font":
                continue
            name = font.get("/BaseFont", key)
            if font["/Subtype"] == "/Type0":
                self.expect(font.get("/Encoding") in ("/Identity-H", "/Identity-V"),
                            "7.21.3.3-1", f"{name} has another encoding")
                self.expect("/ToUnicode" in font, "7.21.7-1", f"{name} has no ToUnicode")
                continue
            if font["/Subtype"] == "/CIDFontType2":
                self.expect(font.get("/CIDToGIDMap"), "7.21.3.2-1", f"{name}: no CIDToGIDMap")
            elif font["/Subtype"] != "/CIDFontType0":
                self.expect("/ToUnicode" in font, "7.21.7-1", f"{name} has no ToUnicode")
            descriptor = self.get(font.get("/FontDescriptor")) or {}
            self.expect({"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor),
                        "7.21.4.1-1", f"{name} is not embedded")
            if font["/Subtype"] == "/TrueType" and not descriptor.get("/Flags", 0) & 4:
                self.expect(self.base_encoding(font) in ("/WinAnsiEncoding", "/MacRomanEncoding"),
                            "7.21.6-2", f"{name} has no standard encoding")
            self.check_unicode(name, font)

    def base_encoding(self, font):
        encoding = self.get(font.get("/Encoding"))
        return encoding.get("/BaseEncoding") if isinstance(encoding, dict) else encoding

    def check_unicode(self, name, font):
        cmap = self.data(font.get("/ToUnicode", ""))
        for target in re.findall(rb"<[0-9A-Fa-f]+>\s*<([0-9A-Fa-f]+)>", cmap):
            units = [target[i:i + 4].upper() for i in range(0, len(target), 4)]
            self.expect(not {b"0000", b"FFFE", b"FEFF"} & set(units) or b"begincodespace" in cmap
                        and units in ([b"FFFF"], [b"FF"]), "7.21.7-2", f"{name}: bad ToUnicode")

    # --- structure -----------------------------------------------------------------------

    def parents(self):
        root = self.get(self.catalog.get("/StructTreeRoot")) or {}
        numbers = (self.get(root.get("/ParentTree")) or {}).get("/Nums", [])
        return dict(zip(numbers[::2], numbers[1::2]))

    def check_structure(self):
        root = self.get(self.catalog.get("/StructTreeRoot"))
        self.expect(root, "7.1-11", "there is no structure")
        if not root:
            return
        keys = list(self.parents())
        self.expect(keys == sorted(keys), "14.7.4.4", "the parent tree is not in order")
        self.heading, self.notes, self.used = 0, set(), set()
        kids = root["/K"]
        for kid in kids if isinstance(kids, list) else [kids]:
            self.check_element(kid, None, self.catalog["/StructTreeRoot"])
        self.check_marks()

    def kids(self, element):
        kids = element.get("/K")
        kids = self.get(kids) if isinstance(self.get(kids), list) else [kids]
        return [kid for kid in kids if isinstance(self.get(kid), dict) and
                "/S" in self.get(kid)]

    def check_element(self, reference, parent, parent_reference):
        element = self.get(reference)
        kind = element["/S"][1:]
        below = [self.get(kid)["/S"][1:] for kid in self.kids(element)]
        self.expect(kind in STANDARD_TYPES, "7.1-5", f"the type {kind} is not standard")
        self.expect(element.get("/P") == parent_reference, "7.1-12", f"{kind} has no parent")
        self.check_nesting(kind, parent, below)
        if kind in ("Figure", "Formula"):
            self.expect(self.text(element.get("/Alt")) or self.text(element.get("/ActualText")),
                        "7.3-1", f"a {kind} without Alt")
        if re.fullmatch("H[1-6]", kind):
            level = int(kind[1])
            self.expect(level <= self.heading + 1, "7.4.2-1", f"H{level} after H{self.heading}")
            self.heading = level
        if kind == "Note":
            name = element.get("/ID")
            self.expect(name and name not in self.notes, "7.9-1", "a Note without its own ID")
            self.notes.add(name)
        if kind == "Table":
            self.check_table(element)
        for kid in self.kids(element):
            self.check_element(kid, kind, reference)

    def check_nesting(self, kind, parent, below):
        outer = {"TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"},
                 "LI": {"L"}, "LBody": {"LI"}, "TOCI": {"TOC"}}
        inner = {"Table": {"TR", "THead", "TBody", "TFoot", "Caption"}, "TR": {"TH", "TD"},
                 "L": {"L", "LI", "Caption"}, "LI": {"Lbl", "LBody"},
                 "TOC": {"TOC", "TOCI", "Caption"}}
        self.expect(kind not in outer or parent in outer[kind], "7.2-4..18",
                    f"{kind} in {parent}")
        self.expect(kind not in inner or set(below) <= inner[kind], "7.2-3..20",
                    f"{kind} holds {', '.join(sorted(set(below)))}")
        if kind == "Table" and "Caption" in below:
            self.expect(below.count("Caption") == 1 and below.index("Caption") in
                        (0, len(below) - 1), "7.2-16", "a caption amid a table")

    def attribute(self, element, key, otherwise):
        attributes = self.get(element.get("/A"))
        for item in attributes if isinstance(attributes, list) else [attributes]:
            if isinstance(self.get(item), dict) and key in self.get(item):
                return self.get(item)[key]
        return otherwise

    def check_table(self, table):
        rows = [self.get(kid) for kid in self.kids(table) if self.get(kid)["/S"] == "/TR"]
        widths = set()
        for row in rows:
            width = 0
            for cell in map(self.get, self.kids(row)):
                self.expect(self.attribute(cell, "/RowSpan", 1) == 1, "7.2-41", "a row span")
                width += self.attribute(cell, "/ColSpan", 1)
                if cell["/S"] == "/TH":
                    self.expect(self.attribute(cell, "/Scope", None), "7.5-1", "a TH without Scope")
            widths.add(width)
        self.expect(len(widths) <= 1, "7.2-42", f"rows of {sorted(widths)} columns")

    def check_marks(self):
        """Every mark of a page has its element in the parent tree, which lists it."""
        parents = self.parents()
        for number, (reference, page) in enumerate(self.pages(), 1):
            contents = page["/Contents"]
            parts = contents if isinstance(contents, list) else [contents]
            content = b"\n".join(self.data(part) for part in parts)
            marks = [int(mark) for mark in re.findall(rb"/MCID (\d+)", content)]
            elements = self.get(parents.get(page.get("/StructParents"))) or []
            self.expect(len(marks) == len(set(marks)), "14.7.4.3", f"page {number}: MCID twice")
            for mark in marks:
                is_there = mark < len(elements) and elements[mark]
                self.expect(is_there, "7.1-3", f"page {number}: MCID {mark} in no element")

    # --- attachments ---------------------------------------------------------------------

    def check_attachments(self):
        associated = self.get(self.catalog.get("/AF")) or []
        for key, found in self.objects.items():
            value = found.get("value") if key != "trailer" else None
            if not isinstance(value, dict) or "/EF" not in value:
                continue
            reference = key[4:]
            name = self.text(value.get("/UF"))
            self.expect(self.text(value.get("/F")) and name, "6.8-2", f"{key}: no F or UF")
            self.expect(value.get("/AFRelationship"), "6.8-3", f"{name}: no AFRelationship")
            self.expect(reference in associated, "6.8-4", f"{name} is not in AF")
            embedded = self.get(self.get(value["/EF"]).get("/F")) or {}
            mime = embedded.get("/Subtype", "").lstrip("/").replace("#2f", "/")
            self.expect(re.fullmatch(r"[-\w+.]+/[-\w+.]+", mime), "6.8-1", f"{name}: {mime}")
            self.expect((self.get(embedded.get("/Params")) or {}).get("/ModDate"), "6.8-5",
                        f"{name} has no ModDate")

    def run(self):
        self.check_file()
        self.check_values()
        self.check_color()
        self.check_metadata()
        self.check_catalog()
        self.check_pages()
        self.check_fonts()
        self.check_structure()
        self.check_attachments()
        return self.violations


def main():
    violations = [line for path in sys.argv[1:] for line in Checker(path).run()]
    violations.append(f"{len(sys.argv) - 1} files, {len(violations)} violations")
    sys.stdout.write("\n".join(violations) + "\n")
    return 1 if len(violations) > 1 else 0


if __name__ == "__main__":
    sys.exit(main())
