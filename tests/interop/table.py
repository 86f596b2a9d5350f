"""What is written: specs of every type with extreme values, and the values that readers must find.

Nothing here is computed by synth: each column takes its values in turn from a list that stands below, and is null where
`(id + shift) % 10 < 3`. So row, column and null are known beforehand.
"""
import csv, datetime, json, os
from dataclasses import dataclass, field
from decimal import Context, Decimal
from canonical import document, single

TEXTS = [
    "", "plain", "comma, inside", 'quote " inside', '"', '""', "line\nbreak", "carriage\rreturn", "both\r\n", "\n", "\r",
    " lead", "trail ", " ", "it's", "'", "''", "back\\slash", "\\", "\\\\", "\\'", "ends with \\", "\\N", "\\.", "\\n", "NULL",
    "null", "None", "NaN", "nan", "N/A", "true", "tab\there", "\t", "semi;colon", "pipe|", "Zoë 北京", "🦀", "e\u0301", "$$",
    "$tag$", "${x}", "%s", "%", "--", "-- comment", "/*", "*/ x /*", "'); DROP TABLE x; --", "`", "[x]", "{x}", "<a & b>", "]]>",
    "&amp;", "_x0041_", "=1+1", "+1", "-1", "@x", "0123", "1e3", "2024-01-01", "\u00a0", "\u2028", "\ufeff", "\ufeffbom",
    "a rather long text that goes on for more than thirty-two bytes, with a comma",
    "a rather long text that goes on for more than thirty-two bytes without one", "x" * 300, "ü" * 127,
]
CONTROLS = ["\x00", "a\x00b", "\x01\x1f\x7f", "\x08\x0b\x0c", "\x1b[0m", "\u0080\u009f", "\uffff", "clean"]
SECONDS = ["0001-01-01T00:00:00", "9999-12-31T23:59:59.999999", "1970-01-01T00:00:00", "1969-12-31T23:59:59.999999",
           "2024-02-29T14:03:09.000042", "2024-02-29T14:03:09.500000", "1899-12-31T12:00:00", "1582-10-10T00:00:01"]
DATES = ["0001-01-01", "9999-12-31", "1970-01-01", "1969-12-31", "2024-02-29", "1900-02-28", "1900-03-01", "1582-10-10"]
TIMES = ["00:00:00", "23:59:59.999999", "00:00:00.000001", "12:00:00", "13:05:07.500000"]
DURATIONS = [0, 1, -1, 129_600_000_000, -90_000_000, -86_400_000_001, 59_999_999, 3_600_000_000_000_000, -3_600_000_000_000_000]
DOCUMENTS = ["{}", "[]", "null", "true", "0", '""', '{"a": [1, "x,\'y\\"", null], "ü": {"b": 1.50}}', '["\\\\u0000", "\\n\\t\\u001f"]',
             '["\\u0000"]', "12345678901234567890.5", '"\\ud83e\\udd80 </a>"', '{"a":"\\\\"}']


def integers(bits, signed):
    low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if signed else (0, (1 << bits) - 1)
    return [0, 1, 42, low, high, low + 1, high - 1]


