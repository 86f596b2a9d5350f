"""Measured rows in; lines for the terminal, benches/RESULTS.md and the README's table out."""
import os, platform, re, sys, time
from dataclasses import dataclass
from . import place
from .measure import Figures
from .peers import versions
from .rows import Row, per

README_START = "<!-- speed table: written by benches/run.py --readme from benches/RESULTS.md -->"
README_END = "<!-- end of the speed table -->"

# Other programs used more than so many cores: figures of the row are not to be trusted.
BUSY = 0.1

# Differences below this many seconds are noise.
TOO_LITTLE = 0.02

# What no row measures, whatever is installed.
NEVER = [
    "faker-js, Snowfakery and dbldatagen, which the harness does not install",
    "a cold page cache, `fsync`, network file systems: files go to the page cache",
    "more than two threads",
]


@dataclass
class Result:
    """A row with what came out: figures, or the reason why there are none."""

    row: Row
    ours: Figures | None = None
    other: Figures | None = None
    base: Figures | None = None
    others_cores: float = 0.0
    reason: str | None = None

    def compared(self) -> tuple[Figures, Figures] | None:
        """What the ratio is made of: both figures without the base's seconds. None if they are too small to tell."""
        assert self.ours is not None
        ours, other = self.ours, self.other or self.ours
        if self.base is None:
            return ours, other
        ours, other = ours.less(self.base), other.less(self.base)
        least = min(ours.wall, ours.cpu, other.wall, other.cpu)
        return (ours, other) if least > TOO_LITTLE else None

    def ratio(self, clock: str) -> str:
        """How the two compare, with what a large number means."""
        pair = self.compared()
        if self.other is None or (clock == "cpu" and not any(goal.timed for goal in self.row.goals)):
            return "-"
        if pair is None:
            return "too little to tell"
        ours, other = pair
        if self.row.ratio == "memory":
            return f"{ours.memory / other.memory:.2f}x the memory"
        if self.row.ratio == "times":
            return f"{per(ours, clock) / per(other, clock):.2f}x the time"
        return f"{per(other, clock) / per(ours, clock):.2f}x as fast"

    def met(self) -> str:
        """Whether all goals are met: by wall seconds, and what CPU seconds say if they disagree."""
        pair = self.compared()
        if pair is None:
            return "too little to tell"
        by_wall = all(goal.met(*pair, "wall") for goal in self.row.goals)
        by_cpu = all(goal.met(*pair, "cpu" if goal.timed else "wall") for goal in self.row.goals)
        verdict = "yes" if by_wall else "no"
        return verdict if by_wall == by_cpu else f"{verdict} (by CPU seconds {'yes' if by_cpu else 'no'})"

    def cells(self) -> list[str]:
        """The cells of the row's line."""
        targets = ", ".join(goal.text for goal in self.row.goals)
        if self.ours is None:
            return [self.row.id, self.row.work, "not measured", self.reason or "", "-", "-", targets, "-"]
        against = f"{self.row.against.name}: {shown(self.other)}" if self.row.against and self.other else "-"
        ours = f"{self.row.ours.name}: {shown(self.ours)}"
        return [self.row.id, self.row.work, ours, against, self.ratio("wall"), self.ratio("cpu"), targets, self.met()]

    def sizes(self) -> str:
        """What both wrote to files; empty unless both did."""
        if not (self.ours and self.other and self.row.against and self.ours.written and self.other.written):
            return ""
        shares = ((self.row.ours.name, self.ours), (self.row.against.name, self.other))
        return ", ".join(f"{name} {figures.written / 1e6:,.1f} MB" for name, figures in shares)

    def line(self) -> str:
        """The row for the terminal."""
        if self.ours is None:
            return f"{self.row.id}: {self.row.work}: not measured, {self.reason}"
        mark = f" | other programs used {self.others_cores:.1f} cores" if self.others_cores > BUSY else ""
        return " | ".join(self.cells()) + mark


def shown(figures: Figures) -> str:
    """Wall seconds, CPU seconds and megabytes."""
    return f"{seconds(figures.wall)}, {seconds(figures.cpu)}, {figures.memory:.0f}"


def seconds(value: float) -> str:
    """Three digits of which none is noise: `0.0123`, `1.23`, `123`."""
    return f"{value:.4f}" if value < 0.1 else f"{value:.3f}" if value < 1 else f"{value:.2f}" if value < 100 else f"{value:.0f}"


def processor() -> str:
    """The CPU's name."""
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            names = re.findall(r"model name\s*: (.*)", file.read())
    except OSError:
        names = []
    return names[0] if names else platform.processor() or platform.machine()


def memory() -> str:
    """The machine's memory."""
    return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / (1 << 30):.0f} GB"


