use super::super::{Language, Text};
use super::*;

const TODAY: &str = "2026-01-31";

fn rest<'p>(text: &Text<'p>, end: usize) -> &'p str {
    &text.prose[text.bytes(0..end).end..]
}

#[test]
fn dates_are_read_in_many_forms() {
    for (language, prose, expected) in [
        (Language::En, "2024-07-01", "2024-07-01..2024-07-01|"),
        (Language::En, "1 July 2024", "2024-07-01..2024-07-01|"),
        (Language::En, "the 1st of July 2024", "2024-07-01..2024-07-01|"),
        (Language::En, "July 1st, 2024", "2024-07-01..2024-07-01|"),
        (Language::En, "July 1, 2024 and", "2024-07-01..2024-07-01| and"),
        (Language::En, "Jan 5 2024", "2024-01-05..2024-01-05|"),
        (Language::En, "01.07.2024", "2024-07-01..2024-07-01|"),
        (Language::En, "7/1/2024", "2024-07-01..2024-07-01|"),
        (Language::En, "25/12/2024", "2024-12-25..2024-12-25|"),
        (Language::En, "2024/07/01", "2024-07-01..2024-07-01|"),
        (Language::En, "July 2024", "2024-07-01..2024-07-31|"),
        (Language::En, "July of 2024", "2024-07-01..2024-07-31|"),
        (Language::En, "2024-07", "2024-07-01..2024-07-31|"),
        (Language::En, "2024", "2024-01-01..2024-12-31|"),
        (Language::En, "Q3 2022", "2022-07-01..2022-09-30|"),
        (Language::En, "2022-Q3", "2022-07-01..2022-09-30|"),
        (Language::En, "the third quarter of 2022", "2022-07-01..2022-09-30|"),
        (Language::En, "the 3rd quarter 2022", "2022-07-01..2022-09-30|"),
        (Language::En, "the last quarter of 2022", "2022-10-01..2022-12-31|"),
        (Language::En, "the first half of 2024", "2024-01-01..2024-06-30|"),
        (Language::En, "H2 2024", "2024-07-01..2024-12-31|"),
        (Language::En, "summer 2023", "2023-06-01..2023-08-31|"),
        (Language::En, "winter 2023/24", "2023-12-01..2024-02-29|"),
        (Language::En, "the 1990s", "1990-01-01..1999-12-31|"),
        (Language::En, "May 2024", "2024-05-01..2024-05-31|"),
        (Language::De, "dem 1. Juli 2024", "2024-07-01..2024-07-01|"),
        (Language::De, "März 2024", "2024-03-01..2024-03-31|"),
        (Language::De, "dritten Quartal 2022", "2022-07-01..2022-09-30|"),
        (Language::Fr, "1er juillet 2024", "2024-07-01..2024-07-01|"),
        (Language::Fr, "le 14 août 2024", "2024-08-14..2024-08-14|"),
        (Language::Fr, "troisième trimestre de 2022", "2022-07-01..2022-09-30|"),
        (Language::Es, "1 de julio de 2024", "2024-07-01..2024-07-01|"),
        (Language::Es, "marzo de 2024", "2024-03-01..2024-03-31|"),
        (Language::It, "1 luglio 2024", "2024-07-01..2024-07-01|"),
        (Language::Pt, "1 de julho de 2024", "2024-07-01..2024-07-01|"),
        (Language::Pt, "março de 2024", "2024-03-01..2024-03-31|"),
    ] {
        let text = Text::new(prose).in_language(language);
        let shown = date(&text, 0)
            .map(|found| format!("{}..{}|{}", found.value.first, found.value.last, rest(&text, found.end)));
        assert_eq!(shown.as_deref(), Some(expected), "{prose}");
    }
    for prose in ["2,024", "20k", "31 members", "may have", "July", "2024-02-30", "fall", "12:30"] {
        assert_eq!(date(&Text::new(prose), 0), None, "{prose}");
    }
    assert!(date(&Text::new("01/02/2024"), 0).is_some_and(|found| found.value.is_ambiguous));
    let instant = date(&Text::new("2024-07-01T12:30:00Z"), 0).and_then(|found| found.value.instant);
    assert_eq!(instant.as_deref(), Some("2024-07-01T12:30:00Z"));
}

