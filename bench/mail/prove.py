"""The proofs: run by bench/mail/run."""

import argparse
import collections
import csv
import email
import email.policy
import html.parser
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

import dkim
from sink import Sink
from words import Words, column, on_one_line, spoken

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent

EDITION = [
    "DKIM-Signature", "Date", "Message-ID", "To", "List-Unsubscribe", "From", "Subject", "List-Unsubscribe-Post",
    "List-Id", "Feedback-ID", "Precedence", "MIME-Version", "Content-Type",
]  # fmt: skip


class Proof:
    def __init__(self):
        self.counts = collections.Counter()
        self.failures = []

    def that(self, fact, what, detail=""):
        self.counts[what] += 1
        if not fact:
            self.failures.append(f"NOT {what}: {detail}")


class House:
    """A home of the sample clinic, with a key of its own and our relay."""

    def __init__(self, home, sink):
        self.home, self.sink = home, sink
        for folder in ("templates", "config", "subscribers", "articles"):
            shutil.copytree(ROOT / folder, home / folder)
        self.key = None
        self.key = self.run("dkim-key")[-1]

    def run(self, *args):
        settings = ["--spring.mail.host=127.0.0.1", f"--spring.mail.port={self.sink.port}"]
        if self.key:
            settings += [f"--mailround.dkim.selector={self.key['selector']}", f"--mailround.dkim.key={self.key['key']}"]
        command = [ROOT / "mailround", *args, "--json", *settings]
        done = subprocess.run(
            command, env={**os.environ, "MAILROUND_HOME": str(self.home)}, capture_output=True, text=True
        )
        if done.returncode != 0:
            sys.exit(f"{' '.join(map(repr, args))} ended with {done.returncode}:\n{done.stderr}")
        return [json.loads(line) for line in done.stdout.splitlines()]

    def send(self, *args):
        self.run("send", *args)
        return self.sink.take()


class Verifiers:
    """Two that know nothing of us, and a DNS that knows our record alone."""

    def __init__(self, key, work):
        self.key, self.work = key, work

    def dkimpy(self, mail):
        name = self.key["name"].encode() + b"."
        try:
            return dkim.verify(mail, dnsfunc=lambda asked, timeout=5: self.key["value"].encode() if asked == name else None)
        except dkim.DKIMException:
            return False

    def mailauth(self, mails):
        folder = self.work / "judged"
        folder.mkdir(exist_ok=True)
        files = []
        for number, mail in enumerate(mails):
            files.append(folder / f"{number}.eml")
            files[-1].write_bytes(mail)
        done = subprocess.run(
            ["node", HERE / "mailauth.mjs", self.work, self.key["name"], self.key["value"]],
            input="".join(f"{file}\n" for file in files), capture_output=True, text=True, check=True,
        )  # fmt: skip
        return [line == "pass" for line in done.stdout.splitlines()]


def changed(mail):
    """Every change that must not go unseen: what it is, and the mail."""
    head, body = mail.split(b"\r\n\r\n", 1)

    def edit(pattern, replacement):
        edited = re.sub(pattern, replacement, head + b"\r\n", count=1)
        assert edited != head + b"\r\n", pattern
        return edited + b"\r\n" + body

    yield "List-Unsubscribe changed", edit(rb"(\r\nList-Unsubscribe:\s*<)http", rb"\1httq")
    yield "List-Unsubscribe gone", edit(rb"\r\nList-Unsubscribe:([^\r\n]|\r\n[ \t])*", b"")
    yield "List-Unsubscribe-Post changed", edit(rb"One-Click", b"Two-Click")
    yield "Subject changed", edit(rb"(\r\nSubject:.*)", rb"\1!")
    yield "Message-ID changed", edit(rb"(\r\nMessage-ID:\s*<)", rb"\1x")
    yield "Feedback-ID changed", edit(rb"(\r\nFeedback-ID:\s*)", rb"\g<1>9")
    yield "body changed", head + b"\r\n\r\n" + body.replace(b"the", b"teh", 1)
    yield "body longer", mail + b"More.\r\n"
    for name in (b"Subject", b"From", b"To", b"Date", b"Reply-To"):
        added = name + b": Pay me <x@evil.example>\r\n"
        yield f"another {name.decode()} before", added + mail
        yield f"another {name.decode()} after", head + b"\r\n" + added + b"\r\n" + body


