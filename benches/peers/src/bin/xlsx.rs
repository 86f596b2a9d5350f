//! A CSV file with a header in, an Excel workbook with the same cells out, by rust_xlsxwriter used directly.
//!
//! usage: xlsx CELLS.csv KINDS PATH
//!
//! KINDS has a letter a column: `n` a number, `s` a text, `d` a date, `t` a date with a time. The sheet is in constant memory
//! mode: rows are written as they come and texts stand in their cells, as synth has them. Times become Excel's serial
//! numbers by arithmetic, which is the cheapest way; that the cells are read from a file is in the figures.

use rust_xlsxwriter::{Format, Workbook, Worksheet};
use std::error::Error;

/// The formats of cells that are more than plain numbers and texts.
struct Looks {
    heading: Format,
    date: Format,
    time: Format,
}

/// Two digits at `place`.
fn two(text: &[u8], place: usize) -> f64 {
    f64::from(text[place] - b'0') * 10.0 + f64::from(text[place + 1] - b'0')
}

/// Excel's number for `2025-07-01`: days from 1899-12-30 on, for all days after February 1900.
fn serial_of_date(text: &[u8]) -> f64 {
    let (year, month, day) = (two(text, 0) * 100.0 + two(text, 2), two(text, 5), two(text, 8));
    // Years that begin in March end with the leap day.
    let (year, month) = if month > 2.0 { (year, month - 3.0) } else { (year - 1.0, month + 9.0) };
    let leap_days = (year / 4.0).floor() - (year / 100.0).floor() + (year / 400.0).floor();
    year * 365.0 + leap_days + ((153.0 * month + 2.0) / 5.0).floor() + day - 693_900.0
}

/// Excel's number for `2025-07-01T13:05:00`.
fn serial_of_time(text: &[u8]) -> f64 {
    serial_of_date(text) + (two(text, 11) * 3600.0 + two(text, 14) * 60.0 + two(text, 17)) / 86_400.0
}

/// Writes one cell; an empty one is no cell.
fn write(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    kind: u8,
    text: &str,
    looks: &Looks,
) -> Result<(), Box<dyn Error>> {
    if text.is_empty() {
        return Ok(());
    }
    match kind {
        b'n' => sheet.write_number(row, column, text.parse::<f64>()?)?,
        b'd' => sheet.write_number_with_format(row, column, serial_of_date(text.as_bytes()), &looks.date)?,
        b't' => sheet.write_number_with_format(row, column, serial_of_time(text.as_bytes()), &looks.time)?,
        _ => sheet.write_string(row, column, text)?,
    };
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [cells, kinds, path] = &arguments[..] else { return Err("usage: xlsx CELLS.csv KINDS PATH".into()) };
    let looks = Looks {
        heading: Format::new().set_bold(),
        date: Format::new().set_num_format("yyyy-mm-dd"),
        time: Format::new().set_num_format("yyyy-mm-dd hh:mm:ss"),
    };
    let mut reader = csv::Reader::from_path(cells)?;
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet_with_constant_memory()?;
    for (column, name) in (0..).zip(reader.headers()?) {
        sheet.write_string_with_format(0, column, name, &looks.heading)?;
    }
    let (mut record, mut row) = (csv::StringRecord::new(), 0);
    while reader.read_record(&mut record)? {
        row += 1;
        for ((column, kind), text) in (0..).zip(kinds.bytes()).zip(&record) {
            write(sheet, row, column, kind, text, &looks)?;
        }
    }
    workbook.save(path)?;
    Ok(())
}
