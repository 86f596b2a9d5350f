//! What ties tables together.

use super::{has, shown};

#[test]
fn owners_have_children_within_bounds() {
    has("2,000 members of a gym, each with 1 to 3 contracts", &["contracts.member_id owns 1..3 members"]);
    has("12 payments for every loan, 300 loans", &["payments.loan_id owns 12..12 loans"]);
    has(
        "150 playlists. A playlist contains at least one and at most 30 songs.",
        &["songs.playlist_id owns 1..30 playlists"],
    );
    has("100 customers. On average 4 orders per customer.", &["orders.customer_id owns ~4 customers"]);
}

#[test]
fn some_rows_have_a_child() {
    has("1,000 orders, refunds for 3% of the orders", &["refunds.order_id owns 1..1 orders childless 0.97"]);
    has("500 members. Complaints for one in ten members.", &["complaints.member_id owns 1..1 members childless 0.9"]);
    has(
        "500 members with a name and a phone number, no phone number for 10% of the members",
        &["members 500: id*, name, phone_number?0.1"],
    );
}

#[test]
fn chains_go_from_table_to_table() {
    has(
        "50 artists, each artist has 1 to 5 albums and every album contains 8 to 15 tracks",
        &["albums.artist_id owns 1..5 artists", "tracks.album_id owns 8..15 albums"],
    );
}

#[test]
fn totals_pick_their_parents() {
    has("10,000 orders placed by 500 customers", &["orders.customer_id picks customers"]);
    has("1000 cows. Every cow belongs to one of 40 farms.", &["cows.farm_id picks farms"]);
    has("2,000 comments by 150 users on 300 posts.", &["comments.user_id picks users", "comments.post_id picks posts"]);
}

#[test]
fn many_to_many_has_a_table_between() {
    has(
        "300 students and 25 courses. Each student attends 3 to 6 courses, no course twice.",
        &["attendances.student_id owns 3..6 students", "attendances.course_id picks courses distinct"],
    );
    has("100 posts and 30 tags. Posts and tags are many-to-many.", &["post_tags.tag_id picks tags distinct"]);
    has("100 posts and 30 tags, many-to-many without repeats", &["post_tags.tag_id picks tags distinct"]);
}

#[test]
fn a_table_refers_to_itself() {
    has(
        "50 categories with a name. A category can be under another category.",
        &["categories.parent_id picks categories null 0.3"],
    );
    has(
        "40 employees with a name. Employees report to a manager who is an employee.",
        &["employees.manager_id picks employees null 0.3"],
    );
    has(
        "40 employees with a name. 10% of the employees have no manager.",
        &["employees.manager_id picks employees null 0.1"],
    );
}

#[test]
fn two_references_to_one_table_differ() {
    let picks = ["transfers.sender_id picks accounts", "transfers.receiver_id picks accounts not sender_id"];
    has("200 accounts. 5000 transfers, each with a sender and a receiver, both accounts, never the same", &picks);
    has(
        "60 airports with a name. 2k flights: origin airport, destination airport, departure time",
        &["flights.destination_airport_id picks airports not origin_airport_id"],
    );
}

#[test]
fn few_parents_have_most() {
    has(
        "90 customers. 800 sales. Most sales come from a handful of customers.",
        &["sales.customer_id picks customers zipf"],
    );
}

#[test]
fn names_of_tables_in_lists_are_references() {
    let shown = shown("20 stores, 200 products. 5000 sales; a sale has a date, a quantity, a store and a product.");
    assert!(
        shown.contains("sales.store_id picks stores") && shown.contains("sales.product_id picks products"),
        "{shown}"
    );
}

#[test]
fn two_rows_of_one_table_are_said_in_many_ways() {
    let apart = |child: &str, first: &str, second: &str, parent: &str| {
        [format!("{child}.{first}_id picks {parent}"), format!("{child}.{second}_id picks {parent} not {first}_id")]
    };
    let both = |prose: &str, picks: [String; 2]| has(prose, &[&picks[0], &picks[1]]);
    both(
        "300 traders make 2000 deals. In each deal one trader is the buyer and another trader is the seller.",
        apart("deals", "buyer", "seller", "traders"),
    );
    both(
        "400 users write 5000 messages to each other. No user writes to themselves.",
        apart("messages", "from_user", "to_user", "users"),
    );
    both("2000 transfers between 300 accounts", apart("transfers", "from_account", "to_account", "accounts"));
    both(
        "30 airports; 1000 flights from an origin airport to a different destination airport.",
        apart("flights", "origin_airport", "destination_airport", "airports"),
    );
    both(
        "64 players, 63 matches, winner and loser are different players",
        apart("matches", "winner", "loser", "players"),
    );
    both(
        "120 players, 900 games. Each game has a white and a black player, never the same person.",
        apart("games", "white_player", "black_player", "players"),
    );
}

