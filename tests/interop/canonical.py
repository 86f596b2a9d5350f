"""Any reader's value in, its canonical Python value out; and what each format is documented not to hold.

| type | canonical value |
|---|---|
| bool | `bool` |
| integers | `int` |
| float64 | `float`; not-a-number equals itself, -0.0 is not 0.0 |
| float32 | `float`, rounded to 32 bits |
| decimal(p,s) | `Decimal`, all digits |
| string | `str` |
| binary | `bytes` |
| date, time | `datetime.date`, `datetime.time` |
| timestamp | `datetime.datetime` without a zone |
| timestamp(tz) | the same in UTC; a text must say that it is UTC, a native value must have its zone |
| duration | `int`, microseconds |
| json | the document, its numbers as `Decimal` |
| null | `None` |

A value of another Python type than a type's own (a float for an integer, a text for a date) is a mismatch, not a guess.
"""
import datetime, json, re, struct
from decimal import Decimal

EPOCH = datetime.datetime(1970, 1, 1)
MICROSECOND = datetime.timedelta(microseconds=1)
DATE = r"(\d{4})-(\d\d)-(\d\d)"
TIME = r"(\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?"
ZONE = r"(Z|\+00(?::00)?)?"


class Wrong(Exception):
    """A value that has no business in a column of its type."""


def single(value):
    """The nearest 32-bit float."""
    try:
        return struct.unpack("f", struct.pack("f", value))[0]
    except OverflowError:
        return float("inf") if value > 0 else float("-inf")


def document(text):
    """A JSON document whose numbers are exact."""
    return json.loads(text, parse_float=Decimal, parse_int=Decimal)


def micros_to_time(micros):
    return (EPOCH + micros * MICROSECOND).time()


def matched(pattern, text):
    found = re.fullmatch(pattern, text)
    if not found:
        raise Wrong(f"{text!r} does not look like {pattern}")
    return found.groups()


def fraction(digits):
    return int((digits or "").ljust(6, "0"))


def timestamp_of_text(text, zoned):
    *parts, digits, zone = matched(DATE + "[T ]" + TIME + ZONE, text)
    if bool(zone) != zoned:
        raise Wrong(f"{text!r}: a mark of its zone is {'missing' if zoned else 'there'}")
    return datetime.datetime(*map(int, parts), fraction(digits))


def time_of_text(text):
    *parts, digits = matched(TIME, text)
    return datetime.time(*map(int, parts), fraction(digits))


def duration_of_text(text):
    sign, hours, minutes, seconds, digits = matched(r"(-?)(\d+):(\d\d):(\d\d)(?:\.(\d{1,6}))?", text)
    micros = ((int(hours) * 60 + int(minutes)) * 60 + int(seconds)) * 1_000_000 + fraction(digits)
    return -micros if sign else micros


def bool_of_text(text):
    words = {"true": True, "false": False, "t": True, "f": False, "1": True, "0": False}
    if text not in words:
        raise Wrong(f"{text!r} is not a truth value")
    return words[text]


def of_text(type_, text):
    """The value of a cell of text; `binary` is `\\x` and hexadecimal digits."""
    if text is None:
        return None
    kind = type_.split("(")[0]
    match kind:
        case "bool":
            return bool_of_text(text)
        case "float64":
            return float(text)
        case "float32":
            return single(float(text))
        case "decimal":
            return Decimal(text)
        case "string":
            return text
        case "binary":
            return bytes.fromhex(matched(r"\\x([0-9a-f]*)", text)[0])
        case "date":
            return datetime.date(*map(int, matched(DATE, text)))
        case "time":
            return time_of_text(text)
        case "timestamp":
            return timestamp_of_text(text, type_ == "timestamp(tz)")
        case "duration":
            return duration_of_text(text)
        case "json":
            return document(text)
    return int(matched(r"(-?\d+)", text)[0])


