"""Which format is read by whom, with which options, and what it is documented not to hold: the rows of the run."""
import importlib.util, json, os, re, shutil, subprocess, time, traceback
from dataclasses import dataclass, field
import readers as r
from canonical import (document_numbers_are_floats, empty_text_is_null, is_excel_serial, is_millisecond, is_same, jsonb_nul_is_replaced, nan_is_null,
                       negative_zero_is_zero, non_finite_is_null, nul_is_replaced)
from servers import LoadError, MariaDB, PostgreSQL, SQLite, SQLiteShell
from table import NAMES, SpecWriter, main_tables, nasty_names
from tools import ROOT, Missing


try:
    from polars.exceptions import PanicException as PANIC
except ImportError:
    PANIC = Exception


@dataclass
class Row:
    """A reader of a format's files."""
    format: str
    reader: str
    read: callable
    options: list = field(default_factory=list)
    extension: str = ""
    needs: str = ""  # the Python package
    holds: list = field(default_factory=list)  # what becomes of values that the format cannot hold
    without: dict = field(default_factory=dict)  # columns that the reader cannot read though they are written well, and why
    allows: callable = lambda name: True  # the names that it can have
    trims: bool = False  # whether the reader takes rows without a value at the end for no rows

    def label(self):
        return f"{self.format} {' '.join(self.options)}".strip()


MARKED = [f"null={r.NULL}"]
JSON = [non_finite_is_null]

# What readers cannot read, though it is written well.
FLOATS_FIRST = "it reads numbers with a point as 64-bit floats"
LONG_DECIMALS = {f"decimal_{digits}": FLOATS_FIRST for digits in ("18_4", "38_10", "38_30")}
NO_DOCUMENTS = {"json": "it has one type for all documents of a column"}
no_quotes = lambda name: '"' not in name  # polars keeps doubled quotes in headers
is_avro = lambda name: all(re.sub(r"\W", "_", other, flags=re.A) != re.sub(r"\W", "_", name, flags=re.A) for other in NAMES[:NAMES.index(name)]) if name in NAMES else True
is_sheet = lambda name: len(name) <= 31 and not set(name) & set("[]:*?/\\")
no_blank = lambda name: name.strip()  # DuckDB's sniffer gives a blank name another


