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
