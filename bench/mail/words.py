"""Texts that have broken mail programs, put together from a seed, and what must arrive of them."""

import random
import re
import unicodedata

TROUBLE = [
    "Ana", "López", "محمد عبد الله", "שלום עולם", "李小龍", "東京都港区", "ไทย", "😀👩‍⚕️", "🏳️‍🌈", "e\u0301\u0323",
    "\u202eabc\u202c", "\u200f", "\u2067x\u2069", "\u00a0", "\u200b", " ", "  ", "\t", "\r\n", "\n", "\r",
    "\r\nBcc: x@evil.example", "\r\n\r\nbody", "\n.\n", "\r.\r", "\x01", "\x07", "\x1b[31m", "\x7f", "\x85", "\u2028",
    "\u2029", "=?utf-8?B?QmNjOiB4?=", "=?utf-8?q?b?=", "=?iso-8859-1?q?=E9?=", "=?", "?=", "=3D=", "=", ".", "From ",
    "[[${7*7}]]", "__${T(java.lang.Runtime)}__", "<script>alert(1)</script>", "</p><b>", "&amp;", "&#xE000;", '"', "'",
    "\\", '\\"', "\\ ", "(comment)", "<x@y.example>", ",", ";", ":", "@", "$1", "%s", "\ue000LAST_NAME\ue001", "\uf8ff",
    "x" * 80, "ß" * 120, "word " * 60, "title " * 50, "界" * 60, "ñ", "O'Brien", "Dr. med.", "Zoë, Ph.D.",
]  # fmt: skip


class Words:
    def __init__(self, seed):
        self._random = random.Random(seed)

    def next(self, longest=5):
        return "".join(self._random.choice(TROUBLE) for _ in range(self._random.randint(0, longest)))

    def name(self):
        """Now and then one that is empty, or 300 characters long."""
        kind = self._random.randrange(12)
        return "" if kind == 0 else (self.next(3) * 300)[:300] if kind == 1 else self.next()


def is_private(c):
    return "\ue000" <= c <= "\uf8ff" or c == "\ufeff"


def on_one_line(text):
    """What must arrive of a name or a subject: controls and line ends are blanks, what could forge a slot is gone."""
    kept = "".join(c for c in text if not is_private(c))
    return strip("".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in kept))


def column(text):
    """What a column of names keeps: 200 units of UTF-16, and no half of a character."""
    kept = on_one_line(text).encode("utf-16-le")[:400].decode("utf-16-le", "ignore")
    return strip(kept)


def strip(text):
    """As Java has it: the blanks that do not break are no blanks."""
    blank = r"[ \t\n\x0b\f\r\x1c-\x1f\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000\u2028\u2029]+"
    return re.sub(rf"^{blank}|{blank}$", "", text)


def spoken(text, control=""):
    """Text whose lines may be broken anywhere between words: all white space is one blank."""
    kept = "".join(
        control if unicodedata.category(c) == "Cc" and c not in "\t\r\n" else c for c in text if not is_private(c)
    )
    return " ".join(kept.split())
