"""Files in, columns of canonical values out: one function a reader, none of them ours.

A reader takes the path of a table's file and the table's types (column name -> type), and gives column name -> values. It
raises when it cannot read the file. What it must be told (types, the text of a null) is what anybody would have to tell it.
"""
import csv, datetime, gzip, io, json
from decimal import Decimal
from canonical import Wrong, of_native, of_text, single

NULL = "∅"  # the text of a null where a reader cannot tell an empty cell from an empty text


def columns_of(types, rows, convert):
    """Columns from rows, which are sequences of values in the order of `types`."""
    columns = {name: [] for name in types}
    for row in rows:
        if len(row) != len(types):
            raise Wrong(f"a row of {len(row)} cells, not {len(types)}: {row!r:.200}")
        for (name, type_), value in zip(types.items(), row):
            try:
                columns[name].append(convert(type_, value))
            except (Wrong, ValueError, ArithmeticError) as error:
                raise Wrong(f"column {name}, row {len(columns[name]) + 1}: {error!r}") from error
    return columns


def check_names(found, types):
    if list(found) != list(types):
        raise Wrong(f"its columns are {list(found)!r:.300}, not {list(types)!r:.300}")


def of_cells(types, rows):
    return columns_of(types, rows, lambda type_, cell: None if cell == NULL else of_text(type_, cell))


# CSV


def csv_python(path, types):
    with open(path, encoding="utf-8", newline="") as file:
        rows = csv.reader(file, strict=True)
        check_names(next(rows), types)
        return of_cells(types, rows)


PANDAS = {"bool": "boolean", "float64": "float64", "float32": "float32", "int8": "Int8", "int16": "Int16", "int32": "Int32", "int64": "Int64",
          "uint8": "UInt8", "uint16": "UInt16", "uint32": "UInt32", "uint64": "UInt64"}


def csv_pandas(path, types):
    import pandas
    # A float column has one value for null and not-a-number, so only its text tells them apart.
    kinds = {name: "str" if type_.startswith("float") else PANDAS.get(type_, "str") for name, type_ in types.items()}
    frame = pandas.read_csv(path, dtype=kinds, keep_default_na=False, na_values=[NULL], skip_blank_lines=False, float_precision="round_trip")
    check_names(frame.columns, types)
    result = {}
    for name, type_ in types.items():
        values = [None if value is pandas.NA or value != value else value for value in frame[name].tolist()]
        read = of_text if kinds[name] == "str" else of_native
        result[name] = [read(type_, value) for value in values]
    return result


POLARS = {"bool": "Boolean", "float64": "Float64", "float32": "Float32", "int8": "Int8", "int16": "Int16", "int32": "Int32", "int64": "Int64",
          "uint8": "UInt8", "uint16": "UInt16", "uint32": "UInt32", "uint64": "UInt64"}


def csv_polars(path, types):
    import inspect, polars
    kinds = {name: getattr(polars, POLARS.get(type_, "String")) for name, type_ in types.items()}
    is_new = "empty_string_is_null" in inspect.signature(polars.read_csv).parameters  # since polars 2
    keep_empty = {"empty_string_is_null": False} if is_new else {"missing_utf8_is_empty_string": True}
    frame = polars.read_csv(path, schema_overrides=kinds, null_values=[NULL], infer_schema=False, **keep_empty)
    check_names(frame.columns, types)
    read = lambda type_, value: of_native(type_, value) if type_ in POLARS else of_text(type_, value)
    return columns_of(types, frame.rows(), read)


DUCKDB = {"bool": "BOOLEAN", "float32": "FLOAT", "float64": "DOUBLE", "int8": "TINYINT", "int16": "SMALLINT", "int32": "INTEGER", "int64": "BIGINT",
          "uint8": "UTINYINT", "uint16": "USMALLINT", "uint32": "UINTEGER", "uint64": "UBIGINT", "string": "VARCHAR", "binary": "VARCHAR",
          "date": "DATE", "time": "TIME", "timestamp": "TIMESTAMP", "timestamp(tz)": "TIMESTAMPTZ", "duration": "VARCHAR", "json": "VARCHAR"}


def duckdb_type(type_):
    return type_.replace("decimal", "DECIMAL") if type_.startswith("decimal") else DUCKDB[type_]