ROWS = [
    Row("arrow", "pyarrow", r.arrow_pyarrow, needs="pyarrow"),
    Row("arrow", "pyarrow", r.arrow_pyarrow, ["compression=zstd", "batch=100"], needs="pyarrow"),
    Row("arrow", "pyarrow", r.arrow_stream_pyarrow, ["variant=stream", "compression=lz4"], needs="pyarrow"),
    Row("arrow", "polars", r.arrow_polars, needs="polars"),
    Row("arrow", "polars", r.arrow_stream_polars, ["variant=stream"], needs="polars"),
    Row("avro", "fastavro", r.avro_fastavro, needs="fastavro", allows=is_avro),
    Row("avro", "fastavro", r.avro_fastavro, ["compression=none", "block=100"], needs="fastavro", allows=is_avro),
    Row("csv", "python csv", r.csv_python, MARKED),
    Row("csv", "python csv", r.csv_python, MARKED + ["quote=all", "newline=crlf"]),
    Row("csv", "python csv, gzip", r.csv_gzip, MARKED + ["compression=gzip"], extension="csv.gz"),
    Row("csv", "python csv, zstd", r.csv_zstd, MARKED + ["compression=zstd"], extension="csv.zst", needs="pyarrow"),
    Row("csv", "csvw, python csv", r.csv_described, MARKED + ["csvw=true"]),
    Row("csv", "pandas", r.csv_pandas, MARKED, needs="pandas"),
    Row("csv", "pandas", r.csv_pandas, MARKED + ["compression=gzip"], extension="csv.gz", needs="pandas"),
    Row("csv", "polars", r.csv_polars, MARKED, needs="polars", allows=no_quotes),
    Row("csv", "polars", r.csv_polars, MARKED + ["compression=zstd"], extension="csv.zst", needs="polars", allows=no_quotes),
    Row("csv", "duckdb", r.csv_duckdb, needs="duckdb"),
    Row("csv", "duckdb", r.csv_duckdb, ["compression=gzip"], extension="csv.gz", needs="duckdb"),
    Row("csv", "duckdb, sniffing", r.csv_duckdb_sniffed, ["quote=all"], needs="duckdb", allows=no_blank),
    Row("json", "python json", r.json_python, holds=JSON),
    Row("json", "python json", r.json_python, ["pretty=true"], holds=JSON),
    Row("json", "duckdb", r.json_duckdb, needs="duckdb", holds=[*JSON, document_numbers_are_floats], without=LONG_DECIMALS),
    Row("ndjson", "python json", r.ndjson_python, holds=JSON),
    Row("ndjson", "duckdb", r.ndjson_duckdb, needs="duckdb", holds=[*JSON, document_numbers_are_floats], without=LONG_DECIMALS),
    Row("ndjson", "polars", r.ndjson_polars, needs="polars", holds=JSON, without=LONG_DECIMALS | NO_DOCUMENTS),
    Row("parquet", "pyarrow", r.parquet_pyarrow, needs="pyarrow"),
    Row("parquet", "pyarrow", r.parquet_pyarrow, ["compression=zstd", "row_group=100", "statistics=page"], needs="pyarrow"),
    Row("parquet", "pyarrow", r.parquet_pyarrow, ["compression=gzip", "dictionary=true"], needs="pyarrow"),
    Row("parquet", "duckdb", r.parquet_duckdb, needs="duckdb"),
    Row("parquet", "duckdb", r.parquet_duckdb, ["compression=lz4", "dictionary=true", "statistics=page"], needs="duckdb"),
    Row("parquet", "polars", r.parquet_polars, needs="polars"),
    Row("parquet", "polars", r.parquet_polars, ["compression=none", "dictionary=false", "statistics=none"], needs="polars"),
    Row("xlsx", "openpyxl", r.xlsx_openpyxl, needs="openpyxl", holds=[is_excel_serial], allows=is_sheet, trims=True),
    Row("xlsx", "pandas", r.xlsx_pandas, needs="pandas", holds=[is_excel_serial, is_millisecond, negative_zero_is_zero, empty_text_is_null], allows=is_sheet, trims=True),
    Row("xml", "lxml", r.xml_lxml, ["xsd=true"], needs="lxml"),
    Row("xml", "lxml", r.xml_lxml, ["xsd=true", "nulls=nil"], needs="lxml"),
    Row("xml", "lxml", r.xml_lxml, ["xsd=true", "style=attributes"], needs="lxml"),
]


@dataclass
class Database:
    """A system into which scripts are loaded."""
    open: type
    options: list
    holds: list
    allows: callable = lambda name: True  # the names that it can have

    def label(self):
        return " ".join(["sql", *self.options])


DATABASES = [
    Database(PostgreSQL, ["dialect=postgres"], [nul_is_replaced, jsonb_nul_is_replaced, negative_zero_is_zero]),
    Database(PostgreSQL, ["dialect=postgres", "copy=true"], [nul_is_replaced, jsonb_nul_is_replaced]),
    Database(MariaDB, ["dialect=mysql"], [non_finite_is_null, negative_zero_is_zero], lambda name: not name.endswith(" ")),
    Database(SQLite, ["dialect=sqlite"], [nan_is_null, nul_is_replaced, negative_zero_is_zero]),
    Database(SQLiteShell, ["dialect=sqlite"], [nan_is_null, nul_is_replaced, negative_zero_is_zero]),
]

# Specs with keys between tables; rows are fewer than people would ask for, the shapes are the same.
KEYED = {
    "shop": ["--set", "customers.rows=300", "--set", "products.rows=80"],
    "bank": [], "university": [], "orgchart": [],
}