def prove_signatures(proof, verifiers, mails, samples):
    for judge, verdicts in (("dkimpy", map(verifiers.dkimpy, mails)), ("mailauth", verifiers.mailauth(mails))):
        for verdict, mail in zip(verdicts, mails, strict=True):
            proof.that(verdict, f"verified by {judge}", mail[:900])
    forged = [pair for mail in samples for pair in changed(mail)]
    theirs = verifiers.mailauth([mail for _, mail in forged])
    for (what, mail), verdict in zip(forged, theirs, strict=True):
        proof.that(not verifiers.dkimpy(mail), "refused by dkimpy when changed", what)
        proof.that(not verdict, "refused by mailauth when changed", what)


def prove_spam(proof, kind, mails, most, work):
    for mail in mails:
        done = subprocess.run(
            ["spamassassin", "-L", "-t"], input=mail, capture_output=True, check=True, env={**os.environ, "HOME": str(work)}
        )
        status = " ".join(email.message_from_bytes(done.stdout)["X-Spam-Status"].split())
        score = float(re.search(r"score=(-?[\d.]+)", status).group(1))
        rules = re.search(r"tests=(.*?) autolearn", status).group(1)
        print(f"  SpamAssassin, {kind}: {score} ({rules})")
        proof.that(score < most, f"{kind} scored below {most}", status)


def prove_octets(proof, mail):
    bare = re.sub(rb"\r\n", b"", mail)
    proof.that(b"\r" not in bare and b"\n" not in bare, "lines that end with CRLF alone", mail[:500])
    proof.that(mail.isascii(), "mails of 7 bits", mail[:500])
    head, body = mail.split(b"\r\n\r\n", 1)
    for line in head.split(b"\r\n"):
        # a word cannot be folded, and stands alone on its line then
        alone = b" " not in line.strip()
        proof.that(len(line) <= 78 or (alone and len(line) <= 998), "header lines of at most 78", line)
    proof.that(all(len(line) <= 76 for line in body.split(b"\r\n")), "bodies in lines of at most 76", mail[:500])


class Page(html.parser.HTMLParser):
    """What stands in an HTML page to be read."""

    def __init__(self, source):
        super().__init__()
        self.words, self.skip = [], 0
        self.feed(source)

    def handle_starttag(self, tag, attrs):
        self.skip += tag in ("style", "script", "title")
        self.tags = getattr(self, "tags", collections.Counter())
        self.tags[tag] += 1

    def handle_endtag(self, tag):
        self.skip -= tag in ("style", "script", "title")

    def handle_data(self, data):
        if not self.skip:
            self.words.append(data)


def parsed(proof, mail):
    message = email.message_from_bytes(mail, policy=email.policy.default)
    proof.that(message.keys() == EDITION, "the exact headers, each once", message.keys())
    proof.that(not message.defects, "parsed without a defect", message.defects)
    text, page = message.iter_parts()
    proof.that((text.get_content_type(), page.get_content_type()) == ("text/plain", "text/html"), "text, then HTML")
    return message, text.get_content(), page.get_content()


def prove_names(proof, mails, people):
    """Also tells how often Python sees other blanks in encoded words than there are (its issue 128110)."""
    for mail in mails:
        message, _, _ = parsed(proof, mail)
        prove_octets(proof, mail)
        (to,) = message["To"].addresses
        first, last = people[to.addr_spec]
        expected = on_one_line(f"{column(first)} {column(last)}")
        name = to.display_name
        if name != expected and "=?" in raw_header(mail, "To"):
            proof.counts["(read by Python with other blanks in encoded words)"] += 1
            proof.that("".join(name.split()) == "".join(expected.split()), "the same but for blanks", (name, expected))
            name = legacy(mail, "To")
        proof.that(name == expected, "names as they went in", (name, expected))
        (sender,) = message["From"].addresses
        proof.that(
            (sender.display_name, sender.addr_spec) == ("Riverside Family Clinic", "news@riverside.clinic.example"),
            "From as configured", str(message["From"]),
        )  # fmt: skip


def raw_header(mail, name):
    return re.search(rf"(?m)^{name}:((?:[^\r\n]|\r\n[ \t])*)".encode(), mail).group(1).decode()


def legacy(mail, name):
    """The display name by the older half of Python's library, which reads encoded words by RFC 2047 alone."""
    value = re.sub(r"\r\n(?=[ \t])", "", raw_header(mail, name)).rsplit("<", 1)[0].strip()
    return str(email.header.make_header(email.header.decode_header(value)))


def prove_articles(proof, mail, articles):
    _, text, source = parsed(proof, mail)
    page = Page(source)
    proof.that(page.tags["script"] == 0, "no script")
    said = {"text": spoken(text), "HTML": spoken("".join(page.words))}
    for number, (title, body) in enumerate(articles):
        for form, words in said.items():
            proof.that(spoken(title) in words, f"titles in {form} as they went in", spoken(title))
            found = between(f"Begin-{number}", f"end-{number}.", words)
            if found is not None:
                proof.that(found == spoken(body), f"bodies in {form} as they went in", (found, spoken(body)))


