#!/usr/bin/env python3
"""Whether a real xterm shows what it is meant to where panes scroll between margins at the sides.

    python3 margins.py PROGRAM [--keys N] [--seed N] [--picture FILE]

The reader runs in an xterm on a display in memory, with panes side by side. Between the two stands
this script: it types keys at random, and every 25 of them has xterm print its screen, the reader
draw it anew, and xterm print it again; both must be the same, colours and all. It is done with the
margins, once without them, where their question is left unanswered, and once with the text alone in
the whole width. Without xterm and Xvfb it is left out. The end is 1 where a screen differs, or where margins save nothing.
"""

import argparse
import json
import os
import random
import re
import select
import subprocess
import sys
import tempfile
import termios
import time
import tty

import x_terminal

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(ROOT, "Tests", "Benchmarks"))
from pty_session import Session  # noqa: E402
from sample_briefs import write_briefs  # noqa: E402

ROWS, COLUMNS = 44, 150
QUESTION = b"\x1b[?69$p"
# Scrolling more than all else; then the other panes, overlays, marks, citations and a search.
KEYS = ["j"] * 12 + ["k"] * 8 + ["d", "u", " ", "b", "]", "[", "]]", "g", "n", "\t", "}", "{", "m",
                                "?", "\x1b", "z", "K", "/the\r", "c"]


# What of a printed screen is seen

TOKEN = re.compile(r"\x1b\[([\d;:]*)m|\x1b#\d|([^\r])")


def seen(printed):
    """Each row as its letters with their looks; of a blank only what makes it other than empty."""
    return [row(line) for line in printed.decode().split("\n")]


def row(line):
    look, cells = "", []
    for token in TOKEN.finditer(line):
        if token[1] is not None:
            look = token[1]
        elif token[2] == " ":
            parts = look.split(";")
            cells.append((" ", [part for part in parts if part in ("4", "7") or part[:2] == "48"]))
        elif token[2]:
            cells.append((token[2], look))
    while cells and cells[-1] == (" ", []):
        cells.pop()
    return cells


# In the terminal