fn shown_window(language: Language, prose: &str) -> String {
    let text = Text::new(prose).in_language(language);
    let Some(found) = window(&text, 0, TODAY) else { return "none".to_owned() };
    let Window { from, last, to, is_relative, .. } = &found.value;
    let plain = Date::parse(last).is_some_and(|last| last.plus_days(1).to_string() == *to);
    let relative = if *is_relative { "~" } else { "" };
    let to = if plain { String::new() } else { format!(" to {to}") };
    format!("{relative}{from}..{last}{to}|{}", rest(&text, found.end))
}

#[test]
fn windows_are_read_in_many_forms() {
    for (prose, expected) in [
        ("during the third quarter of 2022", "2022-07-01..2022-09-30|"),
        ("the three months before 2024-07-01", "2024-04-01..2024-06-30|"),
        ("in the three months before 2024-07-01", "2024-04-01..2024-06-30|"),
        ("the two weeks after 2024-03-01", "2024-03-02..2024-03-15|"),
        ("two weeks starting 2024-03-04", "2024-03-04..2024-03-17|"),
        ("the 30 days up to 1 July 2024", "2024-06-01..2024-06-30|"),
        ("three months ending 30 June 2024", "2024-04-01..2024-06-30|"),
        ("in 2023", "2023-01-01..2023-12-31|"),
        ("in 2023, with", "2023-01-01..2023-12-31|, with"),
        ("in the year 2023", "2023-01-01..2023-12-31|"),
        ("throughout March 2024", "2024-03-01..2024-03-31|"),
        ("between March and May 2024", "2024-03-01..2024-05-31|"),
        ("between 1 Jan and 31 Mar 2024", "2024-01-01..2024-03-31|"),
        ("from 2020 to 2023", "2020-01-01..2023-12-31|"),
        ("from January 2020 to March 2021", "2020-01-01..2021-03-31|"),
        ("from 2024-01-01 until 2024-03-31", "2024-01-01..2024-03-31|"),
        ("2024-01-01 to 2024-03-31", "2024-01-01..2024-03-31|"),
        ("2020-2023", "2020-01-01..2023-12-31|"),
        ("Jan-Mar 2024", "2024-01-01..2024-03-31|"),
        ("Jan–Mar 2024", "2024-01-01..2024-03-31|"),
        (
            "from 2024-07-01T08:00:00Z to 2024-07-01T20:00:00Z",
            "2024-07-01T08:00:00Z..2024-07-01 to 2024-07-01T20:00:00Z|",
        ),
        ("since 2020", "~2020-01-01..2026-01-30|"),
        ("since March 2024", "~2024-03-01..2026-01-30|"),
        ("after 2023-05-01", "~2023-05-02..2026-01-30|"),
        ("from 2020 to today", "~2020-01-01..2026-01-30|"),
        ("until 2023", "..2023-12-31|"),
        ("before 2024-07-01", "..2024-06-30|"),
        ("over the past 30 days", "~2026-01-01..2026-01-30|"),
        ("over the last two years", "~2024-01-31..2026-01-30|"),
        ("in the last 12 months", "~2025-01-31..2026-01-30|"),
        ("last year", "~2025-01-01..2025-12-31|"),
        ("last month", "~2025-12-01..2025-12-31|"),
        ("last quarter", "~2025-10-01..2025-12-31|"),
        ("last week", "~2026-01-19..2026-01-25|"),
        ("this year", "~2026-01-01..2026-01-30|"),
        ("in the past year", "~2025-01-31..2026-01-30|"),
        ("within the next two weeks", "~2026-01-31..2026-02-13|"),
        ("in the 1990s", "1990-01-01..1999-12-31|"),
        ("in March", "~2025-03-01..2025-03-31|"),
        ("in the first half of 2024", "2024-01-01..2024-06-30|"),
        ("the first two weeks of March 2024", "2024-03-01..2024-03-14|"),
        ("the last three months of 2023", "2023-10-01..2023-12-31|"),
        ("on 2024-07-01", "2024-07-01..2024-07-01|"),
        ("in summer 2023", "2023-06-01..2023-08-31|"),
        ("July 2024", "2024-07-01..2024-07-31|"),
        ("spanning two years", "~2024-01-31..2026-01-30|"),
        ("from the start of 2023 to the end of March 2024", "2023-01-01..2024-03-31|"),
        ("for 2023", "2023-01-01..2023-12-31|"),
    ] {
        assert_eq!(shown_window(Language::En, prose), expected, "{prose}");
    }
}

