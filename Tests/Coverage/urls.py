"""Tells which web addresses of briefs the program misses, and which it makes up.

    python3 urls.py PROGRAM FOLDER [--all]

Every `http://` or `https://` outside of code and images is looked for by one regular expression,
and compared with the sources of `show --format jsonl` by a canonical form of its own: the simple
method is the point, as it shares nothing with the program. The share of those found must be 99.5 %,
and no source may be an address that its file does not contain, `www.` standing without a scheme
where none is written; else the exit status is 1.
An address in HTML that is not shown is to be no source: it is neither found nor missed, its number
is printed, and a source that stands nowhere else is made up.
`--all` prints every address that was missed, and not only the first 40.
"""

import html
import json
import os
import re
import subprocess
import sys
from urllib.parse import unquote, urlsplit

GOAL = 0.995
SHOWN = 40
ADDRESS = re.compile(r"https?://[^\s<>\"`|\\{}^]+", re.IGNORECASE)
FENCE = re.compile(r"^[ \t>]*(```+|~~~+)")
INLINE_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)|<img[^>]*>", re.IGNORECASE)
# As far as the first closing tag of its name; the line end keeps a tag that is never closed short.
HIDDEN = re.compile(
    r"<(\w+)\b[^>]*\bstyle\s*=[^>]*display\s*:\s*none[^>]*>.*?(?:</\1\s*>|\n[ \t]*\n)",
    re.IGNORECASE | re.DOTALL,
)
# The words of a link may be an address that is not meant to be followed.
LABEL = re.compile(r"\[https?://[^\]\s]*\](?=\()", re.IGNORECASE)
# Scripts without spaces, their punctuation, and typographic quotes end an address.
FOREIGN = re.compile("[\u2000-\u206f\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U0001f000-\U0001faff]")
FRONT_MATTER = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*\r?\n.*?\n(\1|\.\.\.)[ \t]*\r?\n", re.DOTALL)


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    program, folder = sys.argv[1:3]
    report = Report()
    for brief in briefs(program, folder):
        report.add(brief)
    report.print("--all" in sys.argv)
    sys.exit(0 if report.is_good else 1)


def briefs(program, folder):
    output = subprocess.run(
        [program, "show", "--format", "jsonl", folder], capture_output=True, check=False
    ).stdout
    return [json.loads(line) for line in output.splitlines()]


class Report:
    def __init__(self):
        self.files = self.count = self.hidden = 0
        self.missed, self.invented = [], []

    def add(self, brief):
        if "error" in brief:
            return
        self.files += 1
        with open(brief["path"], encoding="utf-8", errors="replace", newline="") as file:
            text = file.read()
        sources = {canonical(source["url"]) for source in brief["sources"]}
        prose = without_code(FRONT_MATTER.sub("\n", text))
        shown = HIDDEN.sub(" ", prose)
        self.hidden += sum(1 for _ in addresses(prose)) - sum(1 for _ in addresses(shown))
        for address in addresses(shown):
            self.count += 1
            if not any(canonical(form) in sources for form in shorter(address)):
                self.missed.append((brief["path"], address))
        whole = bare(html.unescape(text if shown == prose else shown))
        for source in brief["sources"]:
            address = bare(source["url"])
            if address not in whole and address.removeprefix("https://www.") == address:
                self.invented.append((brief["path"], source["url"]))
            elif address not in whole and address.removeprefix("https://") not in whole:
                self.invented.append((brief["path"], source["url"]))

    @property
    def share(self):
        return 1 - len(self.missed) / self.count if self.count else 1

    @property
    def is_good(self):
        return self.share >= GOAL and not self.invented

    def print(self, prints_all):
        for path, address in self.missed if prints_all else self.missed[:SHOWN]:
            print(f"missed   {os.path.basename(path)}  {address}")
        for path, address in self.invented:
            print(f"made up  {os.path.basename(path)}  {address}")
        found = self.count - len(self.missed)
        print(
            f"{self.files} briefs: {found} of {self.count} addresses are sources"
            f" ({self.share:.3%}, goal {GOAL:.1%}); {len(self.invented)} made up,"
            f" {self.hidden} not shown"
        )


def addresses(text):
    """The addresses of a text without code, outside of images."""
    text = LABEL.sub(" ", IMAGE.sub(" ", text))
    for found in ADDRESS.finditer(text):
        address = FOREIGN.split(found.group())[0].split("](")[0]
        if has_host(address):
            yield address


def without_code(text):
    lines, fence = [], None
    for line in text.splitlines():
        mark = FENCE.match(line)
        if fence:
            if mark and mark.group(1).startswith(fence):
                fence = None
            continue
        if mark:
            fence = mark.group(1)
            continue
        lines.append(line)
    paragraphs = re.split(r"\n[ \t]*\n", "\n".join(lines))
    return "\n\n".join(INLINE_CODE.sub(" ", paragraph) for paragraph in paragraphs)


def has_host(address):
    return re.match(r"https?://[^/?#]*\w\.?\w", address, re.IGNORECASE) is not None


def shorter(address):
    """What the address may be without the marks of the text after it."""
    forms = [address]
    while address and address[-1] in ".,;:!?'\")]*_~":
        address = address[:-1]
        forms.append(address)
    for mark in (")", "]", "*", "'"):
        forms += [address[:index] for index, byte in enumerate(address) if byte == mark]
    return forms


def canonical(address):
    """Scheme, `www.`, query order aside; what is left of tracking is not looked at."""
    address = unquote(html.unescape(address)).replace("\\", "")
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    host = (parts.hostname or "").removeprefix("www.")
    try:
        host = host.encode("idna").decode()
    except UnicodeError:
        pass
    return host + parts.path.rstrip("/"), kept(parts.query)


def kept(query):
    return tuple(sorted(part for part in query.split("&") if part and not part.startswith("utm_")))


def bare(text):
    """A text in which an address can be looked for however it is encoded there."""
    return re.sub(r"\\(?=[^\w\s])", "", unquote(text)).lower()


if __name__ == "__main__":
    main()
