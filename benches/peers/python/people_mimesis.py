"""The people table by mimesis.

usage: people_mimesis.py ROWS PATH
"""
import csv, random, sys
from mimesis import Field, Locale

rows, path = int(sys.argv[1]), sys.argv[2]
field = Field(Locale.EN, seed=42)
numbers = random.Random(42)
names = "id,uuid,first_name,last_name,email,city,country,dob,created_at,balance,status,phone".split(",")
with open(path, "w", newline="", encoding="utf-8") as file:
    writer = csv.writer(file)
    writer.writerow(names)
    for row in range(rows):
        writer.writerow((
            row + 1,
            field("uuid"),
            field("first_name"),
            field("last_name"),
            field("email"),
            field("city"),
            field("country"),
            field("date", start=1950, end=2010),
            field("datetime", start=2020, end=2025),
            round(numbers.gauss(1000, 500), 2),
            numbers.choices(("active", "inactive", "suspended", "closed"), (70, 20, 8, 2))[0],
            field("phone_number"),
        ))
