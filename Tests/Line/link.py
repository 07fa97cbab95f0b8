"""A link between the two ends of a connection, as long, as narrow and as dead as one wants it."""

import collections
import select
import socket
import threading
import time


class Way:
    """One direction of a connection: what was sent, and when the other end gets it."""

    def __init__(self, source, sink, name):
        self.source, self.sink, self.name = source, sink, name
        self.queue = collections.deque()
        self.held = 0
        self.free = 0.0

    def take(self, data, rate, delay):
        now = time.monotonic()
        self.free = max(now, self.free) + (len(data) / rate if rate else 0.0)
        self.queue.append((self.free + delay, data))
        self.held += len(data)

    def deliver(self):
        """Hands over what is due; how many bytes that was, None where the other end is gone."""
        count = 0
        while self.queue and self.queue[0][0] <= time.monotonic():
            data = self.queue.popleft()[1]
            self.held -= len(data)
            try:
                self.sink.sendall(data)
            except OSError:
                return None
            count += len(data)
        return count


class Link:
    """Listens on a port of its own and passes connections on to another.

    `delay` is the seconds that a byte takes, `rate` the bytes of a second, None for any number, and
    while it `is_stalled` nothing goes either way, though each end takes the other for present.
    """

    # What such a link holds on its way before it makes the sender wait.
    HOLDS = 4096

    def __init__(self, port, delay=0.0, rate=None):
        self.target, self.delay, self.rate, self.is_stalled = port, delay, rate, False
        self.passed = {"up": 0, "down": 0}
        self.ways = []
        self.is_closed = False
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.is_closed = True
        self.thread.join()
        self.listener.close()

    def _run(self):
        while not self.is_closed:
            self._turn()
        while self.ways:
            self._hang_up(self.ways[0])

    def _turn(self):
        stalled = self.is_stalled
        open_ways = [] if stalled else [way for way in self.ways if way.held < self.HOLDS]
        sources = [self.listener] + [way.source for way in open_ways]
        ready = select.select(sources, [], [], self._rest(stalled))[0]
        if self.listener in ready:
            self._accept()
        for way in open_ways:
            if way.source in ready:
                self._take(way)
        if not stalled:
            for way in list(self.ways):
                self._deliver(way)

    def _rest(self, stalled):
        dues = [] if stalled else [way.queue[0][0] for way in self.ways if way.queue]
        return min([0.02] + [max(0.0, due - time.monotonic()) for due in dues])

    def _accept(self):
        near, _ = self.listener.accept()
        far = socket.socket()
        # The server is to notice soon that the link is full.
        far.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        far.connect(("127.0.0.1", self.target))
        for end in (near, far):
            end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.ways += [Way(near, far, "up"), Way(far, near, "down")]

    def _take(self, way):
        try:
            data = way.source.recv(256 if self.rate else 65536)
        except OSError:
            data = b""
        if data:
            way.take(data, self.rate, self.delay)
        elif way in self.ways:
            way.deliver()
            self._hang_up(way)

    def _deliver(self, way):
        count = way.deliver()
        if count is None:
            self._hang_up(way)
        else:
            self.passed[way.name] += count

    def _hang_up(self, way):
        ends = {way.source, way.sink}
        self.ways = [other for other in self.ways if other.source not in ends]
        for end in ends:
            end.close()
