"""A program on a pseudo-terminal, and the clock on what it writes."""

import collections
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time

# Seconds until the first and until the last byte of an answer.
Result = collections.namedtuple("Result", "count seconds reads data first_seconds")

# Control sequences between the words that are looked for.
CONTROL = re.compile(rb"\x1b(?:\[[0-9;?<>=]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[()][0-9A-B]|.)")


def found(markers, chunks):
    """The markers that stand in what was written, control sequences aside."""
    text = CONTROL.sub(b" ", b"".join(data for _, data in chunks))
    words = re.sub(rb"\s+", b" ", text).decode(errors="replace")
    return {marker for marker in markers if marker in words}

# What is asked, and what a terminal answers that has margins at its sides.
STATUS_QUESTION = b"\x1b[5n"
MARGIN_QUESTION, MARGIN_ANSWER = b"\x1b[?69$p", b"\x1b[?69;2$y"

# An OSC 8 link that begins, and its address.
LINK = re.compile(rb"\x1b\]8;[^;]*;([^\x07\x1b]+)(?:\x07|\x1b\\)")


def beyond_text(data):
    """Bytes of a frame that are neither text nor what a link may cost: its address and 50 B."""
    text = len(re.sub(rb"[\x00-\x1f]", b"", CONTROL.sub(b"", data)))
    return len(data) - text - sum(len(address) + 50 for address in LINK.findall(data))


class Session:
    def __init__(self, command, rows, columns, environment, has_margins=False):
        self.has_margins = has_margins
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.began = time.perf_counter()
        self.process = os.fork()
        if self.process == 0:
            os.close(master)
            os.setsid()
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
            for descriptor in (0, 1, 2):
                os.dup2(slave, descriptor)
            if slave > 2:
                os.close(slave)
            os.execve(command[0], command, environment)
        os.close(slave)
        self.master = master
        self.unanswered = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.master)

    def settle(self, quiet=0.05, first=0.5, began=None):
        """Reads until nothing has come for `quiet` seconds; the time is that of the last byte."""
        began, soonest, last, got, reads = began or time.perf_counter(), 0.0, 0.0, b"", 0
        while select.select([self.master], [], [], quiet if got else first)[0]:
            data = self.take()
            if not data:
                break
            last = time.perf_counter() - began
            soonest = soonest or last
            got, reads = got + data, reads + 1
        return Result(len(got), last, reads, got, soonest)

    def first_paint(self, markers, quiet=0.15):
        """Seconds from the start of the process until the first screen is whole.

        It is whole when every marker that is ever shown has been shown (a list goes on counting
        what it cannot show), and for a single marker when the last byte has come.
        """
        chunks = []
        while select.select([self.master], [], [], quiet if chunks else 5.0)[0]:
            data = self.take()
            if not data:
                break
            chunks.append((time.perf_counter() - self.began, data))
        shown = found(markers, chunks)
        if not shown:
            raise SystemExit(f"none of {markers[:3]}… was on the first screen")
        if len(markers) == 1:
            return chunks[-1][0]
        for count, (moment, _) in enumerate(chunks, 1):
            if found(markers, chunks[:count]) == shown:
                return moment

    def press(self, key, quiet=0.03, first=0.5):
        """The answer to a key, which is waited for `first` seconds; its time begins before the key
        is written, since the program may well answer before the write returns."""
        began = time.perf_counter()
        os.write(self.master, key)
        return self.settle(quiet, first=first, began=began)

    def idle_bytes(self, seconds):
        end, count = time.perf_counter() + seconds, 0
        while (rest := end - time.perf_counter()) > 0:
            if select.select([self.master], [], [], rest)[0]:
                count += len(self.take())
        return count

    def take(self):
        try:
            data = os.read(self.master, 1 << 16)
        except OSError:
            return b""
        self.answer(data)
        return data

    def answer(self, data):
        """Tells the program that all is well where it asks, as a terminal does."""
        seen = self.unanswered + data
        for _ in range(seen.count(STATUS_QUESTION)):
            os.write(self.master, b"\x1b[0n")
        self.unanswered = seen[-3:] if not seen.endswith(STATUS_QUESTION) else b""
        # The first frame asks, which comes in one piece.
        if self.has_margins and MARGIN_QUESTION in data:
            os.write(self.master, MARGIN_ANSWER)

    def resident_kilobytes(self):
        with open(f"/proc/{self.process}/status") as file:
            return next(int(line.split()[1]) for line in file if line.startswith("VmRSS"))
