//! Words -> what they mean for a draft: names of columns and tables, locales, formats, units.
