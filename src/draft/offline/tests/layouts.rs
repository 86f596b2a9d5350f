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

#[test]
fn interfaces_and_types_are_read() {
    has(
        "We need 900 of these:\n\n```ts\ninterface Badge {\n  id: number;\n  holderName: string;\n  level: \"staff\" | \"visitor\";\n  pin: string; // exactly six digits\n  phone?: string; // left out for 35%\n}\n```\n",
        &["badges 900: id*, holder_name, level, pin, phone?0.35"],
    );
    has(
        "type User {\n  id: ID!\n  name: String!\n  posts: [Post!]!\n}\ntype Post {\n  id: ID!\n  title: String!\n  author: User!\n}\n200 users, 1000 posts",
        &["users 200: id*, name", "posts 1000: id*, author_id^, title", "posts.author_id picks users"],
    );
}

#[test]
fn models_and_classes_are_read() {
    has(
        "model User {\n  id Int @id @default(autoincrement())\n  email String @unique\n  name String?\n  role Role @default(USER)\n  posts Post[]\n}\nmodel Post {\n  id Int @id\n  title String\n  author User @relation(fields: [authorId], references: [id])\n  authorId Int\n}\nenum Role {\n  USER\n  ADMIN\n}\n50 users and 400 posts",
        &["users 50: id*, email, name?0.1, role", "posts 400: id*, author_id^, title"],
    );
    has(
        "@dataclass\nclass Reading:\n    id: int\n    value: float  # 0 to 100\n    unit: Literal[\"C\", \"F\"]\n    note: Optional[str] = None\n\n5000 readings please",
        &["readings 5000: id*, value, unit, note?0.1"],
    );
}

#[test]
fn diagrams_tie_tables() {
    has(
        "erDiagram\n    CUSTOMER ||--o{ ORDER : places\n    CUSTOMER {\n        int id PK\n        string name\n    }\n    ORDER {\n        int id PK\n        date order_date\n    }\n100 customers, 500 orders",
        &["customers 100: id*, name", "orders 500: id*, customer_id^, order_date"],
    );
}

#[test]
fn samples_show_columns() {
    has(
        "{\n  \"id\": 17,\n  \"name\": \"Anna Berg\",\n  \"active\": true,\n  \"address\": {\"street\": \"High Street 1\", \"city\": \"Leeds\"}\n}\nI want 300 customers like this",
        &["customers 300: id*, name, active, address_street, address_city"],
    );
    has(
        "name;email;country\nAnna;anna@x.org;DE\nBob;bob@x.org;FR\n\n1000 rows like this as csv",
        &["records 1000: id*, name, email, country"],
    );
}

#[test]
fn databases_declare_tables_with_comments_and_constraints() {
    has(
        "CREATE TABLE `order_items` (\n  `id` INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'the key',\n  `order_id` INT UNSIGNED NOT NULL,\n  `sku` VARCHAR(20) NOT NULL, -- such as AB-1234\n  PRIMARY KEY (`id`),\n  KEY `idx_order` (`order_id`),\n  CONSTRAINT `fk_order` FOREIGN KEY (`order_id`) REFERENCES `orders` (`id`) ON DELETE CASCADE\n) ENGINE=InnoDB;\n\nCREATE TABLE `orders` (\n  `id` INT PRIMARY KEY,\n  `state` ENUM('new','paid') NOT NULL\n);\n\n500 orders with 1 to 6 items each.",
        &["orders 500: id*, state", "order_items 0: id*, order_id^, sku", "order_items.order_id owns 1..6 orders"],
    );
}

#[test]
fn items_below_a_column_are_its_values() {
    let found = super::proposal("Orders (200):\n- number\n- status:\n  - open (60%)\n  - closed (40%)\n- total\n").ir;
    let orders = &found.tables[0];
    assert_eq!(
        orders.columns.iter().map(|column| column.name.as_str()).collect::<Vec<_>>(),
        ["id", "number", "status", "total"]
    );
    let values: Vec<(&str, f64)> =
        orders.columns[2].choices.iter().map(|choice| (choice.value.as_str(), choice.weight)).collect();
    assert_eq!(values, [("open", 60.0), ("closed", 40.0)]);
}

