#!/usr/bin/env python3
"""Reads every format back with readers that are not ours, and compares every value with what was asked for.

usage: tests/interop/run.py [--synth PATH] [--only FORMAT] [--no-install]

Specs of every type, with extreme values, nulls, an empty table, a table of one column and names that break careless writers
are built in every format (table.py). Readers from PyPI and database servers read the files (readers.py, servers.py); each value is
brought into one form (canonical.py) and compared with the list from which the spec was made. A reader that cannot be had is
SKIPPED by name; a format without a reader here, a reader that fails, and a value that differs are failures, and the run ends with 1.
"""
import argparse, os, sys, time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import tools


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--synth", help="the program under test; without, it is built")
    parser.add_argument("--only", help="one format alone")
    parser.add_argument("--no-install", action="store_true", help="install no system packages")
    arguments = parser.parse_args()
    if sys.version_info < (3, 10):
        print(f"SKIPPED  everything: python3 is {sys.version.split()[0]}, 3.10 or later is needed")
        return 0
    tools.may_install = not arguments.no_install
    try:
        tools.enter_environment()
    except tools.Missing as missing:
        print(f"SKIPPED  everything: {missing}")
        return 0
    from matrix import Run
    begun = time.monotonic()
    run = Run(arguments.synth or tools.build_program(), os.path.join(tools.HOME, "out"))
    run.all(arguments.only)
    return run.report(time.monotonic() - begun)


if __name__ == "__main__":
    sys.exit(main())
