"""The rows of the comparison: what is run, against what, and what is to come out."""
import os
from collections.abc import Callable
from dataclasses import dataclass
from . import place
from .measure import Command, Figures, bytes_made, cells_made


@dataclass
class Goal:
    """One thing that a row is to reach."""

    text: str
    # Whether figures of ours and of the other reach it, by their wall seconds or by their CPU seconds.
    met: Callable[[Figures, Figures, str], bool]
    # Whether time counts: only then do wall and CPU have verdicts of their own.
    timed: bool = True


@dataclass
class Row:
    """A line of the table: one command of ours in turn with another."""

    id: str
    work: str
    ours: Command
    against: Command | None
    goals: list[Goal]
    # How the ratio reads: `faster` divides theirs by ours, `times` ours by theirs.
    ratio: str = "faster"
    # The peer of this name must be installed.
    needs: str | None = None
    # A command whose seconds are taken off both sides, so that columns and not tables are compared.
    base: Command | None = None
    quick: bool = False
    # Many runs where one takes no time.
    runs: int | None = None
    # Whether the README shows it.
    readme: bool = False


def faster(bound: float) -> Goal:
    """The other takes so many times our seconds, or more."""
    return Goal(f"at least {bound:g}x as fast", lambda ours, other, clock: per(other, clock) >= bound * per(ours, clock))


def gains(bound: float) -> Goal:
    """The same, by the wall's clock alone: threads save no CPU seconds."""
    return Goal(f"at least {bound:g}x as fast", lambda ours, other, _: per(other, "wall") >= bound * per(ours, "wall"), timed=False)


def within(bound: float, unit: str = "") -> Goal:
    """We take so many times the other's seconds, or less."""
    return Goal(f"at most {bound:g}x the time{unit}", lambda ours, other, clock: per(ours, clock) <= bound * per(other, clock))


def memory_within(bound: float) -> Goal:
    """We take so many times the other's memory, or less."""
    return Goal(f"at most {bound:g}x the memory", lambda ours, other, _: ours.memory <= bound * other.memory, timed=False)


def megabytes(bound: float) -> Goal:
    """We take at most so much memory."""
    return Goal(f"under {bound:g} MB", lambda ours, _other, _clock: ours.memory < bound, timed=False)


def milliseconds(bound: float) -> Goal:
    """We take at most so long."""
    return Goal(f"under {bound:g} ms", lambda ours, _other, _clock: ours.wall * 1000 < bound, timed=False)


def per(figures: Figures, clock: str) -> float:
    """Seconds for a row, a cell, a byte: for whatever the row counts."""
    return getattr(figures, clock) / figures.amount


# How much larger "flat" memory may be: buffers of the largest size that are met sooner or later.
FLAT = 1.25


@dataclass
class Sizes:
    """How much is made: all counts of rows are multiplied by `factor`."""

    factor: float = 1.0
    quick: bool = False

    def rows(self, full: int, quick: int | None = None) -> int:
        """So many rows, in a quick run fewer."""
        return max(100, round((quick if quick and self.quick else full) * self.factor))

    def scale(self, full: float, quick: float | None = None) -> float:
        """A scale factor of TPC-H, in a quick run a smaller one."""
        return max(0.001, (quick if quick and self.quick else full) * self.factor)


def synth(name: str, spec: str, output: str, form: str = "csv", *, table: str | None = None, threads: int = 2,
          settings: dict[str, object] | None = None, options: list[str] | None = None) -> Command:
    """A build of ours; `output` is `null` for standard output into nothing, else `file`."""
    line = [place.SYNTH, "build", place.spec(spec), "--format", form, "--threads", str(threads), "--quiet"]
    line += ["--table", table] if table else []
    for key, value in (settings or {}).items():
        line += ["--set", f"{key}={value}"]
    for option in options or []:
        line += ["--option", option]
    if output == "null":
        return Command(name, [*line, "-o", "-"])
    folder = place.out("synth")
    return Command(name, [*line, "-o", folder + os.sep, "--overwrite"], [folder])


