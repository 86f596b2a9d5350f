"""Writes the word lists from which the loop by hand, DuckDB and polars choose: what Faker knows in en_US, a word a line.

usage: words.py FOLDER
"""
import os, sys
from faker import Faker

folder = sys.argv[1]
os.makedirs(folder, exist_ok=True)
faker = Faker("en_US")
Faker.seed(1)
lists = {
    "first": (faker.first_name, 690),
    "last": (faker.last_name, 1000),
    "city": (faker.city, 1500),
    "country": (faker.country, 245),
}
for name, (make, most) in lists.items():
    words: set[str] = set()
    for _ in range(most * 200):
        words.add(make())
        if len(words) == most:
            break
    # Without what CSV would have to quote: the loop by hand does not look for it.
    plain = sorted(word for word in words if '"' not in word and "," not in word)
    with open(os.path.join(folder, name + ".txt"), "w", encoding="utf-8") as file:
        file.write("\n".join(plain) + "\n")
