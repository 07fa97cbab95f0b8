"""Measures what makes Markdown slow: 1 MB of it each, which is to take at most a second.

    python3 traps.py PROGRAM [NAME [COMMAND…]]

Prints how long the program reads and writes each as JSON, or what COMMAND does with it (`check`, or
`show --format markdown --citations inline`), how long a quarter of it takes, and the memory of the
first. Fails where the program fails or is slow. NAME is a part of a trap's name; `""` is in all. Growth well over 4 tells that something is not linear.
"""

import os
import subprocess
import sys
import tempfile
import time

SIZE = 1_000_000
GOAL = 1.0
LIMIT = 60


def repeat(piece, size, before="", after=""):
    count = max(1, (size - len(before) - len(after)) // len(piece.encode()))
    return before + piece * count + after


def counted(form, size, before="", after=""):
    """Pieces with a number that counts up, and the next one."""
    pieces, total, number = [before], len(before) + len(after), 1
    while total < size:
        pieces.append(form.format(number, number + 1))
        total += len(pieces[-1].encode())
        number += 1
    return "".join(pieces) + after


def nested(size):
    """Items that each nest one deeper, with blank lines between them."""
    pieces, total, depth = [], 0, 0
    while total < size:
        pieces.append("  " * depth + "- x\n\n")
        total += len(pieces[-1])
        depth += 1
    return "".join(pieces)


def table(size, columns):
    row = "|" + "a|" * columns + "\n"
    return row + "|" + "-|" * columns + "\n" + repeat(row, size)


LIST = "\n## Sources\n\n" + "".join(f"{n}. T {n}: https://a.b/{n}\n" for n in range(1, 1000))

TRAPS = {
    "nested quotes with a*": lambda n: repeat("> " * 60 + "a* *a _b__ \n", n),
    "a quote a line deeper": lambda n: repeat("".join("> " * d + "a*\n" for d in range(1, 60)), n),
    "dashes": lambda n: repeat("-", n),
    "dashes and spaces": lambda n: repeat("- ", n),
    "lines of dashes": lambda n: repeat("--- -\n", n),
    "wide tables": lambda n: table(n, 120),
    "wide tables of pipes": lambda n: repeat("|" * 120 + "\n", n, "|a" * 120 + "\n" + "|-" * 120 + "\n"),
    "many delimiter rows": lambda n: repeat("|-|-|\n", n),
    "deep nesting with blank lines": nested,
    "deep nesting of 60": lambda n: repeat("".join(" " * (2 * d) + "- x\n\n" for d in range(60)), n),
    "addresses": lambda n: repeat("http://a.b/c?d ", n),
    "addresses without spaces": lambda n: repeat("http://", n),
    "an address of parentheses": lambda n: repeat("(", n // 2, "https://a.b/") + ")" * (n // 2),
    "addresses in brackets": lambda n: repeat("(http://a.b", n),
    "www.": lambda n: repeat("www.a@b.", n),
    "unclosed brackets": lambda n: repeat("[", n),
    "unclosed links": lambda n: repeat("[a](", n),
    "unclosed destinations": lambda n: repeat("[a](<b", n),
    "unclosed titles": lambda n: repeat("[a](b (", n, "[a]: /u\n\n"),
    "unclosed images": lambda n: repeat("![", n),
    "labels in labels": lambda n: "[" * (n // 2) + "a](b)" * (n // 10),
    "[1] without a list": lambda n: repeat("Fell.[1] ", n),
    "[1] with a list": lambda n: repeat("Fell.[1] ", n, after=LIST),
    "[1][2][3] in one word": lambda n: repeat("[1]", n, after=LIST),
    "[1, 2, 3 unclosed": lambda n: repeat("[1, 2, 3", n, after=LIST),
    "[^1] without definitions": lambda n: repeat("Fell.[^1] ", n),
    "[^1 unclosed": lambda n: repeat("[^1", n),
    "footnote definitions": lambda n: counted("[^{0}]: T https://a.b/{0}\n\n", n),
    "footnote definitions in a row": lambda n: counted("[^{0}]: T https://a.b/{0}\n", n),
    "footnotes of a definition": lambda n: counted("[^{0}]: ", n),
    "one name defined often": lambda n: repeat("[^1]: https://a.b\n", n),
    "definitions": lambda n: counted("[{0}]: https://a.b/{0}\n", n),
    "superscripts": lambda n: repeat("fell.¹²³ ", n, after=LIST),
    "superscripts in one word": lambda n: repeat("¹", n, "a", LIST),
    "<sup>": lambda n: repeat("a<sup>1</sup>", n, after=LIST),
    "<sup> unclosed": lambda n: repeat("<sup>1", n, after=LIST),
    "raised ranges": lambda n: repeat("fell.¹⁻³ ", n, after=LIST),
    "raised ranges in one word": lambda n: repeat("¹⁻", n, "a", LIST),
    "^1^": lambda n: repeat("a ^1^", n, after=LIST),
    "carets": lambda n: repeat("^", n),
    "[1-99]": lambda n: repeat("Fell.[1-99] ", n, after=LIST),
    "[1-99] without a list": lambda n: repeat("Fell.[1-99] ", n),
    "［1］": lambda n: repeat("跌。［１］", n, after=LIST),
    "［ unclosed": lambda n: repeat("［1", n),
    "a footnote of many addresses": lambda n: repeat(
        "Fell.[^1] ", n, after="\n\n[^1]: " + " ".join(f"https://a.b/{i}" for i in range(50))),
    "numbers of bullets": lambda n: repeat(
        "- https://a.b/\n", n, "".join(f"Fell.[{i}] " for i in range(1, 900)) + "\n\n## Sources\n\n"),
    "indices of arrays": lambda n: repeat("`a[1]` rows.first[1] rows()[2] $c[3] Plan B[1] ", n, after=LIST),
    "www. addresses": lambda n: repeat("www.example.org/a ", n),
    "www. without spaces": lambda n: repeat("www.", n),
    "<ol>": lambda n: repeat("<ol><li>a", n),
    "<li>": lambda n: repeat("<li><a href=https://a.b>a</a>", n, "## Sources\n\n<ol>"),
    "<li> with blank lines": lambda n: repeat("<li>a\n\n", n, "<ol>\n"),
    "【1】": lambda n: repeat("跌。【1】", n, after=LIST),
    "【 unclosed": lambda n: repeat("【1", n),
    "[1-999999]": lambda n: repeat("a.[1-999999] [1-999] ", n, after=LIST),
    "[1-30]": lambda n: repeat("a.[1-30]", n, after=LIST),
    "glued digits": lambda n: repeat("It fell.3 It rose.12\n", n, after=LIST),
    "digits": lambda n: repeat(".3", n, "a", LIST),
    "[cite_start] unclosed": lambda n: repeat("[cite_start]a [cite: 1", n),
    "U+E200 without end": lambda n: repeat("a\ue200cite", n),
    "<grok:render without end": lambda n: repeat("<grok:render ", n),
    "<grok:render> without end": lambda n: repeat('<grok:render a="b">', n),
    ":contentReference": lambda n: repeat(":contentReference[oaicite:0]{index=", n),
    "sources in a list": lambda n: counted("- https://a.b/{0}\n", n, "## Sources\n\n"),
    "sources in a numbered list": lambda n: counted("{0}. T: https://a.b/{0}\n", n, "## Sources\n\n"),
    "links to one address": lambda n: repeat("[a](http://a.b) ", n),
    "links to many addresses": lambda n: counted("[a](http://a.b/{0}) ", n),
    "outlets of one host": lambda n: counted("[Outlet {0}](https://h.org/{0}) ", n),
    "references of many names": lambda n: counted("[a{0}] ", n // 2) + counted("\n[a{0}]: http://a.b/{0}", n // 2, "\n"),
    "links labelled with digits": lambda n: counted("in [{0}](https://h.org/{0}) ", n),
    "a link for each full stop": lambda n: repeat("Xyz[.](http://a.b) ", n),
    "links to many hosts": lambda n: counted("[a](http://a{0}.b) ", n),
    "links in one link": lambda n: repeat("[a](http://a.b) ", n, "<a href=http://c.d>", "</a>"),
    "lists of sections": lambda n: counted(
        "## S{0}\n\nText. [1][2]\n\nSources:\n1. https://e{0}.com/{0}\n2. T https://f.com/{0}\n\n", n),
    "lists of sections with links": lambda n: counted(
        "## S{0}\n\nText. [a](https://e{0}.com/{0})\n\nSources:\n- Reuters: https://e{0}.com/{0}\n"
        "- T https://f.com/{0}\n\n", n),
    "open anchors without words": lambda n: repeat("<a href='https://e.com/'>", n),
    "footnotes that cite the next": lambda n: counted("[^{0}]: a b [^{1}] https://e.com/{0}\n", n),
    "entries of three lines": lambda n: counted(
        "{0}. T {0}\n   Outlet {0}\n   https://e.com/{0}\n", n, "Fell.[1]\n\n## Sources\n\n"),
    "open anchors": lambda n: repeat("<a href=http://c.d>a", n),
    "references": lambda n: repeat("[a] ", n, "[a]: http://a.b\n\n"),
    "comments unclosed": lambda n: repeat("<!-- ", n),
    "comments unclosed in text": lambda n: repeat("a <!-- ", n),
    "declarations unclosed": lambda n: repeat("a <!A <? <![CDATA[ ", n),
    "hidden unclosed": lambda n: repeat('<span style="display:none">', n),
    "hidden unclosed in text": lambda n: repeat('a <span style="display:none"> ', n),
    "tags unclosed": lambda n: repeat('<a href="', n),
    "emphasis": lambda n: repeat("*a **b _c __d ", n),
    "emphasis closed": lambda n: repeat("a**b" + "c* ", n),
    "emphasis of Chinese": lambda n: repeat("**重点：**说明", n),
    "code unclosed": lambda n: "".join("`" * (i % 300 + 1) + "a" for i in range(n // 151)),
    "entities": lambda n: repeat("&amp;", n),
    "headings": lambda n: repeat("# a\n", n),
    "headings of one name": lambda n: repeat("## a [b](http://c.d)\n", n),
    "labels of lists": lambda n: repeat("**Sources:**\n\n", n),
    "one sentence": lambda n: repeat("a [b](http://c.d) ", n),
    "sentences": lambda n: repeat("A. [b](http://c.d) ", n),
    "line ends": lambda n: repeat("a\n", n),
    "quotes and rules": lambda n: repeat("> ---\n", n),
    "combining marks": lambda n: repeat("\u0301", n, "a"),
    "NUL": lambda n: repeat("a\0", n),
}


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    program = [os.path.abspath(sys.argv[1]), *(sys.argv[3:] or ["show", "--format", "jsonl"])]
    names = [name for name in TRAPS if len(sys.argv) < 3 or sys.argv[2] in name]
    slow = 0
    print(f"{'1 MB of':34} {'s':>6} {'growth':>7} {'MB':>6}")
    for name in names:
        whole, memory = run(program, TRAPS[name](SIZE))
        quarter, _ = run(program, TRAPS[name](SIZE // 4))
        mark = " <-- slow" if whole > GOAL else ""
        slow += whole > GOAL
        print(f"{name:34} {whole:6.2f} {whole / max(quarter, 0.01):7.1f} {memory:6.0f}{mark}", flush=True)
    print(f"{slow} of {len(names)} take over {GOAL:.0f} s")
    sys.exit(1 if slow else 0)


def run(program, text):
    """Seconds and megabytes."""
    with tempfile.NamedTemporaryFile(suffix=".md") as file:
        file.write(text.encode())
        file.flush()
        began = time.monotonic()
        errors = tempfile.TemporaryFile()
        process = subprocess.Popen(
            [*program, file.name], stdout=subprocess.DEVNULL, stderr=errors
        )
        deadline = began + LIMIT
        while True:
            done, status, usage = os.wait4(process.pid, os.WNOHANG)
            if done:
                demand_success(program, os.waitstatus_to_exitcode(status), errors)
                return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
            if time.monotonic() > deadline:
                process.kill()
                os.wait4(process.pid, 0)
                return float(LIMIT), 0
            time.sleep(0.005)


def demand_success(program, status, errors):
    """Ends where the program did not do its work: `check` has 1 where it finds something."""
    if status == 0 or status == 1 and "check" in program[1:]:
        return
    errors.seek(0)
    told = errors.read(2000).decode(errors="replace").rstrip()
    how = f"signal {-status}" if status < 0 else f"status {status}"
    sys.exit(f"{' '.join(program)} ended with {how}:\n{told}")


if __name__ == "__main__":
    main()
