//! Signatures, lists, tables of markdown.

use super::has;

#[test]
fn signatures_have_types_and_references() {
    has(
        "devices(id, serial, model)\nreadings(id, device_id references devices, value decimal(10,2), taken_at timestamp)",
        &[
            "devices 100: id*, serial, model",
            "readings 1000: id*, device_id^, value, taken_at",
            "readings.device_id picks devices",
        ],
    );
}

#[test]
fn create_table_is_read() {
    has(
        "create table customers (id int primary key, email varchar(100) unique not null);\ncreate table orders (id int primary key, customer_id int not null references customers(id), status enum('open','paid'));",
        &["customers 100: id*, email", "orders 1000: id*, customer_id^, status"],
    );
}

#[test]
fn bullets_under_a_lead_are_columns() {
    has(
        "Customers:\n- id\n- name\n- email (unique)\n\nOrders:\n- id\n- customer\n- total\n",
        &["customers 100: id*, name, email", "orders 1000: id*, customer_id^, total"],
    );
}

#[test]
fn keys_and_values_declare_a_table() {
    has("table: drivers\nrows: 500\ncolumns:\n  - id\n  - name\n  - city\n", &["drivers 500: id*, name, city"]);
}

#[test]
fn tables_of_markdown_describe_columns() {
    has(
        "## Authors (200)\n| column | type | notes |\n|---|---|---|\n| id | int | primary key |\n| name | text | |\n\n## Books\nEach author wrote 1 to 8 books.\n- title\n- price: 5 to 80 EUR\n",
        &["authors 200: id*, name", "books 0: id*, author_id^, title, price", "books.author_id owns 1..8 authors"],
    );
}

#[test]
fn a_header_of_csv_names_columns() {
    has("id,name,email,created_at\n1,Ann,ann@x.org,2024-01-01\n", &["records 1000: id*, name, email, created_at"]);
}