def decimals(precision, scale):
    top = 10**precision - 1
    return [Decimal(n).scaleb(-scale, Context(prec=60)) for n in (0, 1, -1, 5, top, -top, top // 7, -(top // 3))]


FLOATS = [0.0, -0.0, 1.0, -1.5, 0.1, 1 / 3, 19.99, 1e16, 1e300, 1.7976931348623157e308, -1.7976931348623157e308,
          2.2250738585072014e-308, 1e-308, 5e-324, 9007199254740993.0]
SINGLES = [single(x) for x in (0.0, -0.0, 1.0, -1.5, 0.1, 3.4028234663852886e38, -3.4028234663852886e38, 1.1754943508222875e-38,
                               1.401298464324817e-45, 16777216.0)]
SPECIALS = [float("nan"), float("inf"), float("-inf"), 0.5]


@dataclass
class Column:
    """A visible column: its type and the values that it takes in turn."""
    name: str
    type: str
    values: list
    shift: int = None  # null where (id + shift) % 10 < 3; never without
    source: str = "list"

    def expected(self, rows):
        return [None if self.is_null(i + 1) else self.values[i % len(self.values)] for i in range(rows)]

    def is_null(self, id_):
        return self.shift is not None and (id_ + self.shift) % 10 < 3


@dataclass
class Table:
    name: str
    columns: list
    rows: int
    key: list = field(default_factory=lambda: ["id"])

    def expected(self):
        ids = {"id": list(range(1, self.rows + 1))} if self.key else {}
        return ids | {column.name: column.expected(self.rows) for column in self.columns}

    def types(self):
        ids = {"id": "int64"} if self.key else {}
        return ids | {column.name: column.type for column in self.columns}


def every_type():
    columns = [Column("bool", "bool", [True, False, True])]
    for bits in (8, 16, 32, 64):
        columns.append(Column(f"int{bits}", f"int{bits}", integers(bits, True)))
        columns.append(Column(f"uint{bits}", f"uint{bits}", integers(bits, False)))
    for precision, scale in ((5, 2), (9, 0), (15, 5), (18, 4), (38, 0), (38, 10), (38, 30)):
        columns.append(Column(f"decimal_{precision}_{scale}", f"decimal({precision},{scale})", decimals(precision, scale)))
    instants = [datetime.datetime.fromisoformat(text) for text in SECONDS]
    columns += [
        Column("float32", "float32", SINGLES), Column("float64", "float64", FLOATS),
        Column("not_finite", "float64", SPECIALS), Column("not_finite32", "float32", SPECIALS),
        Column("string", "string", TEXTS), Column("full_string", "string", TEXTS), Column("controls", "string", CONTROLS),
        Column("few_words", "string", ["one", "two words", "it's"]),
        Column("date", "date", [datetime.date.fromisoformat(text) for text in DATES]),
        Column("time", "time", [datetime.time.fromisoformat(text) for text in TIMES]),
        Column("timestamp", "timestamp", instants), Column("timestamp_tz", "timestamp(tz)", instants),
        Column("duration", "duration", DURATIONS),
        Column("json", "json", [document(text) for text in DOCUMENTS]),
        Column("binary_text", "binary", [text.encode() for text in TEXTS[:40]]),
        Column("every_byte", "binary", [bytes(range(256))]),
    ]
    for shift, column in enumerate(columns):
        if column.name != "full_string":
            column.shift = shift % 10
    return columns


def main_tables():
    one = Column("only", "string", TEXTS, shift=1)
    nothing = [Column(f"null_{i}", type_, [None]) for i, type_ in enumerate(
        ["bool", "int64", "float64", "decimal(38,10)", "string", "binary", "date", "time", "timestamp", "timestamp(tz)", "duration", "json"])]
    return [Table("everything", every_type(), 1100), Table("without_rows", every_type(), 0),
            Table("one_column", [one], 150, key=[]), Table("all_null", nothing, 20)]


NAMES = ["select", "Order", "group by", 'a"b', "a`b", "a]b", "it's", "a\\b", "--", "/*", ";", "ü", "北京", "a,b", "a.b",
         "x" * 63, "é" * 31, "a$1", "%s", "1st", "null", "{x}", "<a>", "a=b", ":x", "?", " "]


def nasty_names(allows=lambda name: True):
    """Tables and columns with names that careless writers trip over, as far as a format allows them."""
    names = list(filter(allows, NAMES))
    columns = lambda: [Column(name, "int64", [1, -1, 7], shift=i % 10) for i, name in enumerate(names)]
    return [Table(name, columns(), 12) for name in filter(allows, ["select", "a\"b`c]d'e", "x" * 63, "ü ö"])]


def written(type_, value):
    """The text of a value in a list file."""
    match type_.split("(")[0]:
        case "bool":
            return str(value).lower()
        case "binary":
            return value.decode()
        case "timestamp":
            return value.isoformat(timespec="microseconds")
        case "decimal":
            return f"{value:f}"
        case "json":
            return next(text for text in DOCUMENTS if document(text) == value and type(document(text)) is type(value))
    return str(value)


class SpecWriter:
    """Writes a spec and its list files into a folder."""

    def __init__(self, folder):
        self.folder = folder
        self.lists = 0
        os.makedirs(folder, exist_ok=True)

    def write(self, name, tables):
        spec = {"synth": 1, "name": name, "tables": {table.name: self.table(table) for table in tables}}
        path = os.path.join(self.folder, f"{name}.yaml")
        with open(path, "w", encoding="utf-8") as file:  # JSON is YAML
            json.dump(spec, file, ensure_ascii=False, indent=1)
        return path

    def write_circle(self):
        """Two tables that refer to each other, one of them to itself as well."""
        id_, ref = {"gen": "sequence"}, lambda to: {"gen": "ref", "to": to, "null": "10%"}
        tables = {"hens": {"rows": 700, "key": ["id"], "columns": {"id": id_, "egg": ref("eggs")}},
                  "eggs": {"rows": 900, "key": ["id"], "columns": {"id": id_, "hen": ref("hens"), "twin": ref("eggs")}}}
        path = os.path.join(self.folder, "circle.yaml")
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"synth": 1, "tables": tables}, file)
        return path

    def table(self, table):
        columns = {"id": {"gen": "sequence"}} if table.key else {"_id": {"gen": "sequence"}}
        for number, column in enumerate(table.columns):
            columns |= self.column(column, f"_{number}", next(iter(columns)))
        result = {"rows": table.rows, "columns": columns}
        return result | ({"key": table.key} if table.key else {})

    def column(self, column, hidden, id_):
        """The column, with a hidden one before it where values of its type cannot stand in a list."""
        result, before = {}, {}
        if column.values == [None]:
            result = {"gen": "constant", "value": None}
        elif column.values == [bytes(range(256))]:
            result = {"gen": "expr", "expr": f"x'{column.values[0].hex()}'"}
        elif column.type == "timestamp(tz)":
            before = {hidden: self.list(column.values, "timestamp")}
            result = {"gen": "expr", "expr": hidden}
        elif column.type == "duration":
            before = {hidden: self.list(column.values, "int64")}
            result = {"gen": "expr", "expr": f"interval '1 microsecond' * {hidden}"}
        else:
            result = self.list(column.values, column.type)
        result["type"] = column.type
        if column.shift is not None:
            result["null"] = f"({id_} + {column.shift}) % 10 < 3"
        return before | {column.name: result}

    def list(self, values, type_):
        self.lists += 1
        name = f"list{self.lists}.csv"
        with open(os.path.join(self.folder, name), "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, quoting=csv.QUOTE_ALL)
            writer.writerow(["value"])
            writer.writerows([written(type_, value)] for value in values)
        return {"gen": "list", "file": name, "mode": "cycle", "type": type_}