#[test]
fn windows_are_read_in_other_languages() {
    for (language, prose, expected) in [
        (Language::De, "im Jahr 2023", "2023-01-01..2023-12-31|"),
        (Language::De, "im dritten Quartal 2022", "2022-07-01..2022-09-30|"),
        (Language::De, "die drei Monate vor dem 1. Juli 2024", "2024-04-01..2024-06-30|"),
        (Language::De, "zwischen März und Mai 2024", "2024-03-01..2024-05-31|"),
        (Language::De, "von 2020 bis 2023", "2020-01-01..2023-12-31|"),
        (Language::De, "seit 2020", "~2020-01-01..2026-01-30|"),
        (Language::De, "in den letzten zwei Jahren", "~2024-01-31..2026-01-30|"),
        (Language::De, "letztes Jahr", "~2025-01-01..2025-12-31|"),
        (Language::Fr, "en 2023", "2023-01-01..2023-12-31|"),
        (Language::Fr, "au troisième trimestre 2022", "2022-07-01..2022-09-30|"),
        (Language::Fr, "entre mars et mai 2024", "2024-03-01..2024-05-31|"),
        (Language::Fr, "depuis 2020", "~2020-01-01..2026-01-30|"),
        (Language::Fr, "l'année dernière", "~2025-01-01..2025-12-31|"),
        (Language::Es, "en 2023", "2023-01-01..2023-12-31|"),
        (Language::Es, "durante el tercer trimestre de 2022", "2022-07-01..2022-09-30|"),
        (Language::Es, "entre marzo y mayo de 2024", "2024-03-01..2024-05-31|"),
        (Language::Es, "desde 2020", "~2020-01-01..2026-01-30|"),
        (Language::It, "nel 2023", "2023-01-01..2023-12-31|"),
        (Language::It, "dal 2020 al 2023", "2020-01-01..2023-12-31|"),
        (Language::It, "tra marzo e maggio 2024", "2024-03-01..2024-05-31|"),
        (Language::Pt, "em 2023", "2023-01-01..2023-12-31|"),
        (Language::Pt, "entre março e maio de 2024", "2024-03-01..2024-05-31|"),
        (Language::Pt, "desde 2020", "~2020-01-01..2026-01-30|"),
    ] {
        assert_eq!(shown_window(language, prose), expected, "{prose}");
    }
}

#[test]
fn what_is_no_window_is_none() {
    for prose in [
        "2023",
        "2000 to 2020 rows",
        "in stock",
        "for members",
        "over 18",
        "may be",
        "between 5 and 10",
        "of the members",
        "from Germany",
        "last name",
    ] {
        assert_eq!(shown_window(Language::En, prose), "none", "{prose}");
    }
}

#[test]
fn lengths_of_time_are_read() {
    for (language, prose, expected) in [
        (Language::En, "30 days", "30d"),
        (Language::En, "two weeks", "2w"),
        (Language::En, "36h", "36h"),
        (Language::En, "15min", "15m"),
        (Language::En, "90 seconds", "90s"),
        (Language::En, "half an hour", "30m"),
        (Language::En, "an hour and a half", "90m"),
        (Language::En, "1 hour 30 minutes", "90m"),
        (Language::En, "a quarter of an hour", "15m"),
        (Language::En, "a day", "1d"),
        (Language::En, "a fortnight", "2w"),
        (Language::En, "three months", "90d"),
        (Language::En, "two years", "730d"),
        (Language::En, "2.5 hours", "150m"),
        (Language::En, "30-day", "30d"),
        (Language::De, "zehn Tage", "10d"),
        (Language::De, "eine halbe Stunde", "30m"),
        (Language::Fr, "dix jours", "10d"),
        (Language::Es, "diez días", "10d"),
        (Language::It, "dieci giorni", "10d"),
        (Language::Pt, "dez dias", "10d"),
    ] {
        let text = Text::new(prose).in_language(language);
        let shown = duration(&text, 0).map(|found| found.value.text);
        assert_eq!(shown.as_deref(), Some(expected), "{prose}");
    }
    for prose in ["30", "days", "5 members", "10%", "-5 days"] {
        assert_eq!(duration(&Text::new(prose), 0), None, "{prose}");
    }
}