#[test]
fn some_of_many_are_picked_without_repeats() {
    has(
        "90 recipes use 3 to 9 of 150 ingredients each, with grams between 5 and 800.",
        &[
            "recipe_ingredients.recipe_id owns 3..9 recipes",
            "recipe_ingredients.ingredient_id picks ingredients distinct",
        ],
    );
    has(
        "Every one of 120 engineers knows between 2 and 7 different skills out of 35.",
        &["engineer_skills.engineer_id owns 2..7 engineers", "engineer_skills.skill_id picks skills distinct"],
    );
    has(
        "60 ingredients, 40 recipes. Each recipe uses 4 to 12 of the ingredients, with a quantity and a unit",
        &["recipe_ingredients 0: id*, recipe_id^, ingredient_id^, quantity, unit"],
    );
}

#[test]
fn rows_above_are_rows_of_the_same_table() {
    has(
        "500 customers; 40% of them were referred by another customer.",
        &["customers.referrer_id picks customers null 0.6"],
    );
    has(
        "250 employees, each reporting to another employee, except the boss.",
        &["employees.manager_id picks employees"],
    );
    has(
        "15 offices with 4 to 12 clerks each. Clerks have a supervisor, who is a clerk too.",
        &["clerks.supervisor_id picks clerks"],
    );
    has("folders(id, name, parent folder), 90 rows, a tree", &["folders.parent_folder_id picks folders"]);
    has("60 regions form a tree with a single root.", &["regions.parent_id picks regions"]);
}

#[test]
fn numbers_stand_on_either_side_of_the_verb() {
    has("2 to 5 invoices were sent to each of the 300 clients.", &["invoices.client_id owns 2..5 clients"]);
    has("Each of the 40 hospitals employs 2 to 7 nurses", &["nurses.hospital_id owns 2..7 hospitals"]);
    has("70 artists. Artists have many albums (1-9).", &["albums.artist_id owns 1..9 artists"]);
}

#[test]
fn pairs_of_parents_come_once() {
    has(
        "200 customers, 60 products, 1500 reviews with stars. One review per customer and product.",
        &["reviews.product_id owns 25..25 products", "reviews.customer_id picks customers distinct"],
    );
}

#[test]
fn rows_lie_in_rows_of_their_own_table() {
    has(
        "300 folders. Folders have a name and sit inside another folder.",
        &["folders.parent_id picks folders null 0.3"],
    );
}

#[test]
fn numbers_stand_in_front_of_one_row() {
    has("200 posts, 5 comments a post.", &["comments.post_id owns 5..5 posts"]);
    has(
        "200 photos, 40 tags; photos and tags are in a many to many relationship (0 to 5 tags a photo).",
        &["photo_tags.photo_id owns 0..5 photos", "photo_tags.tag_id picks tags distinct"],
    );
}

#[test]
fn roles_are_played_by_rows_of_a_compound_name() {
    has(
        "120 chess players, 900 games: white player, black player, moves 15-120",
        &["games.white_player_id picks chess_players"],
    );
    has("In a chat app 400 users write 5000 messages to each other.", &["messages.from_user_id picks users"]);
}

#[test]
fn each_behind_a_comma_is_what_was_named_last() {
    has(
        "6 stages, 80 bands. Every band plays 1 to 2 gigs, each on one of the stages, with a fee between 200 and 900.",
        &["gigs.band_id owns 1..2 bands", "gigs.stage_id picks stages"],
    );
}

#[test]
fn a_name_with_its_number_per_row_is_a_table() {
    has(
        "40 companies. Adverts: between 2 and 9 per company, title, location.",
        &["adverts.company_id owns 2..9 companies"],
    );
    has("40 companies. job adverts - 2 to 9 per company", &["job_adverts.company_id owns 2..9 companies"]);
}

#[test]
fn one_row_refers_to_several() {
    has(
        "90 users, 300 threads, 4000 posts. A post belongs to a thread, is written by a user.",
        &["posts.thread_id picks threads", "posts.user_id picks users"],
    );
    has("90 clubs, 300 members. Every member belongs to exactly one club.", &["members.club_id picks clubs"]);
}

