//! Names of columns -> what they are taken for.

use crate::draft::lexicon::{Guess, Language, column};

fn guess(name: &str, table: &str) -> Guess {
    column(name, table, Language::En)
}

/// Generator, and the first choice, the pattern, or a bound, enough to tell concepts apart.
fn gist(guess: &Guess) -> String {
    let column = &guess.column;
    let detail = column.choices.first().map(|choice| choice.value.clone());
    let detail = detail.or_else(|| {
        ["pattern", "max"].iter().find_map(|key| column.param(key)).map(|value| value.trim_matches('"').to_owned())
    });
    match detail {
        Some(detail) => format!("{} {detail}", column.generator),
        None => column.generator.clone(),
    }
}

#[test]
fn names_as_people_write_them_are_understood() {
    let mut wrong = Vec::new();
    for (name, table, named, wanted) in [
        ("phone number", "customers", "phone_number", "person.phone"),
        ("DOB", "patients", "dob", "date"),
        ("e-mail address", "users", "email_address", "person.email"),
        ("createdAt", "users", "created_at", "datetime"),
        ("customer_id", "orders", "customer_id", "number 1000"),
        ("id", "orders", "id", "sequence"),
        ("member id", "members", "member_id", "sequence"),
        ("unit price (EUR)", "order_items", "unit_price", "number 1500"),
        ("is_active", "users", "is_active", "bool"),
        ("serial", "devices", "serial", "pattern [A-Z]{2}[0-9]{8}"),
        ("mac address", "devices", "mac_address", "internet.mac"),
        ("blood type", "patients", "blood_type", "choice A+"),
        ("grade", "exams", "grade", "choice A"),
        ("rating", "reviews", "rating", "choice 5"),
        ("kWh", "readings", "kwh", "number 400"),
        ("temperature", "readings", "temperature", "number 45"),
        ("IBAN", "accounts", "iban", "finance.iban"),
        ("VAT number", "companies", "vat_number", "company.tax_id"),
        ("postcode", "addresses", "postcode", "address.postal_code"),
        ("licence plate", "vehicles", "licence_plate", "pattern [A-Z]{1,3}-[A-Z]{2}-[1-9][0-9]{2,3}"),
        ("ISBN", "books", "isbn", "product.isbn"),
        ("notes", "visits", "notes", "text.sentence"),
        ("weight in kg", "parcels", "weight_kg", "number 200"),
        ("weight in kg", "patients", "weight_kg", "number 160"),
        ("weight in grams", "parcels", "weight_g", "number 200000"),
        ("duration in minutes", "calls", "duration_minutes", "number 120"),
        ("opening hours", "stores", "opening_hours", "choice Mon-Fri 09:00-18:00"),
        ("name", "customers", "name", "person.full_name"),
        ("name", "companies", "name", "company.name"),
        ("name", "products", "name", "product.name"),
        ("name", "cities", "name", "address.city"),
        ("name", "gym_members", "name", "person.full_name"),
        ("title", "books", "title", "text.title"),
        ("title", "employees", "title", "person.job_title"),
        ("number", "seats", "number", "number 60"),
        ("customer name", "orders", "customer_name", "person.full_name"),
        ("company name", "orders", "company_name", "company.name"),
        ("order date", "orders", "order_date", "datetime"),
        ("status", "orders", "status", "choice pending"),
        ("status", "tickets", "status", "choice open"),
        ("order status", "shipments", "order_status", "choice pending"),
        ("payment method", "orders", "payment_method", "choice credit card"),
        ("number of rooms", "hotels", "number_of_rooms", "number 8"),
        ("approved_at", "claims", "approved_at", "datetime"),
        ("has garden", "houses", "has_garden", "bool"),
        ("secondary phone number", "customers", "secondary_phone_number", "person.phone"),
        ("salary", "employees", "salary", "number 400000"),
        ("work e-mail", "employees", "work_email", "person.work_email"),
        ("chip number", "animals", "chip_number", "pattern [A-Z]{2}[0-9]{8}"),
        ("author", "books", "author", "person.full_name"),
        ("discount %", "orders", "discount_pct", "choice 0"),
    ] {
        let guess = guess(name, table);
        let found = (guess.column.name.as_str(), gist(&guess));
        if !guess.known || found != (named, wanted.to_owned()) {
            wrong.push(format!("{name} of {table}: {found:?} known {} wanted {named} {wanted}", guess.known));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn five_other_languages_are_understood() {
    use Language::{De, Es, Fr, It, Pt};
    let mut wrong = Vec::new();
    for (name, table, language, named, wanted) in [
        ("Geburtsdatum", "kunden", De, "geburtsdatum", "person.birth_date"),
        ("Name", "kunden", De, "name", "person.full_name"),
        ("E-Mail", "kunden", De, "email", "person.email"),
        ("Telefonnummer", "kunden", De, "telefonnummer", "person.phone"),
        ("Gehalt", "mitarbeiter", De, "gehalt", "number 30000"),
        ("Straße", "kunden", De, "strasse", "address.street"),
        ("Lieferdatum", "bestellungen", De, "lieferdatum", "date"),
        ("fecha de alta", "clientes", Es, "fecha_de_alta", "datetime"),
        ("correo electrónico", "clientes", Es, "correo_electronico", "person.email"),
        ("nombre", "clientes", Es, "nombre", "person.full_name"),
        ("nom", "clients", Fr, "nom", "person.last_name"),
        ("prénom", "clients", Fr, "prenom", "person.first_name"),
        ("date de naissance", "clients", Fr, "date_de_naissance", "person.birth_date"),
        ("note", "étudiants", Fr, "note", "number 20"),
        ("importo", "fatture", It, "importo", "number 50000"),
        ("cognome", "studenti", It, "cognome", "person.last_name"),
        ("telefone", "clientes", Pt, "telefone", "person.phone"),
        ("idade", "alunos", Pt, "idade", "number 60"),
    ] {
        let guess = column(name, table, language);
        let found = (guess.column.name.as_str(), gist(&guess));
        if !guess.known || found != (named, wanted.to_owned()) {
            wrong.push(format!("{name} of {table}: {found:?} known {} wanted {named} {wanted}", guess.known));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn misspelt_names_are_put_right() {
    for (name, named, generator) in [
        ("frist name", "first_name", "person.first_name"),
        ("emial adress", "email_address", "person.email"),
        ("phnoe numer", "phone_number", "person.phone"),
        ("lastname", "lastname", "person.last_name"),
        ("salery", "salary", "number"),
        ("departmnt", "department", "company.department"),
        ("quantaty in stok", "quantity_in_stok", "number"),
    ] {
        let guess = guess(name, "employees");
        assert_eq!((guess.column.name.as_str(), guess.column.generator.as_str()), (named, generator), "{name}");
    }
}

#[test]
fn unknown_names_say_so_and_references_say_to_what() {
    let strange = guess("zorblax", "things");
    assert!(!strange.known);
    assert_eq!(strange.column.generator, "text.words");
    assert!(guess("torque in nm2", "things").column.generator == "text.words");
    assert_eq!(guess("author_id", "books").refers_to.as_deref(), Some("author"));
    assert_eq!(guess("author", "books").refers_to.as_deref(), Some("author"));
    assert_eq!(guess("id", "books").refers_to, None);
}

#[test]
fn people_expect_keys_and_accounts_to_be_unique() {
    for (name, table) in
        [("email", "users"), ("username", "players"), ("sku", "products"), ("vin", "cars"), ("id", "cars")]
    {
        assert!(guess(name, table).column.unique, "{name} of {table}");
    }
    for (name, table) in [("email", "employees"), ("sku", "order_items"), ("city", "users")] {
        assert!(!guess(name, table).column.unique, "{name} of {table}");
    }
}