def duckdb_columns(source, types, parameters, texts=()):
    """Reads all columns; instants with a zone by their microseconds, `texts` as text of their own form."""
    import duckdb
    session = duckdb.connect()
    check_names([row[0] for row in session.execute(f"DESCRIBE SELECT * FROM {source}", parameters).fetchall()], types)
    quoted = ['"' + name.replace('"', '""') + '"' for name in types]
    cell = lambda name, type_: f"epoch_us({name})" if type_ == "timestamp(tz)" else name
    select = ", ".join(cell(name, type_) for name, type_ in zip(quoted, types.values()))
    rows = session.execute(f"SELECT {select} FROM {source}", parameters).fetchall()
    return columns_of(types, rows, lambda type_, value: duckdb_value(type_, value, texts))


def duckdb_value(type_, value, texts):
    if value is not None and type_ in texts:
        return of_text(type_, value)
    if type_ == "timestamp(tz)" and isinstance(value, int):
        value = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc) + datetime.timedelta(microseconds=value)
    return of_native(type_, value)


def csv_duckdb(path, types):
    kinds = {name: duckdb_type(type_) for name, type_ in types.items()}
    source = "read_csv(?, auto_detect=false, header=true, delim=',', quote='\"', escape='\"', nullstr='', allow_quoted_nulls=false, columns=?)"
    return duckdb_columns(source, types, [path, kinds], texts=("binary", "duration"))


def csv_duckdb_sniffed(path, types):
    """DuckDB told nothing but the types: dialect and header are its own finding."""
    kinds = {name: duckdb_type(type_) for name, type_ in types.items()}
    return duckdb_columns("read_csv(?, allow_quoted_nulls=false, types=?)", types, [path, kinds], texts=("binary", "duration"))


def csv_gzip(path, types):
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        rows = csv.reader(file, strict=True)
        check_names(next(rows), types)
        return of_cells(types, rows)


def csv_zstd(path, types):
    import pyarrow
    with pyarrow.input_stream(path, compression="zstd") as stream:
        rows = csv.reader(io.StringIO(stream.read().decode("utf-8"), newline=""), strict=True)
        check_names(next(rows), types)
        return of_cells(types, rows)


# JSON


def json_value(type_, value):
    import base64
    if value is None or type_ == "json":
        return value
    if type_ == "binary":
        return base64.b64decode(value, validate=True)
    if type_ == "bool" and isinstance(value, bool):
        return value
    if isinstance(value, Decimal):  # every number, exactly as it is written
        if type_ in ("string", "date", "time", "timestamp", "timestamp(tz)", "duration"):
            raise Wrong(f"a number, {value}, in a column of {type_}")
        return of_text(type_, str(value))
    if type_ == "string" or not isinstance(value, str) or type_.startswith(("int", "uint", "float", "decimal", "bool")):
        return of_native(type_, value)
    return of_text(type_, value)


def of_objects(types, objects):
    for found in objects:
        check_names(found, types)
    return columns_of(types, ([found[name] for name in types] for found in objects), json_value)


def json_text(text):
    """A document with exact numbers in which a key may not stand twice."""
    def pairs(found):
        if len({key for key, _ in found}) != len(found):
            raise Wrong("a key stands twice")
        return dict(found)
    def no_constant(name):
        raise Wrong(f"{name} is not JSON")
    return json.loads(text, parse_float=Decimal, parse_int=Decimal, parse_constant=no_constant, object_pairs_hook=pairs)


def json_python(path, types):
    with open(path, encoding="utf-8", newline="") as file:
        return of_objects(types, json_text(file.read()))


def ndjson_python(path, types):
    with open(path, encoding="utf-8", newline="") as file:
        return of_objects(types, [json_text(line) for line in file.read().split("\n")[:-1]])


def json_duckdb(path, types, form="array"):
    kinds = {name: "JSON" if type_ == "json" else duckdb_type(type_) for name, type_ in types.items()}
    source = f"read_json(?, format='{form}', columns=?)"
    columns = duckdb_columns(source, types | {name: "string" for name, type_ in types.items() if type_ == "binary"}, [path, kinds], texts=("duration",))
    import base64
    for name in (name for name, type_ in types.items() if type_ == "binary"):
        columns[name] = [None if text is None else base64.b64decode(text, validate=True) for text in columns[name]]
    return columns


def ndjson_duckdb(path, types):
    return json_duckdb(path, types, "newline_delimited")


def ndjson_polars(path, types):
    import base64, polars
    wide = {"Int8": "Int32", "Int16": "Int32", "UInt8": "UInt32", "UInt16": "UInt32"}  # it reads no narrower ones
    kinds = (POLARS.get(type_, "String") for type_ in types.values())
    kinds = {name: getattr(polars, wide.get(kind, kind)) for name, kind in zip(types, kinds)}
    frame = polars.read_ndjson(path, schema=kinds)
    def value(type_, found):
        if found is not None and type_ == "binary":
            return base64.b64decode(found, validate=True)
        return of_native(type_, found) if type_ in POLARS or type_ == "string" else of_text(type_, found)
    return columns_of(types, frame.rows(), value)


