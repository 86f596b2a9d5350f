#!/usr/bin/env python3
"""Races synth against its peers, one row a line: both figures, the ratio, the target, and whether it is met.

usage: benches/run.py [--quick] [--only ROW,ROW] [--size FACTOR] [--runs N] [--results FILE]
       benches/run.py --list | --readme | --profile

The program under test is $SYNTH, by default target/release/synth. Peers are installed into .bench/ when a row needs them; one
that cannot be had is named with the reason. What each row measures: benches/README.md.
"""
import argparse, os, sys

sys.dont_write_bytecode = True
from harness import callgrind, place, results
from harness.measure import Failed, medians
from harness.peers import Peers
from harness.rows import Row, Sizes, all_rows


def main() -> int:
    arguments = parse()
    sizes = Sizes(arguments.size, arguments.quick)
    if arguments.readme:
        print(results.into_readme(all_rows(Sizes())))
        return 0
    chosen = choose(all_rows(sizes), arguments)
    if arguments.list:
        for row in chosen:
            print(f"{row.id:22} {row.work}; {', '.join(goal.text for goal in row.goals)}")
        return 0
    os.makedirs(place.OUT, exist_ok=True)
    peers = Peers(not arguments.no_install)
    if arguments.profile:
        return callgrind.main(peers, sizes)
    if not os.access(place.SYNTH, os.X_OK):
        sys.exit(f"no program at {place.SYNTH}: run `cargo build --release`, or name one in SYNTH")
    if reason := peers.reason_of_build:
        sys.exit(f"the program that measures cannot be had: {reason}")
    runs = arguments.runs or (3 if arguments.quick else 5)
    done: list[results.Result] = []
    try:
        for row in chosen:
            done.append(race(row, peers, runs))
            print(done[-1].line(), flush=True)
            write(arguments, done, chosen[len(done):], runs)
    except KeyboardInterrupt:
        sys.exit("interrupted; the rows so far are written" if arguments.results else "interrupted")
    finally:
        place.remove(place.OUT)
    failed = [result.row.id for result in done if result.reason and not peers.state.get(result.row.needs or "")]
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--quick", action="store_true", help="the most telling rows alone, smaller, with 3 runs")
    parser.add_argument("--only", metavar="ROW,ROW", help="rows whose names begin so")
    parser.add_argument("--size", type=float, default=1.0, metavar="FACTOR", help="multiplies all row counts, to try the harness")
    parser.add_argument("--runs", type=int, metavar="N", help="runs of which the median is taken: 5, with --quick 3")
    parser.add_argument("--results", metavar="FILE", help="write results as Markdown, after every row")
    parser.add_argument("--no-install", action="store_true", help="use what is in .bench/ already")
    parser.add_argument("--list", action="store_true", help="print the rows and run nothing")
    parser.add_argument("--readme", action="store_true", help="write the README's table from benches/RESULTS.md")
    parser.add_argument("--profile", action="store_true", help="write call profiles and instruction counts (valgrind)")
    return parser.parse_args()


def choose(rows: list[Row], arguments: argparse.Namespace) -> list[Row]:
    """The rows that are asked for."""
    if arguments.only:
        names = tuple(name.strip() for name in arguments.only.split(","))
        chosen = [row for row in rows if row.id.startswith(names)]
        return chosen or sys.exit(f"no row begins with {arguments.only}: see --list")
    return [row for row in rows if row.quick or not arguments.quick]


def race(row: Row, peers: Peers, runs: int) -> results.Result:
    """Measures one row, or says why it cannot be."""
    if row.needs and (reason := peers.reason(row.needs)):
        return results.Result(row, reason=f"{row.needs}: {reason}")
    commands = [command for command in (row.ours, row.against, row.base) if command]
    try:
        figures, others_cores = medians(commands, row.runs or runs)
    except Failed as failure:
        return results.Result(row, reason=str(failure))
    found = results.Result(row, figures[0], others_cores=others_cores)
    found.other = figures[1] if row.against else None
    found.base = figures[2] if row.base else None
    return found


def write(arguments: argparse.Namespace, done: list[results.Result], waiting: list[Row], runs: int) -> None:
    """Writes the results so far, if that is asked for."""
    if not arguments.results:
        return
    remarks = [f"Not the full sizes: row counts were multiplied by {arguments.size:g}."] if arguments.size != 1 else []
    remarks += ["A quick run: some rows alone, and smaller."] if arguments.quick else []
    remarks += [f"Some rows alone: {arguments.only}."] if arguments.only else []
    with open(arguments.results, "w", encoding="utf-8") as file:
        file.write(results.markdown(done, waiting, runs, remarks))


if __name__ == "__main__":
    sys.exit(main())
