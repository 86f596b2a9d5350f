//! What drafters make of the descriptions in `tests/draft`, judged by the data that their specs build; and that the judge
//! finds what is wrong.

#[path = "draft/case.rs"]
mod case;
#[path = "draft/check/mod.rs"]
mod check;
#[path = "draft/corpus.rs"]
mod corpus;
#[path = "draft/data.rs"]
mod data;
#[path = "draft/drafters.rs"]
mod drafters;
#[path = "draft/hostile.rs"]
mod hostile;
#[path = "draft/judge.rs"]
mod judge;
#[path = "draft/resolve.rs"]
mod resolve;
#[path = "draft/score.rs"]
mod score;
