#!/usr/bin/env python3
"""Asks terminals how many columns they give to what Broadsheet shows, and compares.

    python3 alignment.py PROBE [--terminal tmux|screen|xterm …] [--all]

Every line is what `PROBE widths` would show of it: of the emoji of emoji-test.txt (from Debian's
unicode-data), of scripts that are hard, and of real briefs (BROADSHEET_BRIEFS, else ../shared/briefs,
else the examples). It is written on a real terminal, which is then asked where its cursor is (CSI 6n).
Without --all every twentieth of them is. Terminals that are not installed are left out, and said to
be; the end is 1 where a column is another than was thought.
"""

import argparse
import glob
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import termios
import time
import tty

import x_terminal

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
EMOJI = "/usr/share/unicode/emoji/emoji-test.txt"
COLUMNS, ROWS = 250, 24
# No line of these is one that a terminal may wrap.
LONGEST = 200

HARD = [
    "e\u0301 a\u0308\u0301\u0302 n\u0303 Việt Nam Nguyễn", "שלום עולם 123", "مرحبا بالعالم ١٢٣",
    "हिन्दी समाचार", "ภาษาไทย น้ำ", "한국어 기사 각", "日本語の記事、「引用」（注）", "中文新闻：标题——摘要…",
    "ｆｕｌｌ ｗｉｄｔｈ ﾊﾝｶｸ", "“quotes” ‘more’ – — … • · × ÷ ± § ¶ © ® ™", "αβγ Ελληνικά Русский",
    "─│┌┐└┘├┤ ▌█▒░ ●○◆★☆ ▁▂▃▄▅▆▇█", "½ ¼ ¹²³ ₂ € £ ¥ ₹ ₿ № ℃ Ω", "→ ← ↑ ↓ ⇒ ↔ ➜ ➔", "ﬁ ﬂ ŉ ǆ ß ẞ İ ı",
    "⚠ ⚠️ ☎ ☎️ ❤ ❤️ ✔ ✔️ ‼ ⁉", "1️⃣ 2⃣ #️⃣ *⃣", "🇩🇪 🇫🇷🇯🇵 🇩", "👨‍👩‍👧‍👦 👩🏽‍🚀 🏴‍☠️", "\u200bzero\u200dwidth\ufeff",
]


# In the terminal

def ask(questions, answers):
    """Writes each line at the left edge and notes in which column the cursor is after it."""
    modes = termios.tcgetattr(0)
    tty.setraw(0)
    with open(questions, encoding="utf-8") as file:
        lines = file.read().split("\n")[:-1]
    columns, seen = [], b""
    try:
        for start in range(0, len(lines), 50):
            batch = lines[start:start + 50]
            os.write(1, "".join(f"\r\x1b[2K{line}\x1b[6n" for line in batch).encode())
            while len(columns) < start + len(batch):
                seen += os.read(0, 4096)
                found = re.findall(rb"\x1b\[\d+;(\d+)R", seen)
                columns += [int(column) - 1 for column in found]
                seen = seen[seen.rfind(b"R") + 1:] if found else seen
    finally:
        termios.tcsetattr(0, termios.TCSANOW, modes)
    with open(answers + ".part", "w") as file:
        file.write("\n".join(map(str, columns)))
    os.rename(answers + ".part", answers)


# Around it

def tmux(folder, command):
    base = ["tmux", "-S", folder + "/tmux", "-f", "/dev/null", "-u"]
    subprocess.run([*base, "new-session", "-d", "-x", str(COLUMNS), "-y", str(ROWS), *command],
                   check=True)
    return lambda: subprocess.run([*base, "kill-server"], stderr=subprocess.DEVNULL)


def screen(folder, command):
    """On a terminal of its own, as it takes its size from there."""
    sys.path.insert(0, os.path.join(ROOT, "Tests", "Benchmarks"))
    from pty_session import Session
    os.makedirs(folder + "/screen", mode=0o700)
    environment = dict(os.environ, TERM="xterm-256color", LC_ALL="C.UTF-8",
                       SCREENDIR=folder + "/screen")
    session = Session([shutil.which("screen"), "-U", "-c", "/dev/null", *command], ROWS, COLUMNS,
                      environment)
    return Ending(session)


def xterm(folder, command):
    return x_terminal.XTerminal(command, ROWS, COLUMNS).close


