#!/usr/bin/env python3
"""The reader in a real tmux: its copy mode, copies with `y`, links, and what is drawn.

    python3 in_tmux.py PROGRAM

tmux runs with its default settings in a terminal that keeps what it is sent. Its copy mode has to find
and take what the reader shows, `y` has to reach tmux's buffer and the outer terminal's clipboard
(OSC 52), and links have to arrive there with the versions that pass them on (OSC 8), and leave no
trace with those that do not. After keys that move the text its screen is to be what it is drawn anew.
Without tmux it is left out. The end is 1 where something is otherwise.
"""

import base64
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "Tests", "Benchmarks"))
from pty_session import Session  # noqa: E402

ROWS, COLUMNS = 24, 80
ADDRESS = "https://ledger.example/1912/04/16/news?deck=E"
BRIEF = f"""# The Harbour Inquiry

A short brief with – as they have – letters beyond ASCII: Zürich, Łódź, 漢字.

## First day

The [Ledger]({ADDRESS}) had it first, so the inquiry was told.

""" + "\n".join(f"## Part {number}\n\n" + f"What part {number} tells is told twice over. " * (number % 7)
                + "\n" for number in range(40))
KEYS = ["j", "j", "k", "NPage", "NPage", "j", "PPage", "C-d", "C-u", "G", "k", "k", "PPage", "]", "]", "g",
        "NPage", "j", "NPage", "?", "Escape", "k"]


class Tmux:
    """A server of its own, with the reader in its one pane and a terminal attached to it."""

    def __init__(self, program, home):
        with open(home + "/brief.md", "w", encoding="utf-8") as file:
            file.write(BRIEF)
        # What links need is set before the terminal comes; an unknown feature is no error.
        with open(home + "/conf", "w", encoding="utf-8") as file:
            file.write("set -as terminal-features 'xterm*:hyperlinks'\n")
        self.base = [shutil.which("tmux"), "-S", home + "/socket", "-f", home + "/conf", "-u"]
        environment = {"HOME": home, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8",
                       "PATH": os.environ["PATH"]}
        self.outer = Session([*self.base, "new-session", program, home + "/brief.md"], ROWS, COLUMNS,
                             environment)
        self.sent = b""

    def command(self, *words):
        done = subprocess.run([*self.base, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              check=False)
        return done.stdout.decode()

    def copy(self, *words):
        self.command("send-keys", "-X", *words)

    def screen(self):
        return self.command("capture-pane", "-p")

    def until(self, what, reached, seconds=20):
        """Waits for something, and keeps what the terminal gets meanwhile."""
        deadline = time.monotonic() + seconds
        while not (found := reached()):
            if time.monotonic() > deadline:
                raise SystemExit(f"waited in vain for {what}; the screen shows\n{self.screen()}")
            self.sent += self.outer.settle(0.05, 0.05).data
        return found

    def close(self):
        """Ends the reader first, which would write its state below a home that goes."""
        if (reader := self.command("display-message", "-p", "#{pane_pid}").strip()).isdigit():
            os.kill(int(reader), signal.SIGKILL)
        self.command("kill-server")
        self.outer.__exit__()


def copy_mode(tmux):
    """A line of the text, and a stretch over two lines, as they stand on the screen."""
    faults = []
    line = next(line for line in tmux.screen().split("\n") if "Łódź" in line)
    tmux.command("copy-mode")
    tmux.copy("search-backward", "Łódź")
    tmux.copy("select-line")
    tmux.copy("copy-selection-no-clear")
    if (taken := tmux.command("show-buffer").rstrip("\n")) != line.rstrip():
        faults.append(f"copy mode took {taken!r} of the line {line!r}")
    tmux.copy("clear-selection")
    tmux.copy("search-backward", "inquiry was told")
    tmux.copy("begin-selection")
    tmux.copy("end-of-line")
    tmux.copy("copy-selection-and-cancel")
    if "inquiry was told" not in (taken := tmux.command("show-buffer")):
        faults.append(f"copy mode found {taken!r} for what stands in the text")
    return faults


def copying(tmux):
    """The address of the selected citation, in tmux's buffer and the terminal's clipboard."""
    tmux.command("send-keys", "Tab")
    tmux.until("the citation", lambda: ADDRESS in tmux.screen())
    tmux.command("send-keys", "y")
    tmux.until("the copy", lambda: tmux.command("show-buffer") == ADDRESS)
    encoded = base64.b64encode(ADDRESS.encode())
    tmux.until("the copy in the outer terminal",
               lambda: re.search(rb"\x1b\]52;[a-z]*;" + re.escape(encoded), tmux.sent))
    return []


def drawing(tmux):
    """After each key the screen is what the reader draws anew."""
    faults = []
    for key in KEYS:
        tmux.command("send-keys", key)
        shown = settled(tmux)
        # Any key closes the help.
        if key != "?":
            tmux.command("send-keys", "C-l")
            if (anew := settled(tmux)) != shown:
                faults.append(f"after {key} the screen is other than drawn anew:\n{shown}\n{anew}")
    return faults


def settled(tmux):
    """The screen once nothing comes any more."""
    tmux.sent += tmux.outer.settle(0.1, 0.5).data
    return tmux.screen()


def links(tmux, version):
    has_link = b"\x1b]8;" in tmux.sent and ADDRESS.encode() in tmux.sent
    if version >= (3, 4):
        return [] if has_link else ["tmux passed no link on"]
    return [f"tmux {version} passed a link on, which the documentation denies"] if has_link else []


def version_of_tmux():
    said = subprocess.run(["tmux", "-V"], stdout=subprocess.PIPE, check=True).stdout.decode()
    return tuple(int(digits) for digits in re.findall(r"\d+", said)[:2])


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    if not shutil.which("tmux"):
        return print("  tmux is not installed, and left out")
    with tempfile.TemporaryDirectory(prefix="broadsheet-tmux-") as home:
        tmux = Tmux(os.path.abspath(sys.argv[1]), home)
        try:
            tmux.until("the text", lambda: "inquiry was told" in tmux.screen())
            faults = copy_mode(tmux) + copying(tmux) + links(tmux, version_of_tmux()) + drawing(tmux)
        finally:
            tmux.close()
    version = ".".join(map(str, version_of_tmux()))
    print(f"  tmux {version}: copy mode, a copy with y, links, {len(KEYS)} keys: {'; '.join(faults) or 'as they should be'}")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