def all_rows(sizes: Sizes) -> list[Row]:
    """All rows, in the order of the table."""
    return [
        *people(sizes), *lineitem(sizes), *tpch(sizes), *shop(sizes), *formats(sizes), *sheets(sizes),
        *start(), *threads(sizes), *memory(sizes), *unique(sizes), *formulas(sizes),
    ]


def people(sizes: Sizes) -> list[Row]:
    """The twelve-column table against those who make it by general programs, and by one written for it alone."""
    def ours(rows: int, threads: int, output: str = "file") -> Command:
        command = synth("synth", "people.yaml", output, threads=threads, settings={"people.rows": rows})
        command.amount = rows
        return command

    def other(name: str, program: Callable[..., list[str]], rows: int, *arguments: object) -> Command:
        path = place.out("people.csv")
        return Command(name, program(*arguments, path), [path], amount=rows)

    one, ten, few = sizes.rows(1_000_000), sizes.rows(10_000_000, 2_000_000), sizes.rows(20_000, 5_000)
    rows = []
    for count, threads in ((one, 1), (one, 2), (ten, 2)):
        work, big = f"people, 12 columns, {count:,} rows, CSV to file, {threads_of(threads)}", "" if count == one else "-10m"
        fake = other("fake + csv + rayon", place.rust, count, "people_fake", count, threads)
        duck = other("DuckDB", place.python, count, "people_duckdb.py", count, threads, place.WORDS)
        readme = threads == 2
        rows.append(Row(f"people-fake{big}-{threads}", work, ours(count, threads), fake, [faster(5)],
                        needs=fake.name, quick=count == one and readme, readme=readme))
        rows.append(Row(f"people-duckdb{big}-{threads}", work, ours(count, threads), duck, [faster(8)],
                        needs=duck.name, quick=count == one and readme, readme=readme and count == one))
        if threads == 2:
            polars = other("numpy + polars", place.python, count, "people_polars.py", count, place.WORDS)
            rows.append(Row(f"people-polars{big}", work, ours(count, 2), polars, [faster(8)],
                            needs=polars.name, readme=count == one))
    work = f"people, 12 columns, {one:,} rows, CSV to file, 2 threads"
    go = Command("gofakeit", [os.path.join(place.HOME, "people_gofakeit"), str(one), "2", place.out("people.csv")],
                 [place.out("people.csv")], amount=one)
    rows.append(Row("people-gofakeit", work, ours(one, 2), go, [faster(8)], needs=go.name))
    for name, script in (("Faker", "people_faker.py"), ("mimesis", "people_mimesis.py")):
        rows.append(Row(f"people-{name.lower()}", f"{work}, per row; {name} makes {few:,}", ours(one, 2),
                        other(name, place.python, few, script, few), [faster(8)], needs=name, readme=name == "Faker"))
    hand = Command("the loop by hand", place.rust("people_hand", ten, 2, place.WORDS, os.devnull), amount=ten)
    rows.append(Row("people-hand", f"people, 12 columns, {ten:,} rows, CSV to null, 2 threads", ours(ten, 2, "null"), hand,
                    [within(2.5)], ratio="times", needs=hand.name, quick=True, readme=True))
    return rows


def threads_of(count: int) -> str:
    """`1 thread`, `2 threads`."""
    return f"{count} thread" + "s" * (count > 1)


def tpchgen(form: str, scale: float, threads: int, output: str, table: str | None = None) -> Command:
    """A command of tpchgen-cli."""
    folder = place.out("tpchgen")
    line = [os.path.join(place.VENV, "bin", "tpchgen-cli"), form, "-s", f"{scale:g}", "-n", str(threads), "-q"]
    line += ["-T", table] if table else []
    if output == "null":
        return Command("tpchgen-cli", [*line, "--stdout"])
    return Command("tpchgen-cli", [*line, "-o", folder], [folder])