class Between:
    """Hands on what the reader and the terminal say, and counts what the reader sends."""

    def __init__(self, program, briefs, home, has_margins):
        environment = {"HOME": home, "TERM": "xterm-256color", "COLORTERM": "truecolor",
                       "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
        self.reader = Session([program, *briefs], ROWS, COLUMNS, environment)
        self.has_margins, self.sent, self.printed = has_margins, 0, home + "/printed"

    def settle(self, quiet=0.04, first=0.4):
        """Hands on until nothing has come for a while; how much the reader sent."""
        count, wait = 0, first
        while True:
            ready = select.select([self.reader.master, 0], [], [], wait)[0]
            if not ready:
                return count
            if 0 in ready:
                os.write(self.reader.master, os.read(0, 4096))
            if self.reader.master in ready:
                data = os.read(self.reader.master, 1 << 16)
                count += len(data)
                os.write(1, data if self.has_margins else data.replace(QUESTION, b""))
            wait = quiet

    def press(self, key):
        os.write(self.reader.master, key.encode())
        return self.settle()

    def screen(self):
        """What the terminal shows, as it prints it (MC), once it says that it has done so (DSR)."""
        if os.path.exists(self.printed):
            os.remove(self.printed)
        os.write(1, b"\x1b[i\x1b[5n")
        answer = b""
        while b"\x1b[0n" not in answer:
            answer += os.read(0, 64)
        last = -1
        while not os.path.exists(self.printed) or os.path.getsize(self.printed) != last:
            last = os.path.getsize(self.printed) if os.path.exists(self.printed) else -1
            time.sleep(0.02)
        with open(self.printed, "rb") as file:
            return seen(file.read())


def play(settings, answers):
    """Types the keys and notes what was found."""
    with open(settings) as file:
        told = json.load(file)
    tty.setraw(0)
    between = Between(told["program"], told["briefs"], told["home"], told["margins"])
    # The reader is gone before the answers are there, as its home goes with them.
    with between.reader:
        found = typed(between, told)
    with open(answers + ".part", "w") as file:
        json.dump(found, file)
    os.rename(answers + ".part", answers)
    time.sleep(1)


def typed(between, told):
    """What was found while the keys were typed."""
    between.settle(0.5, 3)
    choice, found = random.Random(told["seed"]), {"lines": [], "compared": 0, "differ": []}
    for _ in range(12):
        found["lines"].append(between.press("j"))
    for count in range(1, told["keys"] + 1):
        between.press(choice.choice(KEYS))
        if count % 25 == 0:
            # What is drawn anew has no notice, and no help, which any key closes.
            between.press("\x1b")
            between.press("k")
            shown = between.screen()
            between.press("\x0c")
            found["compared"] += 1
            if shown != (anew := between.screen()):
                found["differ"].append([count, shown, anew])
    if told["picture"]:
        subprocess.run(["import", "-window", "root", told["picture"]], check=False)
    return found


# Around it

def run(options, has_margins, layout):
    with tempfile.TemporaryDirectory(prefix="broadsheet-margins-") as home:
        write_briefs(home + "/briefs", count=1)
        briefs = [os.path.join(home, "briefs", name) for name in os.listdir(home + "/briefs")]
        os.makedirs(home + "/.config/broadsheet")
        with open(home + "/.config/broadsheet/config.toml", "w") as file:
            file.write(f'layout = "{layout}"\n')
        settings, answers = home + "/settings", home + "/answers"
        with open(settings, "w") as file:
            json.dump(dict(program=os.path.abspath(options.program), briefs=briefs, home=home,
                           margins=has_margins, seed=options.seed, keys=options.keys,
                           picture=options.picture if has_margins and layout == "columns" else None), file)
        terminal = x_terminal.XTerminal(
            [sys.executable, os.path.abspath(__file__), "--play", settings, answers], ROWS, COLUMNS,
            [f"vt100.printerCommand: cat >{home}/printed", "vt100.printerAutoClose: true",
             "vt100.printAttributes: 2"])
        try:
            deadline = time.monotonic() + 60 + options.keys
            while not os.path.exists(answers):
                if time.monotonic() > deadline or terminal.terminal.poll() is not None:
                    raise SystemExit("xterm did not come to the end")
                time.sleep(0.05)
            with open(answers) as file:
                return json.load(file)
        finally:
            terminal.close()


def tell(what, found):
    lines = sorted(found["lines"])
    print(f"  {what}: {lines[len(lines) // 2]} B for a line down, {found['compared']} screens compared,"
          f" {len(found['differ'])} other than drawn anew", flush=True)
    for count, shown, anew in found["differ"][:3]:
        differing = [pair for pair in enumerate(zip(shown, anew), 1) if pair[1][0] != pair[1][1]]
        for number, rows in differing[:3]:
            print(f"    after {count} keys, row {number}, then drawn anew:")
            print(*("      " + "".join(cell[0] for cell in cells) for cells in rows), sep="\n")
    return lines[len(lines) // 2]


def main():
    if sys.argv[1:2] == ["--play"]:
        return play(*sys.argv[2:])
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--keys", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--picture")
    options = parser.parse_args()
    if not x_terminal.is_here():
        return print("  xterm and Xvfb are not here (Debian: xterm xvfb), and left out")
    ways = {"with margins": (True, "columns"), "without margins": (False, "columns"),
            "the text alone": (True, "single")}
    found = {name: run(options, *way) for name, way in ways.items()}
    costs = {name: tell(name, found[name]) for name in ways}
    wrong = sum(len(one["differ"]) for one in found.values())
    sys.exit(1 if wrong or costs["with margins"] * 2 > costs["without margins"] else 0)


if __name__ == "__main__":
    main()