class Ending:
    """Reads what a terminal program shows until it is to end."""

    def __init__(self, session):
        self.session = session

    def poll(self):
        self.session.idle_bytes(0.05)

    def __call__(self):
        # What runs in it hangs up with it.
        os.kill(self.session.process, signal.SIGHUP)
        time.sleep(0.2)
        self.session.__exit__()


TERMINALS = {"tmux": tmux, "screen": screen, "xterm": xterm}


def columns_of(name, lines):
    """The columns that a terminal gives to each line."""
    with tempfile.TemporaryDirectory(prefix="broadsheet-columns-") as folder:
        questions, answers = folder + "/questions", folder + "/answers"
        with open(questions, "w", encoding="utf-8") as file:
            file.writelines(line + "\n" for line in lines)
        end = TERMINALS[name](folder, [sys.executable, os.path.abspath(__file__), "--ask", questions,
                                       answers])
        try:
            deadline = time.monotonic() + 120
            while not os.path.exists(answers) and time.monotonic() < deadline:
                end.poll() if hasattr(end, "poll") else time.sleep(0.05)
            if not os.path.exists(answers):
                raise SystemExit(f"{name} did not answer")
            with open(answers) as file:
                return [int(line) for line in file.read().split()]
        finally:
            end()


# What is asked

def emoji():
    """All of emoji-test.txt, each between two letters."""
    if not os.path.exists(EMOJI):
        print("emoji-test.txt is not here (Debian: unicode-data); emoji are left out")
        return []
    with open(EMOJI, encoding="utf-8") as file:
        codes = [line.split(";")[0].split() for line in file if re.match(r"[0-9A-F]", line)]
    return ["a" + "".join(chr(int(code, 16)) for code in scalars) + "z" for scalars in codes]


def brief_lines():
    """The lines of real briefs that have more than ASCII, in pieces that no terminal wraps."""
    folder = os.environ.get("BROADSHEET_BRIEFS") or os.path.join(ROOT, "../shared/briefs")
    if not os.path.isdir(folder):
        folder = os.path.join(ROOT, "docs/examples")
    pieces = set()
    for path in sorted(glob.glob(folder + "/**/*.md", recursive=True)):
        with open(path, encoding="utf-8", errors="replace") as file:
            for line in file.read().splitlines():
                pieces.update(line[start:start + 80] for start in range(0, len(line), 80))
    return sorted(piece for piece in pieces if not piece.isascii())


def shown(probe, lines):
    """What the program shows of each line, and in how many columns."""
    text = "".join(line.replace("\n", " ") + "\n" for line in lines)
    answer = subprocess.run([probe, "widths"], input=text.encode(), check=True,
                            stdout=subprocess.PIPE).stdout.decode()
    found = [line.split("\t", 1) for line in answer.split("\n")[:-1]]
    return [(int(width), text) for width, text in found if int(width) < LONGEST]


def compare(name, expected):
    """Counts, and prints, what the terminal sees otherwise."""
    began = time.monotonic()
    columns = columns_of(name, [text for _, text in expected])
    wrong = [(text, width, column) for (width, text), column in zip(expected, columns)
             if width != column]
    print(f"  {name}: {len(columns)} lines, {len(wrong)} otherwise, {time.monotonic() - began:.0f} s")
    for text, width, column in wrong[:40]:
        codes = " ".join(f"{ord(letter):04X}" for letter in text if not letter.isascii())
        print(f"    {text!r} ({codes[:60]}): {width} columns, there {column}")
    return len(wrong) + abs(len(columns) - len(expected))


def main():
    if sys.argv[1:2] == ["--ask"]:
        return ask(*sys.argv[2:])
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("probe")
    parser.add_argument("--terminal", nargs="*", default=list(TERMINALS), choices=list(TERMINALS))
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    step = 1 if options.all else 20
    asked = {"hard scripts": HARD, "emoji": emoji()[::step], "briefs": brief_lines()[::step]}
    expected = [pair for lines in asked.values() for pair in shown(options.probe, lines)]
    print(", ".join(f"{len(lines)} lines of {what}" for what, lines in asked.items()), flush=True)
    wrong = 0
    for name in options.terminal:
        if x_terminal.is_here() if name == "xterm" else shutil.which(name):
            wrong += compare(name, expected)
        else:
            print(f"  {name} is not installed, and left out")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
