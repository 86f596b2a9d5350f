//! Words for output formats and currencies in six languages -> the names that specs use.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::draft::lexicon::words;

/// A format of a description.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Output {
    /// Its name in specs: `csv`, `sql`, `xlsx`.
    pub format: &'static str,
    /// An option that the word asks for, such as `("dialect", "postgres")`.
    pub option: Option<(&'static str, &'static str)>,
}

const FORMATS: &[(&str, &str)] = &[
    ("arrow", "arrow,feather,arrow ipc,ipc,arrow file,arrow files"),
    ("avro", "avro,avro file,avro files"),
    (
        "csv",
        "csv,csvs,csv file,csv files,csv datei,csv dateien,csv-datei,csv-dateien,comma separated,comma separated values,comma separated file,fichier csv,fichiers csv,\
         archivo csv,archivos csv,file csv,arquivo csv,arquivos csv,ficheiro csv",
    ),
    (
        "json",
        "json,json file,json files,json array,json datei,json dateien,fichier json,archivo json,file json,arquivo json",
    ),
    ("ndjson", "ndjson,jsonl,json lines,jsonlines,line delimited json,newline delimited json,ld json"),
    (
        "parquet",
        "parquet,parquet file,parquet files,apache parquet,parquet datei,parquet dateien,fichier parquet,archivo parquet",
    ),
    (
        "sql",
        "sql,sql file,sql files,sql dump,sql script,insert statements,sql inserts,inserts,database dump,db dump,dump,sql datei,datenbankdump,sql-dump,fichier sql,\
         archivo sql,script sql,volcado sql,instrucciones insert,file sql",
    ),
    (
        "xlsx",
        "xlsx,excel,xls,excel file,excel files,excel sheet,excel sheets,spreadsheet,spreadsheets,excel spreadsheet,excel workbook,workbook,excel-datei,excel datei,\
         excel tabelle,exceltabelle,tabellenkalkulation,feuille excel,fichier excel,tableur,classeur excel,hoja de cálculo,archivo excel,hoja excel,foglio excel,\
         foglio di calcolo,file excel,planilha,planilha excel,arquivo excel,folha de cálculo",
    ),
    ("xml", "xml,xml file,xml files,xml datei,fichier xml,archivo xml,file xml,arquivo xml"),
];

/// Words for databases -> the dialect of `sql`.
const DIALECTS: &[(&str, &str)] = &[
    (
        "postgres",
        "postgres,postgresql,pg,postgres dump,postgresql dump,postgres sql,postgres database,pg dump,psql,postgres inserts",
    ),
    ("mysql", "mysql,mysql dump,mysql database,mysql inserts,mariadb,mariadb dump,maria db"),
    ("sqlite", "sqlite,sqlite dump,sqlite database,sqlite3,sqlite db,sqlite inserts"),
];

/// Currency words -> ISO 4217.
const CURRENCIES: &[(&str, &str)] = &[
    ("EUR", "eur,euro,euros,€"),
    ("USD", "usd,dollar,dollars,us dollar,us dollars,$,us$,bucks,dólares,dólar,dollari,dollaro"),
    (
        "GBP",
        "gbp,pound,pounds,pound sterling,pounds sterling,sterling,£,quid,pfund,livres sterling,libras,libras esterlinas,sterline",
    ),
    ("CHF", "chf,franken,swiss francs,swiss franc,francs suisses,sfr"),
    ("JPY", "jpy,yen,¥,yenes"),
    ("CNY", "cny,yuan,renminbi,rmb"),
    ("INR", "inr,rupee,rupees,₹"),
    ("SEK", "sek,swedish kronor,swedish krona,kronor"),
    ("NOK", "nok,norwegian kroner"),
    ("DKK", "dkk,danish kroner,kroner"),
    ("PLN", "pln,zloty,złoty,zlotys"),
    ("CZK", "czk,koruna,korunas"),
    ("CAD", "cad,canadian dollars,ca$"),
    ("AUD", "aud,australian dollars,a$"),
    ("BRL", "brl,real brasileiro,reais,r$"),
    ("MXN", "mxn,mexican pesos,pesos mexicanos,pesos"),
    ("TRY", "try,lira,liras"),
    ("KRW", "krw,won,₩"),
    ("RUB", "rub,rubles,roubles,₽"),
    ("BTC", "btc,bitcoin,bitcoins"),
];

/// What each word of a table stands for, as it is written there and in plain letters; the first of the table counts.
type Index = BTreeMap<String, &'static str>;

static FORMAT: LazyLock<Index> = LazyLock::new(|| index(FORMATS));
static DIALECT: LazyLock<Index> = LazyLock::new(|| index(DIALECTS));
static CURRENCY: LazyLock<Index> = LazyLock::new(|| index(CURRENCIES));

fn index(table: &[(&'static str, &'static str)]) -> Index {
    let mut index = Index::new();
    for (name, words) in table {
        for word in words.split(',').flat_map(|word| [word.to_owned(), plain(word)]).filter(|word| !word.is_empty()) {
            index.entry(word).or_insert(name);
        }
    }
    index
}

/// The format that a word, or a few, ask for: `Excel`, `postgres dump`, `.csv`.
pub fn format(phrase: &str) -> Option<Output> {
    let wanted = plain(phrase);
    let plain_format = FORMAT.get(&wanted).map(|format| Output { format, option: None });
    let dialect = || DIALECT.get(&wanted).map(|dialect| Output { format: "sql", option: Some(("dialect", dialect)) });
    plain_format.or_else(dialect)
}

/// The code of a currency: `euros`, `$`, `GBP`.
pub fn currency(word: &str) -> Option<&'static str> {
    CURRENCY.get(word.trim().to_lowercase().as_str()).copied()
}

/// The letters of a phrase without accents: `MySQL` and `my sql` are alike.
fn plain(phrase: &str) -> String {
    words::folded(&words::split(phrase), super::language::Language::En).concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats;

    #[test]
    fn formats_have_everyday_names() {
        for (phrase, name) in [
            ("csv", "csv"),
            ("CSV-Datei", "csv"),
            ("Excel", "xlsx"),
            ("hoja de cálculo", "xlsx"),
            ("JSON lines", "ndjson"),
            (".parquet", "parquet"),
            ("postgres dump", "sql"),
            ("insert statements", "sql"),
        ] {
            assert_eq!(format(phrase).map(|output| output.format), Some(name), "{phrase}");
        }
        assert_eq!(format("MySQL").and_then(|output| output.option), Some(("dialect", "mysql")));
        assert_eq!(format("table"), None);
        assert!(FORMATS.iter().all(|(name, _)| formats::find(name).is_some()));
        assert_eq!(FORMATS.len(), formats::FORMATS.len());
    }

    #[test]
    fn currencies_have_codes() {
        assert_eq!(currency("euros"), Some("EUR"));
        assert_eq!(currency("$"), Some("USD"));
        assert_eq!(currency("apples"), None);
    }
}
