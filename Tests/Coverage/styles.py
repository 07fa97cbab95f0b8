"""Tells whether briefs stay the same when their citations are written in another style.

    python3 styles.py PROGRAM FILE_OR_FOLDER…

Each brief is written in the three styles, read again, and compared: sections, citations and sources
in their order, by `show --format json`. Written twice it must be the same as once. Prints how many
citations were left as they were, as they would have changed the meaning.
"""

import json
import os
import re
import subprocess
import sys

STYLES = ["inline", "numbered", "footnotes"]
# A line for a place, or for as many as are only counted.
LEFT = re.compile(r": (?:(\d+) more: )?This citation is left as it is: as ")


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    program, problems = sys.argv[1], 0
    paths = [path for name in sys.argv[2:] for path in files(name)]
    for style in STYLES:
        left = count = 0
        for path in paths:
            with open(path, "rb") as file:
                text = file.read()
            brief = read(program, text)
            if not brief:
                continue
            written, told = write(program, style, text)
            again, _ = write(program, style, written)
            found = differences(brief, read(program, written))
            if again != written:
                found.append("another text when written twice")
            for problem in found:
                print(f"{style:9} {path}: {problem}")
            problems += len(found)
            left += sum(int(more or 1) for more in LEFT.findall(told.decode()))
            count += len(brief["citations"])
        print(f"{style:9} {len(paths)} files, {count - left} of {count} citations written")
    sys.exit(1 if problems else 0)


def files(name):
    if not os.path.isdir(name):
        return [name]
    found = [os.path.join(base, leaf) for base, _, leaves in os.walk(name) for leaf in leaves]
    return sorted(path for path in found if path.endswith((".md", ".markdown", ".txt")))


def run(program, text, *arguments):
    command = [program, "show", *arguments, "-"]
    return subprocess.run(command, input=text, capture_output=True, check=False)


def read(program, text):
    output = run(program, text, "--format", "json").stdout
    return json.loads(output) if output else None


def write(program, style, text):
    done = run(program, text, "--format", "markdown", "--citations", style)
    return done.stdout, done.stderr


def differences(first, second):
    if not second:
        return ["is no brief any more"]
    count = len(first["sections"])
    found = []
    for name in ["id", "title", "level", "kind"]:
        if column(first["sections"], name) != column(second["sections"], name)[:count]:
            found.append(f"another {name} of a section")
    if len(second["sections"]) > count + 1:
        found.append("new sections")
    if column(first["sources"], "canonicalURL") != column(second["sources"], "canonicalURL"):
        found.append("other sources")
    for name in ["title", "outlet"]:
        if column(first["sources"], name) != column(second["sources"], name):
            found.append(f"another {name} of a source")
    if targets(first) != targets(second):
        found.append("other citations")
    return found


def column(rows, name):
    return [row.get(name) for row in rows]


def targets(brief):
    urls = {source["number"]: source["canonicalURL"] for source in brief["sources"]}
    return [(citation["section"], urls.get(citation["source"])) for citation in brief["citations"]]


if __name__ == "__main__":
    main()