def of_native(type_, value):
    """The value of what a reader with types gives."""
    if value is None:
        return None
    kind = type_.split("(")[0]
    if kind == "bool" and isinstance(value, bool):
        return value
    if kind in ("float32", "float64") and isinstance(value, float):
        return single(value) if kind == "float32" else value
    if kind == "decimal" and isinstance(value, Decimal):
        return value
    if kind == "string" and isinstance(value, str):
        return value
    if kind == "json" and isinstance(value, str):
        return document(value)
    if kind == "binary" and isinstance(value, (bytes, bytearray, memoryview)):
        return bytes(value)
    if kind == "date" and isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    if kind == "time" and isinstance(value, datetime.time):
        return value
    if kind == "timestamp" and isinstance(value, datetime.datetime):
        if (value.tzinfo is not None) != (type_ == "timestamp(tz)"):
            raise Wrong(f"{value!r}: its zone is not what the type says")
        return value.astimezone(datetime.timezone.utc).replace(tzinfo=None) if value.tzinfo else value
    if kind == "duration" and isinstance(value, datetime.timedelta):
        return value // MICROSECOND
    if kind in ("duration",) + INTEGERS and isinstance(value, int) and not isinstance(value, bool):
        return value
    raise Wrong(f"{value!r} ({type(value).__name__}) is no {type_}")


INTEGERS = tuple(f"{sign}int{bits}" for sign in ("", "u") for bits in (8, 16, 32, 64))


def is_same(left, right):
    """Whether two canonical values are one: to the bit for floats."""
    if isinstance(left, float) and isinstance(right, float):
        return repr(left) == repr(right)
    return type(left) is type(right) and left == right


# What a format, or a system that is loaded, is documented not to hold: a canonical value in, what stands for it out.


def is_finite(value):
    return not isinstance(value, float) or value - value == 0


def non_finite_is_null(type_, value):
    """JSON and some SQL systems have no literal for such floats."""
    return value if is_finite(value) else None


def nan_is_null(type_, value):
    """SQLite holds infinities, and takes not-a-number for null."""
    return None if isinstance(value, float) and value != value else value


def nul_is_replaced(type_, value):
    """U+FFFD stands for a character that a text of the system cannot hold."""
    return replaced(value, "\0", "\ufffd") if type_ == "string" else value


def jsonb_nul_is_replaced(type_, value):
    """The same within PostgreSQL's jsonb."""
    return replaced(value, "\0", "\ufffd") if type_ == "json" else value


def replaced(value, what, instead):
    if isinstance(value, str):
        return value.replace(what, instead)
    if isinstance(value, list):
        return [replaced(item, what, instead) for item in value]
    if isinstance(value, dict):
        return {replaced(key, what, instead): replaced(item, what, instead) for key, item in value.items()}
    return value


def negative_zero_is_zero(type_, value):
    """A literal such as -0.0 is an exact number in SQL, which has one zero."""
    return 0.0 if isinstance(value, float) and value == 0 else value


def document_numbers_are_floats(type_, value):
    """Many readers keep the numbers of JSON documents as 64-bit floats."""
    return as_floats(value) if type_ == "json" else value


def as_floats(value):
    if isinstance(value, Decimal):
        return Decimal(repr(float(value)))
    if isinstance(value, list):
        return [as_floats(item) for item in value]
    return {key: as_floats(item) for key, item in value.items()} if isinstance(value, dict) else value


def empty_text_is_null(type_, value):
    """openpyxl gives nothing for a cell with an empty text."""
    return None if type_ == "string" and value == "" or type_ == "binary" and value == b"" else value


def is_excel_serial(type_, value):
    """Excel's instants are 64-bit floats: days since 1899-12-30, exact to a microsecond in our times."""
    if not isinstance(value, datetime.datetime) or value < datetime.datetime(1900, 3, 1):
        return value
    start = datetime.datetime(1899, 12, 30)
    days = ((value - start) // MICROSECOND) / 86_400_000_000
    if days >= 2_958_466:
        return value  # the last moments of the year 9999 are text
    return start + datetime.timedelta(microseconds=round(days * 86_400_000_000))


def is_millisecond(type_, value):
    """openpyxl rounds what it makes of a serial number."""
    if isinstance(value, datetime.datetime) and datetime.datetime(1900, 3, 1) <= value < datetime.datetime(9999, 12, 31):
        return EPOCH + datetime.timedelta(milliseconds=round((value - EPOCH) / datetime.timedelta(milliseconds=1)))
    if isinstance(value, datetime.time):
        return (EPOCH + datetime.timedelta(milliseconds=round((datetime.datetime.combine(EPOCH, value) - EPOCH) / datetime.timedelta(milliseconds=1)))).time()
    if type_ == "duration" and value is not None and value >= 0:
        return round(value / 1000) * 1000
    return value