def machine() -> str:
    """The machine in one line."""
    return f"{processor()}, {os.cpu_count()} cores, {memory()} RAM, {platform.system()} {platform.release()}"


def all_versions() -> list[str]:
    """Versions of everything that takes part."""
    with open(os.path.join(place.BENCHES, "peers", "Cargo.lock"), encoding="utf-8") as file:
        crates = dict(re.findall(r'name = "([^"]+)"\nversion = "([^"]+)"', file.read()))
    commit = place.say(["git", "describe", "--always", "--dirty"]) if "SYNTH" not in os.environ else "a binary that was given"
    found = [f"{place.say([place.SYNTH, '--version'])} ({commit})", place.say(["rustc", "--version"]), f"Python {platform.python_version()}"]
    python = versions()
    found += [f"{name} {python[name]}" for name in ("duckdb", "polars", "numpy", "faker", "mimesis", "tpchgen-cli") if name in python]
    found += [f"{name} {crates[name]}" for name in ("fake", "csv", "rayon", "rust_xlsxwriter", "rand_chacha") if name in crates]
    return [version for version in (*found, place.say(["go", "version"])) if version]


def markdown(results: list[Result], waiting: list[Row], runs: int, remarks: list[str]) -> str:
    """The text of benches/RESULTS.md."""
    heads = ["row", "work", "ours: wall s, CPU s, MB", "against: wall s, CPU s, MB", "ratio by wall", "by CPU", "target", "met"]
    busy = [result for result in results if result.others_cores > BUSY]
    missing = [f"`{result.row.id}`: {result.reason}" for result in results if result.ours is None]
    missing += [f"`{row.id}`: the run ended before" for row in waiting]
    lines = [
        "# Results",
        "",
        f"Written by `benches/run.py` on {time.strftime('%Y-%m-%d')}. Medians of {runs} runs, ours and the other's in turn, whole processes from",
        "start to exit; what a row measures and how ratios are to be read: [README.md](README.md).",
        *remarks,
        "",
        f"- machine: {machine()}",
        f"- versions: {', '.join(all_versions())}",
        "- other programs: " + (", ".join(f"{result.others_cores:.1f} cores in `{result.row.id}`" for result in busy)
                                or "none used more than a tenth of a core during any row"),
        "",
        "| " + " | ".join(heads) + " |",
        "|---" * len(heads) + "|",
        *("| " + " | ".join(result.cells()) + " |" for result in results if result.ours is not None),
        "",
        "## Sizes of files",
        "",
        "What was written, to judge whether both did the same work:",
        "",
        *(f"- `{result.row.id}`: {result.sizes()}" for result in results if result.sizes()),
        "",
        "## Not measured",
        "",
        *(f"- {line}" for line in [*missing, *NEVER]),
        "",
    ]
    return "\n".join(lines)


def into_readme(rows: list[Row]) -> str:
    """Writes the README's table from benches/RESULTS.md; what is said about it.

    Ends the program if one of the files is not as it should be.
    """
    with open(os.path.join(place.BENCHES, "RESULTS.md"), encoding="utf-8") as file:
        results = file.read()
    wanted = {row.id for row in rows if row.readme}
    table = [line.split(" | ") for line in results.splitlines() if line.startswith("| ")]
    found = [cells for cells in table[1:] if cells[0].removeprefix("| ") in wanted]
    date, machine_line = re.search(r"on (\d{4}-\d\d-\d\d)\. Medians of (\d+)", results), re.search(r"- machine: (.*)", results)
    not_measured = re.findall(r"^- (.*)$", results.partition("## Not measured")[2], re.MULTILINE)
    if not found or not date or not machine_line:
        sys.exit("benches/RESULTS.md has no results: run `make bench`")
    block = [
        README_START,
        f"Medians of {date[2]} runs on {date[1]}, whole processes, ours and the other's in turn; {machine_line[1]}.",
        "",
        "| " + " | ".join(table[0][1:]),
        "|---" * (len(table[0]) - 1) + "|",
        *("| " + " | ".join(cells[1:]) for cells in found),
        "",
        f"Not measured: {'; '.join(not_measured)}. All rows: [`benches/RESULTS.md`](benches/RESULTS.md).",
        README_END,
    ]
    path = os.path.join(place.ROOT, "README.md")
    with open(path, encoding="utf-8") as file:
        before, start, rest = file.read().partition(README_START)
    _, end, after = rest.partition(README_END)
    if not start or not end:
        sys.exit("README.md lacks the two comments between which the table stands")
    with open(path, "w", encoding="utf-8") as file:
        file.write(before + "\n".join(block) + after)
    return f"README.md: {len(found)} rows"
