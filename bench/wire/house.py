"""A house of Mailround with many recipients, worked by the packaged program."""

import os
import random
import shutil

import peers

FIRST = "Ana Bo Chidi Dilnoza Éva Fatima Gül Hiro Ines José Kofi Li Mia Noor Oluwaseun Paz Quinn Rúna Søren Tomás".split()
LAST = "Abe Berg Castro Demir Evans Fischer García Hughes Ito Jensen Khan López Moreau Novák Okafor Pérez".split()
WORDS = ("clinic open early week new nurse clear water walk garden sleep calm letter visit morning support family care "
         "team advice gentle season winter spring healthy meal plan small step every day keep warm drink enough rest")


class House:
    """One home directory on one database."""

    def __init__(self, folder, recipients, size, database=None):
        self.folder = folder
        self.database = database
        self.round = 0
        for part in ("templates", "config"):
            shutil.copytree(os.path.join(peers.ROOT, part), os.path.join(folder, part))
        os.makedirs(os.path.join(folder, "subscribers"))
        os.makedirs(os.path.join(folder, "articles"))
        self.list(recipients)
        self.text = self.body(size)

    def list(self, recipients):
        """Names in several scripts, some thousand domains, two attributes."""
        choose = random.Random(1)
        with open(os.path.join(self.folder, "subscribers", "many.csv"), "w", encoding="utf-8") as rows:
            rows.write("email,first_name,last_name,language,branch,number\n")
            for i in range(recipients):
                rows.write(f"p{i}@d{choose.randrange(3000)}.example.com,{choose.choice(FIRST)},{choose.choice(LAST)},"
                           f"{choose.choice(['', 'en', 'es', 'de'])},Branch {choose.randrange(9)},{i}\n")

    @staticmethod
    def body(size):
        choose = random.Random(2)
        words = WORDS.split()
        text = ["Dear {{first_name|friend}},", ""]
        while sum(map(len, text)) < size:
            if choose.random() < 0.2:
                text += [f"See [{choose.choice(words)}](https://riverside.clinic.example/{choose.randrange(999)}).", ""]
            text += [" ".join(choose.choices(words, k=60)).capitalize() + ".", ""]
        return "\n".join(text)

    def command(self, *arguments):
        """Runs the program; what it says at the end, and the most memory that it had, in MB."""
        where = [f"--spring.datasource.url={self.database}", "--spring.datasource.username=mailround"]
        said, _, peak = peers.mailround(self.folder, *arguments, *(where if self.database else []))
        return said, peak

    def mailing(self):
        """The options of a mailing that was not sent before."""
        file = os.path.join(self.folder, f"round-{self.round}.md")
        with open(file, "w", encoding="utf-8") as body:
            body.write(f"Round {self.round}.\n\n{self.text}")
        return "--subject", f"Round {self.round}", "--body", file, "--list", "many"

    def send(self, port, connections, *options):
        """Sends one edition to everybody; the report, and the peak of memory."""
        self.round += 1
        report, peak = self.command(
            "send", *self.mailing(), "--spring.mail.host=127.0.0.1", f"--spring.mail.port={port}",
            f"--mailround.delivery.connections={connections}", *options)
        if report["accepted"] != report["audience"] or not report["balanced"]:
            raise SystemExit(f"not everybody was sent to: {report}")
        return report, peak

    def size(self):
        """Octets of one mail."""
        self.command("send", *self.mailing(), "--dry-run", "--to", "p0@d0.example.com")
        preview = os.path.join(self.folder, "data", "preview")
        return os.path.getsize(os.path.join(preview, next(f for f in os.listdir(preview) if f.endswith(".eml"))))
