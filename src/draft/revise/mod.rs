//! A spec or a draft, and words about what should be otherwise -> the same with that change in it.
//!
//! | step | in -> out |
//! |---|---|
//! | [`raise`] | a spec -> the draft that says the same |
//! | [`lock`] | a draft before and after -> what the words do not speak of is put back |
//! | [`edit`] | a spec, and the texts of two drafts -> the spec with their difference |

pub mod edit;
pub mod lock;
pub mod raise;
