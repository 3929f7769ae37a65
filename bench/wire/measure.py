"""Mailround's deliver step against smtp-source, in turns, so that what else the machine does meets both."""

import argparse
import contextlib
import statistics
import tempfile

import house
import peers

# what smtp-source puts before its payload
HEADERS = 150


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--recipients", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--connections", type=int, nargs="+", default=[16, 4])
    parser.add_argument("--databases", nargs="+", choices=["h2", "postgresql"], default=["h2", "postgresql"])
    parser.add_argument("--body", type=int, default=10_800, help="characters of the text: 10,800 make 36 KB on the wire")
    return parser.parse_args()


def main():
    options = arguments()
    peers.build()
    with contextlib.ExitStack() as stack:
        houses = {}
        for database in options.databases:
            url = stack.enter_context(peers.postgresql()) if database == "postgresql" else None
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="mailround-bench-"))
            houses[database] = house.House(folder, options.recipients, options.body, url)
        size = next(iter(houses.values())).size()
        print(f"{options.recipients} recipients, {size} octets a mail, medians of {options.rounds}")
        port = stack.enter_context(peers.smtp_sink())
        for connections in options.connections:
            for database, home in houses.items():
                compare(options, database, home, port, connections, size)


def compare(options, database, home, port, connections, size):
    source, ours, peaks = [], [], []
    for turn in range(options.rounds):
        source.append(options.recipients / peers.smtp_source(port, connections, options.recipients, size - HEADERS))
        report, peak = home.send(port, connections)
        ours.append(options.recipients / report["steps"]["deliver"])
        peaks.append(round(peak))
        print(f"  turn {turn + 1}: {database}, {connections} connections: smtp-source {source[-1]:.0f}/s, "
              f"Mailround {ours[-1]:.0f}/s, peak {peaks[-1]} MB", flush=True)
    ratios = [own / other for own, other in zip(ours, source)]
    print(f"{database}, {connections} connections: smtp-source {statistics.median(source):.0f}/s, "
          f"Mailround {statistics.median(ours):.0f}/s, ratio {statistics.median(ratios):.2f}, "
          f"peak {max(peaks)} MB", flush=True)


if __name__ == "__main__":
    main()