# Formats with types


def of_arrow(table, types):
    check_names(table.column_names, types)
    return columns_of(types, zip(*(table.column(i).to_pylist() for i in range(table.num_columns))), of_native)


def parquet_pyarrow(path, types):
    import pyarrow.parquet
    return of_arrow(pyarrow.parquet.read_table(path), types)


def parquet_duckdb(path, types):
    return duckdb_columns("read_parquet(?)", types, [path])


def of_polars(frame, types):
    check_names(frame.columns, types)
    # Parquet's JSON columns are bytes to it.
    as_text = lambda type_, value: value.decode() if type_ == "json" and isinstance(value, bytes) else value
    return columns_of(types, frame.rows(), lambda type_, value: of_native(type_, as_text(type_, value)))


def parquet_polars(path, types):
    import polars
    return of_polars(polars.read_parquet(path), types)


def arrow_pyarrow(path, types):
    import pyarrow
    with pyarrow.memory_map(path) as file:
        return of_arrow(pyarrow.ipc.open_file(file).read_all(), types)


def arrow_stream_pyarrow(path, types):
    import pyarrow
    with pyarrow.input_stream(path) as file:
        return of_arrow(pyarrow.ipc.open_stream(file).read_all(), types)


def arrow_polars(path, types):
    import polars
    return of_polars(polars.read_ipc(path), types)


def arrow_stream_polars(path, types):
    import polars
    return of_polars(polars.read_ipc_stream(path), types)


# XML


def uncoded(text):
    """SQL/XML's scheme for characters that XML cannot hold: `_xHHHH_`."""
    import re
    return re.sub(r"_x([0-9A-F]{4,6})_", lambda found: chr(int(found[1], 16)), text)


XSI_NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"


def xml_lxml(path, types):
    from lxml import etree
    document = etree.parse(path, etree.XMLParser(huge_tree=True))
    schema = etree.XMLSchema(etree.parse(path.removesuffix(".xml") + ".xsd"))
    if not schema.validate(document):
        raise Wrong(f"it is not valid: {schema.error_log.last_error}")
    rows = []
    for row in document.getroot():
        cells = {name: text for name, text in row.items()} | {cell.tag: nil_or_text(cell) for cell in row}
        cells = {uncoded(name): text for name, text in cells.items()}
        if not set(cells) <= set(types):
            raise Wrong(f"elements of no column: {set(cells) - set(types)!r:.300}")
        rows.append([cells.get(name) for name in types])
    return columns_of(types, rows, xml_value)


def nil_or_text(cell):
    if len(cell):
        raise Wrong(f"an element within {cell.tag}")
    return None if cell.get(XSI_NIL) == "true" else cell.text or ""


def xml_value(type_, text):
    import base64
    if text is None:
        return None
    if type_ == "binary":
        return base64.b64decode(text, validate=True)
    if type_ == "duration":
        return xml_duration(text)
    if type_ in ("string", "json"):
        return of_text(type_, uncoded(text))
    return of_text(type_, {"INF": "inf", "-INF": "-inf"}.get(text, text))


def xml_duration(text):
    import re
    found = re.fullmatch(r"(-?)PT(\d+)(?:\.(\d{1,6}))?S", text)
    if not found:
        raise Wrong(f"{text!r} is no duration")
    micros = int(found[2]) * 1_000_000 + int((found[3] or "").ljust(6, "0"))
    return -micros if found[1] else micros


# CSV on the Web


CSVW_TYPES = {"bool": "boolean", "float32": "float", "float64": "double", "int8": "byte", "int16": "short", "int32": "int", "int64": "long",
              "uint8": "unsignedByte", "uint16": "unsignedShort", "uint32": "unsignedInt", "uint64": "unsignedLong", "string": "string",
              "date": "date", "time": "time", "timestamp": "datetime", "timestamp(tz)": "dateTimeStamp", "json": "json"}