class Run:
    """Builds, reads, compares, and keeps what it found."""

    def __init__(self, synth, folder):
        self.synth, self.folder = synth, folder
        shutil.rmtree(folder, ignore_errors=True)
        self.specs = SpecWriter(os.path.join(folder, "specs"))
        self.tables = {"types": main_tables()}
        self.failed, self.skipped, self.values = [], [], 0

    def all(self, only):
        formats = [found["name"] for found in json.loads(self.call("formats", "--json"))]
        with_reader = {row.format for row in ROWS} | {"sql"}
        for name in formats:
            if name not in with_reader:
                self.say("FAILED", name, "-", "no reader is in the matrix: add a row for this format")
        self.specs.write("types", self.tables["types"])
        for row in ROWS:
            if row.format not in formats:
                self.say("SKIPPED", row.label(), row.reader, "this program has no such format")
            elif only in (None, row.format):
                self.attempt(row.label(), row.reader, lambda: self.read(row))
        for database in DATABASES if only in (None, "sql") else []:
            self.attempt(database.label(), database.open.__doc__.rstrip("."), lambda: self.load(database))

    def call(self, *arguments):
        found = subprocess.run([self.synth, *arguments], capture_output=True, text=True, encoding="utf-8", cwd=ROOT)
        if found.returncode != 0:
            raise LoadError(f"synth {' '.join(arguments)}: {found.stderr[-800:]}")
        return found.stdout

    def build(self, spec, format_, options, path, *more):
        words = [word for option in options for word in ("--option", option)]
        self.call("build", spec, "--format", format_, "-o", path, "--overwrite", "--quiet", *words, *more)

    def attempt(self, label, reader, work):
        begun, values = time.monotonic(), self.values
        try:
            work()
        except Missing as missing:
            return self.say("SKIPPED", label, reader, str(missing))
        except Mismatch as mismatch:
            return self.say("FAILED", label, reader, str(mismatch))
        except Exception:
            return self.say("FAILED", label, reader, traceback.format_exc(limit=-2))
        self.say("ok", label, reader, f"{self.values - values:,} values, {time.monotonic() - begun:.1f} s")

    def say(self, what, label, reader, text):
        print(f"{what:8} {label:45} {reader:18} {text}", flush=True)
        if what == "FAILED":
            self.failed.append(f"{label} ({reader})")
        if what == "SKIPPED":
            self.skipped.append(f"{label} ({reader})")

    def report(self, seconds):
        print(f"{self.values:,} values compared, {len(self.failed)} failures, {len(self.skipped)} skipped, {seconds:.0f} s")
        for name in self.failed:
            print(f"FAILED   {name}")
        for name in self.skipped:
            print(f"SKIPPED  {name}")
        return 1 if self.failed else 0

    # Files

    def read(self, row):
        if row.needs and not importlib.util.find_spec(row.needs):
            raise Missing(f"the Python package {row.needs} is not installed")
        found = Findings()
        for spec, tables in self.specs_of(row):
            folder = os.path.join(self.folder, re.sub(r"\W+", "-", row.label()), spec)  # `a=b` would be a partition
            path = os.path.join(folder, "{table}." + (row.extension or row.format))
            self.build(os.path.join(self.specs.folder, f"{spec}.yaml"), row.format, row.options, path)
            for table in tables:
                self.compare(row, table, path.replace("{table}", table.name), found)
        found.conclude()

    def specs_of(self, row):
        yield "types", self.tables["types"]
        name, tables = f"names_{row.format}", nasty_names(row.allows)
        self.specs.write(name, tables)
        yield name, tables

    def compare(self, row, table, path, found):
        types = {name: type_ for name, type_ in table.types().items() if name not in row.without}
        try:
            columns = row.read(path, types)
        except (Exception, PANIC) as error:
            return found.add(f"{table.name}: {type(error).__name__}: {error}")
        self.check(table, columns, row.holds, found, row.trims)

    def check(self, table, columns, holds, found, trims=False):
        expected, types = table.expected(), table.types()
        for name, values in columns.items():
            wanted = expected[name]
            for hold in holds:
                wanted = [hold(types[name], value) for value in wanted]
            while trims and len(table.columns) == 1 and wanted[-1:] == [None]:
                wanted.pop()
            if len(values) != len(wanted):
                found.add(f"{table.name}.{name}: {len(values)} rows, not {len(wanted)}")
            wrong = [i for i, (value, want) in enumerate(zip(values, wanted)) if not is_same(value, want)]
            if wrong:
                first = wrong[0]
                found.add(f"{table.name}.{name} ({types[name]}): {len(wrong)} differ, row {first + 1} is {values[first]!r:.200}, not {wanted[first]!r:.200}")
            self.values += len(values)

    # Scripts

    def load(self, database):
        found = Findings()
        with database.open() as server:
            for name, tables in {"types": self.tables["types"], "names": nasty_names(database.allows)}.items():
                spec = self.specs.write(f"{name}_sql", tables)
                server.fresh(name)
                for more in ([], ["drop=true", "transaction=batch", "batch=7"], ["create=false", "truncate=true", "transaction=none"]):
                    if self.loaded(server, database, name, spec, more, found):
                        for table in tables:
                            self.check_loaded(server, database, name, table, found)
            for name, more in KEYED.items():
                self.load_keyed(server, database, name, os.path.join(ROOT, "specs", f"{name}.yaml"), more, found)
            circle = self.specs.write_circle()
            self.load_keyed(server, database, "circle", circle, [], found)
        found.conclude()

    def loaded(self, server, database, name, spec, options, found, *more):
        script = os.path.join(self.folder, f"{name}.sql")
        try:
            self.build(spec, "sql", database.options + options, script, *more)
            server.load(name, script)
            return True
        except LoadError as error:
            found.add(f"{name} {' '.join(options)}: {error}")
            return False

    def check_loaded(self, server, database, name, table, found):
        try:
            columns = server.read(name, table.name, table.types())
        except Exception as error:
            return found.add(f"{table.name}: {type(error).__name__}: {error}")
        self.check(table, columns, database.holds, found)

    def load_keyed(self, server, database, name, spec, more, found):
        """Tables that refer to each other: their keys hold, also when they replace themselves, in one script or in several."""
        tables = json.loads(self.call("plan", spec, "--json", *more))["tables"]
        server.fresh(name)
        for options in ([], ["drop=true"], ["create=false", "truncate=true"]):
            # Rows in a circle cannot be added one by one to tables that hold their keys.
            if name != "circle" or "drop=true" in options or not options:
                self.loaded(server, database, name, spec, options, found, *more)
                self.check_keyed(server, name, tables, found)
        server.fresh(f"{name}_scripts")
        for options in ([], ["drop=true"]):
            # SQLite holds the keys of a circle at the end of each script.
            if not (issubclass(database.open, SQLite) and (options or name == "circle")):
                self.load_scripts(server, database, name, spec, tables, options, found, *more)

    def check_keyed(self, server, name, tables, found):
        for table in tables:
            count = int(server.ask(f"SELECT count(*) FROM {server.identifier(table['name'])}", name))
            if count == 0 or isinstance(table["rows"], int) and count != table["rows"]:
                found.add(f"{name}.{table['name']}: {count} rows, not {table['rows']}")
            self.values += count
        keys = sum(len(table["references"]) for table in tables)
        held = server.foreign_keys(name)
        if keys == 0 or held < keys:
            found.add(f"{name}: {held} foreign keys are enforced, the plan has {keys}")

    def load_scripts(self, server, database, name, spec, tables, options, found, *more):
        """A script a table, loaded in the order of their references."""
        folder = os.path.join(self.folder, f"{name}_scripts")
        try:
            self.build(spec, "sql", database.options + options, os.path.join(folder, "{table}.sql"), *more)
            for table in in_order(tables):
                server.load(f"{name}_scripts", os.path.join(folder, f"{table}.sql"))
            self.check_keyed(server, f"{name}_scripts", tables, found)
        except LoadError as error:
            found.add(f"{name}, a script a table, {' '.join(options)}: {error}")


def target(reference):
    """The table of `column -> table.column`, as the plan says it."""
    return reference.split(" -> ")[1].rpartition(".")[0]


def in_order(tables):
    """Names of tables, each behind those that it refers to, as far as there is no circle."""
    rest = {table["name"]: {target(found) for found in table["references"]} - {table["name"]} for table in tables}
    while rest:
        name = next((name for name, targets in rest.items() if not targets & set(rest)), next(iter(rest)))
        yield name
        del rest[name]


class Mismatch(Exception):
    """Everything that differed."""


class Findings:
    """What differed in a row of the matrix."""

    def __init__(self):
        self.texts = []

    def add(self, text):
        self.texts.append(text)

    def conclude(self):
        if self.texts:
            raise Mismatch("".join(f"\n         {text}" for text in self.texts))
