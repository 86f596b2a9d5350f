"""The people table by numpy's random numbers, polars' expressions and its CSV writer.

usage: people_polars.py ROWS WORDS PATH
"""
import os, sys
import numpy as np, polars as pl

rows, folder, path = int(sys.argv[1]), sys.argv[2], sys.argv[3]
random = np.random.default_rng(42)
column = pl.col


def pick(name: str) -> pl.Series:
    """A column of one list's words."""
    with open(os.path.join(folder, name + ".txt"), encoding="utf-8") as file:
        words = pl.Series([line.strip() for line in file])
    return words.gather(random.integers(0, len(words), rows))


digits = random.bytes(16 * rows).hex()
drawn = pl.DataFrame({
    "id": np.arange(1, rows + 1),
    "hex": [digits[start:start + 32] for start in range(0, 32 * rows, 32)],
    "first_name": pick("first"),
    "last_name": pick("last"),
    "city": pick("city"),
    "country": pick("country"),
    "day": random.integers(-7300, 14980, rows, dtype=np.int32),
    "second": random.integers(1_577_836_800, 1_766_836_800, rows),
    "balance": np.round(random.normal(1000, 500, rows), 2),
    "state": random.choice(4, rows, p=[0.7, 0.2, 0.08, 0.02]).astype(np.uint32),
    "area": random.integers(200, 1000, rows),
    "exchange": random.integers(0, 1000, rows),
    "line": random.integers(0, 10000, rows),
    "number": random.integers(0, 10000, rows),
})


def part(start: int, length: int) -> pl.Expr:
    """Some of a UUID's hexadecimal digits."""
    return column("hex").str.slice(start, length)


uuid = pl.concat_str([part(0, 8), part(8, 4), pl.lit("4") + part(13, 3), pl.lit("a") + part(17, 3), part(20, 12)], separator="-")
names = column("first_name").str.to_lowercase() + "." + column("last_name").str.to_lowercase()
states = ["active", "inactive", "suspended", "closed"]
people = drawn.select(
    "id",
    uuid.alias("uuid"),
    "first_name",
    "last_name",
    (names + column("number").cast(pl.String) + "@example.com").alias("email"),
    "city",
    "country",
    column("day").cast(pl.Date).alias("dob"),
    pl.from_epoch(column("second")).alias("created_at"),
    "balance",
    column("state").replace_strict([0, 1, 2, 3], states, return_dtype=pl.String).alias("status"),
    (pl.lit("+1-") + column("area").cast(pl.String) + "-" + column("exchange").cast(pl.String).str.zfill(3) + "-"
        + column("line").cast(pl.String).str.zfill(4)).alias("phone"),
)
people.write_csv(path, datetime_format="%Y-%m-%d %H:%M:%S")