def csv_described(path, types):
    """The CSV file, once its description has been found true: one column each, of its name and type."""
    with open(path + "-metadata.json", encoding="utf-8") as file:
        description = json_text(file.read())
    if description["@context"] not in ("http://www.w3.org/ns/csvw", ["http://www.w3.org/ns/csvw", {"@language": "en"}]):
        raise Wrong(f"its context is {description['@context']!r}")
    columns = description["tableSchema"]["columns"]
    titles = [column["titles"] for column in columns]
    check_names([title if isinstance(title, str) else title[0] for title in titles], types)
    for column, (name, type_) in zip(columns, types.items()):
        base = column["datatype"] if isinstance(column["datatype"], str) else column["datatype"]["base"]
        wanted = "decimal" if type_.startswith("decimal") else CSVW_TYPES.get(type_, base)
        if base.lower() != wanted.lower():
            raise Wrong(f"{name} is described as {base}, not {wanted}")
    with open(path, encoding="utf-8", newline="") as file:
        rows = csv.reader(file, strict=True)
        check_names(next(rows), types)
        infinite = {"INF": "inf", "-INF": "-inf"}
        read = lambda type_, cell: of_text(type_, infinite.get(cell, cell) if type_.startswith("float") else cell)
        return columns_of(types, rows, lambda type_, cell: None if cell == NULL else read(type_, cell))


# Avro


def avro_columns(fields, types):
    """The fields' own names; a name that is none to Avro stands in the field's `doc`."""
    import re
    check_names([doc if doc and re.sub(r"\W|^(?=\d)", "_", doc, flags=re.A) == name else name for name, doc in fields], types)


def avro_value(type_, value):
    if type_ == "uint64" and isinstance(value, Decimal):
        return int(value)
    return of_native(type_, value)


def avro_fastavro(path, types):
    import fastavro
    with open(path, "rb") as file:
        reader = fastavro.reader(file)
        fields = [(found["name"], found.get("doc")) for found in reader.writer_schema["fields"]]
        avro_columns(fields, types)
        return columns_of(types, ([row[name] for name, _ in fields] for row in reader), avro_value)


# Excel


def serials(path):
    """The cells of the workbook's only sheet, dates and times as the numbers that the file holds."""
    import openpyxl, openpyxl.worksheet._reader as reader
    kept = reader.from_excel
    reader.from_excel = lambda value, *_, **__: Serial(value)
    try:
        [sheet] = openpyxl.load_workbook(path, data_only=True).worksheets
    finally:
        reader.from_excel = kept
    return sheet.iter_rows(values_only=True)


class Serial(float):
    """Days since 1899-12-30."""


def xlsx_openpyxl(path, types):
    rows = serials(path)
    check_names(next(rows), types)
    return columns_of(types, rows, xlsx_value)


def xlsx_value(type_, value):
    """Text stands for what a cell cannot hold: see the format's page."""
    import base64
    kind = type_.split("(")[0]
    if value is None:
        return None
    if kind in ("string", "json", "binary") and isinstance(value, str):
        return base64.b64decode(value, validate=True) if kind == "binary" else of_text(type_, excel_text(value))
    if isinstance(value, str):
        return of_text(type_, value)
    if isinstance(value, Serial):
        return of_serial(kind, value)
    if kind == "decimal" and isinstance(value, (int, float)):
        return of_text(type_, f"{value:.{type_[:-1].split(',')[1]}f}")
    if kind.startswith("float") and isinstance(value, (int, float)) and not isinstance(value, bool):
        return of_native(type_, float(value))
    return of_native(type_, value)


def excel_text(text):
    import re
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


def of_serial(kind, days):
    micros = round(days * 86_400_000_000)
    if kind == "time":
        return (datetime.datetime.min + datetime.timedelta(microseconds=micros)).time()
    if kind == "duration":
        return micros
    instant = datetime.datetime(1899, 12, 30) + datetime.timedelta(microseconds=micros)
    if kind == "date" and instant.time() == datetime.time():
        return instant.date()
    if kind == "timestamp":
        return instant
    raise Wrong(f"a date or time, {instant}, in a column of {kind}")


def xlsx_pandas(path, types):
    """As most people read a workbook: openpyxl's dates, exact to the millisecond."""
    import pandas
    frame = pandas.read_excel(path, dtype=object, keep_default_na=False, na_values=[])
    check_names(list(frame.columns), types)
    result = {}
    for name, type_ in types.items():
        values = [None if value == "" or value is pandas.NaT else value for value in frame[name].tolist()]
        result[name] = [xlsx_native(type_, value) for value in values]
    return result


def xlsx_native(type_, value):
    if isinstance(value, datetime.datetime) and type_ == "date":
        return value.date()
    if isinstance(value, datetime.datetime) and type_ == "time":
        return value.time()  # the last microsecond of a day, rounded
    if isinstance(value, datetime.datetime) and type_ == "timestamp(tz)":
        return value
    return xlsx_value(type_, value) if not isinstance(value, (datetime.time, datetime.timedelta)) else of_native(type_, value)