#[test]
fn grids_are_read_in_many_forms() {
    for (language, prose, expected) in [
        (Language::En, "hourly for ten days", "~1h 2026-01-21..2026-01-31|"),
        (Language::En, "hourly temperature readings for ten days", "~1h 2026-01-21..2026-01-31|"),
        (Language::En, "every 15 minutes during March 2024", "15m 2024-03-01..2024-04-01|"),
        (Language::En, "every 15 minutes from 2024-03-01 to 2024-03-07", "15m 2024-03-01..2024-03-08|"),
        (Language::En, "one reading per minute for a week", "~1m 2026-01-24..2026-01-31|"),
        (Language::En, "one reading a minute for a week", "~1m 2026-01-24..2026-01-31|"),
        (Language::En, "daily readings for 2023", "1d 2023-01-01..2024-01-01|"),
        (Language::En, "daily in 2023", "1d 2023-01-01..2024-01-01|"),
        (Language::En, "weekly since 2021", "~1w 2021-01-01..2026-01-31|"),
        (Language::En, "per second over an hour", "~1s 2026-01-30T23:00:00Z..2026-01-31|"),
        (Language::En, "hourly for ten days from 2024-03-01", "1h 2024-03-01..2024-03-11|"),
        (Language::En, "hourly for ten days, starting on 1 March 2024", "1h 2024-03-01..2024-03-11|"),
        (Language::En, "a reading every 5 minutes over the past 30 days", "~5m 2026-01-01..2026-01-31|"),
        (Language::En, "4 readings per hour in July 2024", "15m 2024-07-01..2024-08-01|"),
        (Language::En, "at 10-minute intervals on 2024-07-01", "10m 2024-07-01..2024-07-02|"),
        (Language::En, "for two weeks, hourly", "~1h 2026-01-17..2026-01-31|"),
        (Language::En, "every 10 seconds between 2024-01-01 and 2024-01-02", "10s 2024-01-01..2024-01-03|"),
        (Language::En, "twice a day in 2023", "12h 2023-01-01..2024-01-01|"),
        (Language::De, "stündlich für zehn Tage", "~1h 2026-01-21..2026-01-31|"),
        (Language::De, "alle 15 Minuten im März 2024", "15m 2024-03-01..2024-04-01|"),
        (Language::Fr, "toutes les 15 minutes pendant mars 2024", "15m 2024-03-01..2024-04-01|"),
        (Language::Es, "cada 15 minutos durante marzo de 2024", "15m 2024-03-01..2024-04-01|"),
    ] {
        let text = Text::new(prose).in_language(language);
        let shown = grid(&text, 0, TODAY).map(|found| {
            let Grid { every, from, to, is_relative, .. } = found.value;
            format!("{}{every} {from}..{to}|{}", if is_relative { "~" } else { "" }, rest(&text, found.end))
        });
        assert_eq!(shown.as_deref(), Some(expected), "{prose}");
    }
    for prose in ["hourly", "hourly. For ten days", "every member in 2023", "10 days"] {
        assert_eq!(grid(&Text::new(prose), 0, TODAY), None, "{prose}");
    }
}

#[test]
fn windows_are_read_in_more_forms() {
    for (prose, expected) in [
        ("in March and April 2024", "2024-03-01..2024-04-30"),
        ("in June, July or August 2024", "2024-06-01..2024-08-31"),
        ("in 2022 or 2023", "2022-01-01..2023-12-31"),
        ("between 1 and 15 May 2023", "2023-05-01..2023-05-15"),
        ("from the 3rd to the 9th of May 2023", "2023-05-03..2023-05-09"),
        ("during the winter months January to March 2023", "2023-01-01..2023-03-31"),
        ("after 2022-12-31 and before 2024-01-01", "2023-01-01..2023-12-31"),
        ("starting on 2024-02-10 for two days", "2024-02-10..2024-02-11"),
        ("in early 2024", "2024-01-01..2024-04-30"),
        ("no more than 30 days ago", "2026-01-01..2026-01-30"),
        ("not older than 2 years", "2024-01-31..2026-01-30"),
    ] {
        let text = Text::new(prose);
        let found = window(&text, 0, TODAY).filter(|found| found.end == text.tokens.len());
        let shown = found.map(|found| format!("{}..{}", found.value.from, found.value.last));
        assert_eq!(shown.as_deref(), Some(expected), "{prose}");
    }
    assert_eq!(window(&Text::new("before the start date"), 0, TODAY), None);
    let text = Text::new("on 2024-06-03 from 09:30 to 16:00");
    let hours = window(&text, 0, TODAY).map(|found| (found.value.from, found.value.to));
    assert_eq!(hours, Some(("2024-06-03T09:30:00Z".to_owned(), "2024-06-03T16:00:00Z".to_owned())));
}
