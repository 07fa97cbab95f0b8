"""Checks the documentation: links lead somewhere, one sentence a line, a short README, and that
each file of code keeps to its length.

    python3 check.py

Prints what is wrong, one line each, and then fails.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)[^)]*\)")
SECOND_SENTENCE = re.compile(r"[a-z)`*”][.!?] [A-Z`“]")


def prose(path):
    """The numbered lines outside of code."""
    inside = False
    for number, line in enumerate(path.read_text().splitlines(), 1):
        if line.lstrip().startswith("```"):
            inside = not inside
        elif not inside:
            yield number, line


def check_links(path):
    for number, line in prose(path):
        for target in LINK.findall(line):
            is_remote = re.match(r"[a-z]+:", target)
            if not is_remote and not (path.parent / target).exists():
                yield f"{path.relative_to(ROOT)}:{number}: there is no {target}"


def check_sentences(path):
    for number, line in prose(path):
        if not line.startswith("|") and SECOND_SENTENCE.search(line):
            yield f"{path.relative_to(ROOT)}:{number}: a second sentence on one line"


def check_lengths():
    if len((ROOT / "README.md").read_text().splitlines()) >= 100:
        yield "README.md: 100 lines or more; move detail to docs/"
    for path in sorted(ROOT.glob("Sources/**/*.swift")):
        if len(path.read_text().splitlines()) > 300:
            yield f"{path.relative_to(ROOT)}: more than 300 lines"


def main():
    pages = [ROOT / "README.md", *sorted(ROOT.glob("docs/*.md"))]
    problems = list(check_lengths())
    for page in pages:
        problems += [*check_links(page), *check_sentences(page)]
    for page in sorted(ROOT.glob("docs/examples/*.md")):
        problems += check_links(page)
    print("\n".join(problems) or "The documentation is in order.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