#[test]
fn rows_that_are_shared_both_ways_have_a_table_between() {
    has(
        "A translator masters one to three languages; there are 140 translators and 22 languages.",
        &[
            "translator_languages.translator_id owns 1..3 translators",
            "translator_languages.language_id picks languages distinct",
        ],
    );
    has(
        "80 recipes and 45 ingredients. Every ingredient is used in several recipes and a recipe uses 3 to 8 of them.",
        &["recipe_ingredients.recipe_id owns 3..8 recipes"],
    );
    has(
        "60 musicians, 15 bands. Bands consist of 3 to 6 musicians and a musician can play in more than one band.",
        &["appearances.band_id owns 3..6 bands", "appearances.musician_id picks musicians distinct"],
    );
    has(
        "An engineer knows 2 to 5 tools. We have 50 engineers and 30 tools.",
        &["engineer_tools.engineer_id owns 2..5 engineers"],
    );
}

#[test]
fn pairs_of_rows_of_one_table_never_come_twice() {
    for end in
        ["and nobody follows the same person twice", "and no pair comes twice", "a user follows another only once"]
    {
        let prose = format!("300 users and 2,000 follows. A follow has a follower and a followed user, {end}.");
        has(&prose, &["follows.followed_user_id picks users distinct not follower_user_id"]);
    }
}

#[test]
fn some_rows_stand_below_none() {
    has(
        "50 posts, up to 12 comments under each of them, and a comment may answer an earlier comment (40% of the comments answer none).",
        &["comments.parent_id picks comments null 0.4"],
    );
    has(
        "240 parts. A part can be built into another part, and 10% of the parts are not built into anything.",
        &["parts.parent_id picks parts null 0.1"],
    );
}

#[test]
fn names_in_brackets_tell_two_rows_of_one_table_apart() {
    has(
        "70 doctors and 250 referrals from one doctor (referrer) to a different doctor (specialist)",
        &["referrals.referrer_id picks doctors", "referrals.specialist_id picks doctors not referrer_id"],
    );
}

#[test]
fn further_tables_are_told_in_german() {
    has(
        "50 Vereine mit Name und Ort, dazu pro Verein 8 bis 20 Mitglieder mit Vorname und Nachname.",
        &["mitglieder.verein_id owns 8..20 vereine"],
    );
}

#[test]
fn people_are_rows_where_there_is_a_table_of_such() {
    has(
        "120 pensions advisers and 900 clients. Every client has exactly one adviser.",
        &["clients.adviser_id picks pensions_advisers"],
    );
    has("220 lorries and their drivers. One driver per lorry.", &["drivers.lorry_id owns 1..1 lorries"]);
    has(
        "450 students take 30 courses, 3 to 6 courses per student; for each student on a course there is a grade",
        &["student_courses 0: id*, student_id^, course_id^, grade"],
    );
    has(
        "500 books with a title, 120 members with a name, and loans, each member borrows between 0 and 8 books",
        &["loans.member_id owns 0..8 members", "loans.book_id picks books distinct"],
    );
}

#[test]
fn rows_are_counted_behind_the_last_column() {
    has("a table called \"rooms\" with columns \"room_no\", \"beds\" - 120 rows", &["rooms 120: id*, room_no, beds"]);
    has("parts list with 700 parts. part number, weight", &["parts 700: id*, part_number, weight"]);
}

#[test]
fn what_children_have_is_told_in_relative_clauses() {
    has(
        "80 negozi con nome e città; ogni negozio ha da 2 a 6 dipendenti, che hanno nome, cognome e stipendio",
        &["dipendenti 0: id*, negozo_id^, nome, cognome, stipendio"],
    );
    has(
        "150 alunos com nome e turma; cada aluno faz de 1 a 4 provas, que têm uma nota e uma data",
        &["provas 0: id*, aluno_id^, nota, data"],
    );
}

#[test]
fn one_of_many_in_other_languages() {
    has(
        "200 libros, cada uno escrito por uno de 40 autores; el libro tiene título",
        &["libros.autor_id picks autores"],
    );
}

#[test]
fn a_verb_leads_to_one_row() {
    has(
        "25 boats, 40 skippers, 600 trips; each trip uses one boat and has a skipper",
        &["trips.boat_id picks boats", "trips.skipper_id picks skippers"],
    );
    has(
        "1500 votes; a vote is cast by a member on a motion. 60 members, 40 motions, nobody votes twice on the same motion",
        &["votes.motion_id picks motions distinct"],
    );
}

#[test]
fn wishes_for_data_and_demands_behind_each_are_no_tables() {
    has(
        "For the new clinic app I need test data. 80 therapists: first name, licence number like T-4821, each unique",
        &["therapists 80: id*, first_name, licence_number"],
    );
}
