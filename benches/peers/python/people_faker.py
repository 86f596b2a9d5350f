"""The people table by Faker.

usage: people_faker.py ROWS PATH
"""
import csv, sys
from faker import Faker

rows, path = int(sys.argv[1]), sys.argv[2]
faker = Faker("en_US")
Faker.seed(42)
random = faker.random
names = "id,uuid,first_name,last_name,email,city,country,dob,created_at,balance,status,phone".split(",")
with open(path, "w", newline="", encoding="utf-8") as file:
    writer = csv.writer(file)
    writer.writerow(names)
    for row in range(rows):
        writer.writerow((
            row + 1,
            faker.uuid4(),
            faker.first_name(),
            faker.last_name(),
            faker.email(),
            faker.city(),
            faker.country(),
            faker.date_of_birth(minimum_age=18, maximum_age=80),
            faker.date_time_this_decade(),
            round(random.gauss(1000, 500), 2),
            random.choices(("active", "inactive", "suspended", "closed"), (70, 20, 8, 2))[0],
            faker.phone_number(),
        ))
