"""newsboat with the briefs of a generated library as items of several feeds, its cache warm."""

import html
import os
import re
import shutil
import subprocess

from pty_session import Session

FEEDS = 20
LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")


class Newsboat:
    """None of it where newsboat is not installed: `command` is None then."""

    def __init__(self, root, files):
        self.command = shutil.which("newsboat")
        self.home = f"{root}/newsboat-{len(files)}"
        self.environment = dict(os.environ, HOME=self.home, TERM="xterm-256color",
                                LC_ALL="C.UTF-8")
        self.arguments = [self.command, "-u", self.home + "/urls", "-c", self.home + "/cache.db",
                          "-C", self.home + "/config", "-q"]
        if self.command and not os.path.exists(self.home + "/cache.db"):
            self.fill(files)

    def fill(self, files):
        os.makedirs(self.home)
        share = -(-len(files) // FEEDS)
        with open(self.home + "/urls", "w") as urls, open(self.home + "/config", "w") as config:
            config.write("auto-reload no\n")
            for number in range(FEEDS):
                feed = f"{self.home}/feed-{number:02}.xml"
                write_feed(feed, f"Feed {number:02}", files[number * share:(number + 1) * share])
                urls.write(f"file://{feed}\n")
        subprocess.run(self.arguments[:-1] + ["-x", "reload"], env=self.environment, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def open(self):
        return Session(self.arguments, 24, 80, self.environment)


def write_feed(path, title, files):
    with open(path, "w") as feed:
        feed.write(f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>'
                   "<link>https://feed.example/</link><description>x</description>")
        for file in files:
            with open(file, encoding="utf-8") as source:
                feed.write(item(os.path.basename(file), source.read()))
        feed.write("</channel></rss>")


def item(name, markdown):
    """A brief as an item with its whole text, links as links."""
    paragraphs = markdown.split("\n\n")
    body = "".join(f"<p>{paragraph(text)}</p>" for text in paragraphs[1:])
    title = html.escape(paragraphs[0].lstrip("# "))
    return (f"<item><title>{title}</title><guid>{name}</guid>"
            f"<link>https://feed.example/{name}</link>"
            f"<description>{html.escape(body)}</description></item>")


def paragraph(text):
    return LINK.sub(lambda link: f'<a href="{link[2]}">{link[1]}</a>',
                    html.escape(text.strip().lstrip("# "), quote=False))