#[test]
fn courtesies_say_nothing() {
    let found = super::proposal("Hi team,\n\nwe need 40 rooms with a name and a floor.\n\nKind regards,\nPaul Smith\n");
    assert_eq!(found.ir.tables.len(), 1);
    assert_eq!(found.not_understood, Vec::<String>::new());
}

#[test]
fn schemas_of_json_describe_columns() {
    has(
        "{\n  \"title\": \"Invoice\",\n  \"type\": \"object\",\n  \"required\": [\"number\"],\n  \"properties\": {\n    \"number\": {\"type\": \"string\", \"pattern\": \"^INV-[0-9]{5}$\"},\n    \"state\": {\"type\": \"string\", \"enum\": [\"open\", \"paid\"]}\n  }\n}\n\n300 invoices please.",
        &["invoices 300: id*, number, state?0.1"],
    );
}

#[test]
fn keys_of_several_words_declare_a_table() {
    has(
        "Table name: loans\nNumber of rows: 2000\nFields: id, borrower, amount (100 to 5000)\nFormat: parquet",
        &["loans 2000: id*, borrower, amount"],
    );
}

#[test]
fn counts_stand_before_signatures() {
    has(
        "Please produce 60 rows of telescope(name, aperture_mm, mount).",
        &["telescopes 60: id*, name, aperture_mm, mount"],
    );
}

#[test]
fn columns_of_a_schema_keep_their_names() {
    has(
        "create table departments (dept_no int primary key, dept_name varchar(60));\ncreate table employees (emp_no int primary key, dept_no int not null references departments (dept_no));\n8 departments and 400 employees.",
        &["departments 8: dept_no*, dept_name", "employees 400: emp_no*, dept_no^"],
    );
}

#[test]
fn lines_of_names_and_dashes_are_parted() {
    has(
        "Table: bins\nRows: 400\nColumns:\n  code      - text, like ART-558201, unique\n  max_kg    - integer, 50 to 1200\n  occupied  - boolean, true for 70 %\n",
        &["bins 400: id*, code, max_kg, occupied"],
    );
}

#[test]
fn files_have_headers() {
    has(
        "sensors.csv has the header\n    sensor_id;location;installed_on\nand 50 lines, and alarms.csv has the header\n    alarm_id;sensor_id;raised_at;severity\nand 800 lines.",
        &["sensors 50: sensor_id*, location, installed_on", "alarms 800: alarm_id*, sensor_id^, raised_at, severity"],
    );
}

#[test]
fn numbered_requirements_have_fields() {
    has(
        "Lab system

1. Patients: 200. Fields: patient_no (unique), sex (f, m, x).
2. Samples: every patient has one to four samples. Fields: tube_code, material (blood, urine).
3. Wards: there are 20 wards. Attributes: code, floor (1-9).",
        &["patients 200: id*, patient_no, sex", "samples.patient_id owns 1..4 patients", "wards 20: id*, code, floor"],
    );
}

#[test]
fn names_in_a_column_of_their_own_are_columns() {
    has(
        "herbarium_sheets: 700 rows\n  barcode     text, unique\n  collected   date\n  condition   good | damaged | lost",
        &["herbarium_sheets 700: id*, barcode, collected_at, condition"],
    );
}

#[test]
fn bullets_below_the_number_of_rows_of_each_are_columns() {
    has(
        "Seed data for the downtime view
- machines, 40 of them: name, hall
- downtimes: 0 to 6 per machine
  - started_at in May 2024
  - reason: jam, setup or power",
        &["machines 40: id*, name, hall", "downtimes.machine_id owns 0..6 machines"],
    );
    has(
        "Clubs - 30 of them. Name, city.\n\nSwimmers - each club has 6 to 18. First name, last name.",
        &["swimmers.club_id owns 6..18 clubs"],
    );
}

#[test]
fn letters_dashes_and_counts_head_the_columns_of_tables() {
    has(
        "A) cinemas (6): name, city
B) halls: 2 to 5 per cinema, number, seats 60-300
C) films (40): title, length 80-180 min
D) shows: 900, hall, film, price 7.50 to 14",
        &["halls.cinema_id owns 2..5 cinemas", "shows 900: id*, hall_id^, film_id^, price"],
    );
    has(
        "Dogs: 400 of them. A dog has a name.\n\nAdopters - first name, last name, e-mail; 250 in total.",
        &["adopters 250: id*, first_name, last_name, email"],
    );
}
