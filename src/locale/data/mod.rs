//! The frozen lists of edition 1: one file a country for names, one for its places, one a language for words.

pub mod de;
pub mod de_de;
pub mod de_de_places;
pub mod en;
pub mod en_gb;
pub mod en_gb_places;
pub mod en_us;
pub mod en_us_places;
pub mod es;
pub mod es_es;
pub mod es_es_places;
pub mod fr;
pub mod fr_fr;
pub mod fr_fr_places;
pub mod it;
pub mod it_it;
pub mod it_it_places;
pub mod nl;
pub mod nl_nl;
pub mod nl_nl_places;
pub mod pt;
pub mod pt_br;
pub mod pt_br_places;
pub mod pt_pt;
pub mod pt_pt_places;
pub mod shared;
