"""The people table by DuckDB's random() and COPY.

usage: people_duckdb.py ROWS THREADS WORDS PATH
"""
import os, sys
import duckdb

rows, threads, folder, path = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4]
db = duckdb.connect(config={"threads": threads})
db.execute("select setseed(0.42)")


def pick(name: str) -> str:
    """An expression that chooses one of a list's words."""
    with open(os.path.join(folder, name + ".txt"), encoding="utf-8") as file:
        words = ["'" + line.strip().replace("'", "''") + "'" for line in file]
    db.execute(f"set variable {name}_words = [{','.join(words)}]")
    return f"getvariable('{name}_words')[1 + floor(random() * {len(words)})::int]"


drawn = f"""
    select i + 1 as id, uuid() as uuid, {pick('first')} as first_name, {pick('last')} as last_name,
        {pick('city')} as city, {pick('country')} as country,
        date '1950-01-01' + floor(random() * 22280)::int as dob,
        timestamp '2020-01-01' + to_seconds(floor(random() * 189000000)::bigint) as created_at,
        round(1000 + 500 * sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random()), 2)::decimal(12, 2) as balance,
        random() as state, floor(random() * 1e10)::bigint as digits, floor(random() * 10000)::int as number
    from range({rows}) counted(i)"""
people = f"""
    select id, uuid, first_name, last_name,
        lower(first_name) || '.' || lower(last_name) || number || '@example.com' as email,
        city, country, dob, created_at, balance,
        case when state < 0.7 then 'active' when state < 0.9 then 'inactive' when state < 0.98 then 'suspended'
            else 'closed' end as status,
        '+1-' || lpad((digits // 10000000)::varchar, 3, '2') || '-' || lpad((digits // 10000 % 1000)::varchar, 3, '0')
            || '-' || lpad((digits % 10000)::varchar, 4, '0') as phone
    from ({drawn})"""
db.execute(f"copy ({people}) to '{path}' (format csv, header)")