def between(begin, end, words):
    """What stands between them the last time: the hidden preheader says it before."""
    _, found, rest = words.rpartition(f"{begin} ")
    return f" {rest}".split(f" {end}", 1)[0].strip() if found else None


def prove_one_off(proof, mail, subject, body):
    message, text, source = parsed(proof, mail)
    prove_octets(proof, mail)
    proof.that(message["Subject"] == on_one_line(subject), "subjects as they went in", (message["Subject"], subject))
    for form, words in (("text", text), ("HTML", "".join(Page(source).words))):
        found, expected = between("Begin", "end.", spoken(words)), spoken(body, " ")
        proof.that(found == expected, f"one-offs in {form} as they went in", (found, expected))
    listed = legacy(mail, "List-Id")
    whole = on_one_line(subject)
    if listed.startswith('"'):
        listed = re.sub(r"\\(.)", r"\1", listed[1:-1])
    proof.that(whole.startswith(listed) and listed, "names of lists as they went in", (listed, whole))
    proof.that(len(raw_header(mail, "List-Id").replace("\r\n", "")) <= 256, "List-Id of at most 255")


def markdown(text):
    """Staff who mean every sign as it stands."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


def sample(proof, work):
    house = House(work / "sample", Sink())
    tests = house.send("weekly-digest", "--to", "ana@example.com")
    digests = house.send("weekly-digest")
    one_offs = house.send(
        "--subject", "Flu vaccinations start on Monday", "--body", HERE / "one-off.md", "--list", "newsletter"
    )
    mails = digests + one_offs + tests
    print(f"  {len(digests)} digests, {len(one_offs)} one-offs, {len(tests)} test copies")
    for mail in mails:
        parsed(proof, mail)
        prove_octets(proof, mail)
    prove_signatures(proof, Verifiers(house.key, work), mails, [digests[0], one_offs[0]])
    prove_spam(proof, "digest", digests[:3], 1.0, work)
    prove_spam(proof, "one-off", one_offs[:3], 2.0, work)


def generated(proof, work, options):
    house = House(work / "generated", Sink())
    words = Words(options.seed)
    for folder in ("subscribers", "articles"):
        shutil.rmtree(house.home / folder)
        (house.home / folder).mkdir()
    people = {f"p{number}@example.com": (words.name(), words.name()) for number in range(options.names)}
    with open(house.home / "subscribers/names.csv", "w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["email", "first_name", "last_name"])
        rows.writerows([address, *names] for address, names in people.items())
    articles = [(f"T{number} {spoken(words.next())}", words.next()) for number in range(options.articles)]
    for number, (title, body) in enumerate(articles):
        body = " ".join(body.split())
        (house.home / f"articles/{number:03}.txt").write_text(
            f"{title}\n\nBegin-{number} {body} end-{number}.\n", encoding="utf-8", newline=""
        )
    mails = house.send("weekly-digest")
    proof.that(len(mails) == options.names, "everybody mailed", len(mails))
    prove_names(proof, mails, people)
    prove_articles(proof, mails[0], articles)
    (house.home / "subscribers/one.csv").write_text("email\none@example.com\n")
    for number in range(options.subjects):
        subject, body = f"{words.next()} {number}", words.next()
        file = work / "body.md"
        file.write_text(f"Begin {markdown(' '.join(body.split()))} end.\n", encoding="utf-8")
        sent = house.send("--subject", subject, "--body", file, "--list", "one")
        proof.that(len(sent) == 1, "one mail a one-off", len(sent))
        prove_one_off(proof, sent[0], subject, body)
        mails += sent
    prove_signatures(proof, Verifiers(house.key, work), mails, [])


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--work", type=pathlib.Path, required=True)
    options.add_argument("--seed", type=int, default=20261125)
    options.add_argument("--names", type=int, default=240)
    options.add_argument("--subjects", type=int, default=40)
    options.add_argument("--articles", type=int, default=40)
    options = options.parse_args()
    proof = Proof()
    print("The sample clinic's mail:", flush=True)
    sample(proof, options.work)
    print(f"Generated words, seed {options.seed}: {options.names} people, {options.articles} articles, "
          f"{options.subjects} one-offs", flush=True)  # fmt: skip
    generated(proof, options.work, options)
    for what, count in proof.counts.items():
        print(f"  {count:6} {what}")
    for failure in proof.failures[:40]:
        print(failure)
    print(f"{len(proof.failures)} failed" if proof.failures else "All of it holds.")
    sys.exit(1 if proof.failures else 0)


if __name__ == "__main__":
    main()
