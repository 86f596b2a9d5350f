//! stub
#![allow(missing_docs)]
pub struct Locale {
    pub code: &'static str,
    pub country_code: &'static str,
}
pub static ALL: [&Locale; 1] = [&Locale { code: "en_US", country_code: "US" }];