def lineitem(sizes: Sizes) -> list[Row]:
    """TPC-H's largest table: sixteen columns that refer to orders and parts."""
    scale = sizes.scale(1)
    size = f"lineitem, 16 columns, SF {scale:g} (about {round(6_000_000 * scale):,} rows)"
    rows = []
    for output in ("null", "file"):
        for threads in (1, 2):
            ours = synth("synth", "tpch.yaml", output, table="lineitem", threads=threads, settings={"scale": scale})
            headline = threads == 2 and output == "null"
            rows.append(Row(f"lineitem-csv-{output}-{threads}", f"{size}, CSV to {output}, {threads_of(threads)}", ours,
                            tpchgen("csv", scale, threads, output, "lineitem"), [faster(4)], needs="tpchgen-cli",
                            quick=headline, readme=threads == 2))
    ours = synth("synth", "tpch.yaml", "file", "parquet", table="lineitem", settings={"scale": scale}, options=["compression=snappy"])
    rows.append(Row("lineitem-parquet", f"{size}, Parquet with Snappy to file, 2 threads", ours,
                    tpchgen("parquet", scale, 2, "file", "lineitem"), [faster(2), memory_within(0.5)], needs="tpchgen-cli",
                    quick=True, readme=True))
    return rows


def tpch(sizes: Sizes) -> list[Row]:
    """All eight tables of TPC-H."""
    scale = sizes.scale(1)
    rows = []
    for form, name, options in (("csv", "CSV", []), ("parquet", "Parquet with Snappy", ["compression=snappy"])):
        ours = synth("synth", "tpch.yaml", "file", form, settings={"scale": scale}, options=options)
        rows.append(Row(f"tpch-{form}", f"all eight TPC-H tables, SF {scale:g}, {name} to file, 2 threads", ours,
                        tpchgen(form, scale, 2, "file"), [faster(2)], needs="tpchgen-cli", readme=True))
    return rows


