"""Mailround's deliver step against smtp-source, in turns, so that what else the machine does meets both.

Figures: near (one sink, 16 and 4 connections), far (64 connections, 20 ms a reply), tls (STARTTLS against plain),
dkim (every mail signed, RSA-2048), scale (a mail's cost, memory and planning, at --many recipients and at 10,000).
"""

import argparse
import contextlib
import os
import statistics
import subprocess
import tempfile

import house
import peers

# what smtp-source puts before its payload
HEADERS = 150
FEW = 10_000


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("figures", nargs="*", metavar="FIGURE", default=list(FIGURES), help="the ones to measure; all")
    parser.add_argument("--recipients", type=int, default=100_000)
    parser.add_argument("--many", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--connections", type=int, nargs="+", default=[16, 4])
    parser.add_argument("--databases", nargs="+", choices=["h2", "postgresql"], default=["h2", "postgresql"])
    parser.add_argument("--body", type=int, default=10_800, help="characters of the text: 10,800 make 36 KB on the wire")
    options = parser.parse_args()
    for unknown in set(options.figures) - set(FIGURES):
        parser.error(f"there is no figure {unknown}")
    return options


def main():
    options = arguments()
    peers.build()
    with contextlib.ExitStack() as stack:
        homes = {name: home(stack, options, name, options.recipients) for name in options.databases}
        options.size = next(iter(homes.values())).size()
        print(f"{options.recipients} recipients, {options.size} octets a mail, medians of {options.rounds}", flush=True)
        for figure in options.figures:
            with contextlib.ExitStack() as peers_of_it:
                FIGURES[figure](options, homes, peers_of_it)


def home(stack, options, database, recipients):
    url = stack.enter_context(peers.postgresql()) if database == "postgresql" else None
    folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="mailround-bench-"))
    return house.House(folder, recipients, options.body, url)


def near(options, homes, stack):
    port = stack.enter_context(peers.smtp_sink())
    for connections in options.connections:
        for database, where in homes.items():
            compare(options, f"near, {database}, {connections} connections", where, port, connections)


def far(options, homes, stack):
    port = stack.enter_context(peers.own_sink("--delay", "20ms"))
    for database, where in homes.items():
        compare(options, f"far, {database}, 64 connections", where, port, 64)


def dkim(options, homes, stack):
    port = stack.enter_context(peers.smtp_sink())
    for database, where in homes.items():
        key, _ = where.command("dkim-key")
        settings = f"--mailround.dkim.selector={key['selector']}", f"--mailround.dkim.key={key['key']}"
        compare(options, f"dkim, {database}, 16 connections", where, port, 16, *settings)


def compare(options, title, where, port, connections, *settings):
    """Mailround by smtp-source."""
    source, ours, peaks = [], [], []
    for turn in range(options.rounds):
        source.append(options.recipients / peers.smtp_source(port, connections, options.recipients, options.size - HEADERS))
        ours.append(rate(where.send(port, connections, *settings), peaks))
        print(f"  turn {turn + 1}: {title}: smtp-source {source[-1]:.0f}/s, Mailround {ours[-1]:.0f}/s", flush=True)
    tell(title, "smtp-source", source, ours, peaks)


def tls(options, homes, stack):
    """STARTTLS by plain, both to the same kind of sink."""
    folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="mailround-bench-"))
    keys = os.path.join(folder, "keys.p12")
    subprocess.run(
        ["keytool", "-genkeypair", "-keyalg", "RSA", "-keysize", "2048", "-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1",
         "-storetype", "PKCS12", "-keystore", keys, "-storepass", "in-the-bench", "-validity", "2"],
        check=True, stderr=subprocess.DEVNULL)
    open_port = stack.enter_context(peers.own_sink())
    port = stack.enter_context(peers.own_sink("--starttls", keys, "in-the-bench"))
    settings = "--mailround.relay.tls=required", "--spring.mail.properties[mail.smtp.ssl.trust]=127.0.0.1"
    for database, where in homes.items():
        title = f"tls, {database}, 16 connections"
        plain, ours, peaks = [], [], []
        for turn in range(options.rounds):
            plain.append(rate(where.send(open_port, 16), peaks))
            ours.append(rate(where.send(port, 16, *settings), peaks))
            print(f"  turn {turn + 1}: {title}: plain {plain[-1]:.0f}/s, STARTTLS {ours[-1]:.0f}/s", flush=True)
        tell(title, "plain", plain, ours, peaks)


def scale(options, homes, stack):
    """What a mail costs in a long round, by what it costs in a short one."""
    port = stack.enter_context(peers.smtp_sink())
    for database in homes:
        few, many = (home(stack, options, database, recipients) for recipients in (FEW, options.many))
        few.size(), many.size()
        for turn in range(options.rounds):
            short, _ = few.send(port, 16)
            long, peak = many.send(port, 16)
            costs = [1e6 * it["steps"]["deliver"] / it["audience"] for it in (short, long)]
            print(f"  turn {turn + 1}: scale, {database}: {costs[0]:.0f} µs a mail of {FEW}, {costs[1]:.0f} µs of "
                  f"{options.many}, ratio {costs[1] / costs[0]:.2f}, planned in {long['steps']['plan']:.1f} s, "
                  f"peak {peak:.0f} MB", flush=True)


def rate(sent, peaks):
    report, peak = sent
    peaks.append(peak)
    return report["audience"] / report["steps"]["deliver"]


def tell(title, other, others, ours, peaks):
    ratios = [own / their for own, their in zip(ours, others)]
    print(f"{title}: {other} {statistics.median(others):.0f}/s, Mailround {statistics.median(ours):.0f}/s, "
          f"ratio {statistics.median(ratios):.2f}, peak {max(peaks):.0f} MB", flush=True)


FIGURES = {"near": near, "far": far, "tls": tls, "dkim": dkim, "scale": scale}

if __name__ == "__main__":
    main()