def shop(sizes: Sizes) -> list[Row]:
    """What relations cost: roll-ups, references, counts of children."""
    customers = sizes.rows(1_000_000, 200_000)
    products = max(100, customers // 100)
    ours = synth("the shop", "shop.yaml", "file", settings={"customers.rows": customers, "products.rows": products})
    flat = synth("without relations", "shop_flat.yaml", "file", settings={"buyers": customers, "goods": products})
    ours.amount = flat.amount = cells_made
    return [Row("shop", f"the shop, {customers:,} customers, all four tables with roll-up, CSV to file, 2 threads, per cell",
                ours, flat, [within(2, " per cell")], ratio="times", quick=True, readme=True)]


def formats(sizes: Sizes) -> list[Row]:
    """Formats of text by the byte."""
    count = sizes.rows(1_000_000)
    rows = []
    for form, name in (("ndjson", "NDJSON"), ("sql", "SQL INSERT"), ("xml", "XML")):
        ours, csv = (synth(shown, "people.yaml", "null", kind, settings={"people.rows": count})
                     for shown, kind in ((name, form), ("own CSV", "csv")))
        ours.amount = csv.amount = bytes_made
        rows.append(Row(f"format-{form}", f"people, {count:,} rows, {name} to null, 2 threads, per byte", ours, csv,
                        [within(1.5, " per byte")], ratio="times", quick=True, readme=True))
    return rows


def sheets(sizes: Sizes) -> list[Row]:
    """Excel."""
    count = sizes.rows(1_000_000, 100_000)
    ours = synth("synth", "xlsx.yaml", "file", "xlsx", settings={"size": count})
    cells, workbook = place.out("cells.csv"), place.out("cells.xlsx")
    make = synth("synth", "xlsx.yaml", "null", settings={"size": count}).line[:-1] + [cells, "--overwrite"]
    # What is read stays until the next row; what is written goes.
    direct = Command("rust_xlsxwriter", place.rust("xlsx", cells, "nssssnndts", workbook), [workbook], before=make)
    return [Row("xlsx", f"XLSX, {count:,} rows x 10 columns to file, 2 threads", ours, direct, [within(1.15)], ratio="times",
                needs=direct.name, quick=True, readme=True)]


def start() -> list[Row]:
    """From the start of the process to its end."""
    return [Row("start", "a spec of 100 rows, CSV to null, start to exit", synth("synth", "start.yaml", "null"), None,
                [milliseconds(20), megabytes(30)], quick=True, runs=21, readme=True)]


def threads(sizes: Sizes) -> list[Row]:
    """What a second thread gains."""
    people, scale = sizes.rows(10_000_000, 2_000_000), sizes.scale(1, 0.2)
    works = [
        ("people", f"people, {people:,} rows, CSV to null", "people.yaml", "people", {"people.rows": people}, "csv", True),
        ("lineitem", f"lineitem, SF {scale:g}, CSV to null", "tpch.yaml", "lineitem", {"scale": scale}, "csv", True),
        ("parquet", f"people, {people:,} rows, Parquet to null", "people.yaml", "people", {"people.rows": people}, "parquet", False),
    ]
    rows = []
    for name, work, spec, table, settings, form, quick in works:
        ours, alone = (synth(threads_of(count), spec, "null", form, table=table, threads=count, settings=settings) for count in (2, 1))
        rows.append(Row(f"threads-{name}", f"{work}, 1 thread to 2", ours, alone, [gains(1.85)], quick=quick, readme=True))
    return rows


def memory(sizes: Sizes) -> list[Row]:
    """Whether memory grows with the rows."""
    few, rows = sizes.rows(1_000_000, 500_000), []
    larger = [(sizes.rows(5_000_000), "5m")] if sizes.quick else [(sizes.rows(10_000_000), "10m"), (sizes.rows(100_000_000), "100m")]
    for form, name, bound in (("csv", "CSV", 64), ("parquet", "Parquet", 300)):
        for many, size in larger:
            ours, less = (synth(f"{count:,} rows", "people.yaml", "null", form, settings={"people.rows": count}) for count in (many, few))
            ours.amount, less.amount = many, few
            rows.append(Row(f"memory-{form}-{size}", f"memory of people, {few:,} to {many:,} rows, {name} to null, 2 threads", ours,
                            less, [memory_within(FLAT), megabytes(bound)], ratio="memory", quick=True, readme=size == "100m"))
    return rows


def columns(sizes: Sizes, spec: str, base: str, pairs: list[tuple[str, str, str, str]], goal: Goal, ids: str) -> list[Row]:
    """Rows that compare the same columns, of another kind, in two tables of a spec; the time of a third is taken off both."""
    count, rows = sizes.rows(2_000_000, 1_000_000), []
    for name, work, special, plain in pairs:
        ours, other, less = (synth(table.replace("_", " "), spec, "null", table=table, settings={"size": count})
                             for table in (special, plain, base))
        rows.append(Row(f"{ids}-{name}", f"{work}, {count:,} rows, CSV to null, 2 threads, per column", ours, other, [goal],
                        ratio="times", base=less, quick=name in ("codes", "decimals"), readme=True))
    return rows


def unique(sizes: Sizes) -> list[Row]:
    """What `unique: true` costs."""
    return columns(sizes, "unique.yaml", "key_alone", [
        ("codes", "unique codes against codes", "codes_unique", "codes"),
        ("numbers", "unique numbers against numbers", "numbers_unique", "numbers"),
        ("emails", "unique e-mail addresses against others", "emails_unique", "emails"),
    ], within(1.3), "unique")


def formulas(sizes: Sizes) -> list[Row]:
    """What an expression with three operators costs."""
    return columns(sizes, "expr.yaml", "inputs", [
        ("integers", "formulas of three operators against plain numbers, integers", "integers_computed", "integers"),
        ("decimals", "formulas of three operators against plain numbers, decimals", "decimals_computed", "decimals"),
    ], within(1.5), "expr")
