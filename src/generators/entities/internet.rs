//! `internet.*`: addresses and requests; each field for itself, but for a host and its pages, and what is the person's.

use std::sync::Arc;

use arrow_array::{ArrayRef, Int16Array, Int32Array, UInt64Array};

use super::batch::Batch;
use super::field::{Domain, Kind, Make, Shape, Unique, plain, read, with_realism};
use super::person;
use super::words::METHODS;
use crate::generators::GeneratorDef;
use crate::locale::internet;
use crate::plan::{Bounds, PlanContext, Planned, Reported, same};

/// The registry's entries.
pub const DEFS: &[GeneratorDef] = &[
    with_realism("internet.ipv4", "an IPv4 address, of the blocks for documentation", |cx| {
        numbered(&[IPV4], |batch| {
            batch.write(14, |row, out| internet::push_ipv4(out, batch.realism(), batch.place_of(row)))
        })
        .plan(cx)
    }),
    with_realism("internet.ipv6", "an IPv6 address, below 2001:db8::/32", |cx| {
        numbered(&[IPV6], |batch| {
            batch.write(30, |row, out| internet::push_ipv6(out, batch.realism(), batch.place_of(row)))
        })
        .plan(cx)
    }),
    with_realism("internet.mac", "a MAC address that is locally administered", |cx| {
        numbered(&[MAC], |batch| {
            batch.write(17, |row, out| internet::push_mac(out, batch.realism(), batch.place_of(row)))
        })
        .plan(cx)
    }),
    with_realism("internet.domain", "a host of two words below `.example`", |cx| {
        Shape::text(DOMAIN, |batch| hosts(batch, 24, |host, _, out| out.push_str(host)))
            .anywhere()
            .unique(Unique::Through(DOMAINS))
            .plan(cx)
    }),
    with_realism("internet.url", "a page below `internet.domain`", |cx| {
        Shape::text(DOMAIN, |batch| {
            hosts(batch, 48, |host, row, out| internet::push_url(out, host, &mut batch.draws(row)))
        })
        .anywhere()
        .plan(cx)
    }),
    with_realism("internet.email", "the e-mail address of the row's person: `person.email`", |cx| {
        of_person(cx, "email", person::email)
    }),
    plain("internet.username", "the user name of the row's person: `person.username`", |cx| {
        of_person(cx, "username", person::username)
    }),
    plain("internet.user_agent", "a browser of 2023 to 2025", |cx| {
        Shape::text(&[], |batch| batch.write(110, |row, out| internet::push_user_agent(out, &mut batch.draws(row))))
            .anywhere()
            .plan(cx)
    }),
    plain("internet.http_method", "an HTTP method, mostly GET", |cx| {
        Shape::words(&[], http_method).anywhere().plan(cx)
    }),
    plain("internet.http_status", "an HTTP status code, mostly 200", |cx| {
        let planned = Shape::new(Kind::Int16, &[], http_status).anywhere().plan(cx)?;
        Ok(planned.bounds(Some(Bounds::integers(200, 503))))
    }),
    plain("internet.port", "a port from 49152 to 65535, which no service registers", |cx| {
        let planned = Shape::new(Kind::Int32, &[], port).anywhere().unique(Unique::Place(&[PORT])).plan(cx)?;
        Ok(planned.bounds(Some(Bounds::integers(FIRST_PORT, FIRST_PORT + PORTS as i32 - 1))))
    }),
    plain("internet._domain", "the host as one number", |cx| {
        let make = |batch: &Batch<'_>| -> ArrayRef {
            Arc::new(UInt64Array::from_iter_values((0..batch.len()).map(|row| batch.place_of(row))))
        };
        Shape::new(Kind::UInt64, &[], make).anywhere().unique(Unique::Place(DOMAINS)).plan(cx)
    }),
];

const IPV4: Domain = Domain { field: "ipv4", size: |_, realism| internet::ipv4_capacity(realism), is_apart: true };
const IPV6: Domain = Domain { field: "ipv6", size: |_, _| internet::ipv6_capacity(), is_apart: true };
const MAC: Domain = Domain { field: "mac", size: |_, _| internet::mac_capacity(), is_apart: true };
const PORT: Domain = Domain { field: "port", size: |_, _| PORTS, is_apart: true };
const DOMAIN: &[&str] = &["internet._domain"];
const DOMAINS: &[Domain] =
    &[Domain { field: "domain", size: |_, realism| internet::domain_capacity(realism), is_apart: true }];

const FIRST_PORT: i32 = 49_152;
const PORTS: u64 = 16_384;

const fn numbered(domains: &'static [Domain], make: Make) -> Shape {
    Shape::text(&[], make).anywhere().unique(Unique::Place(domains))
}

/// A text a row, of about `length` bytes, from its host.
fn hosts(batch: &Batch<'_>, length: usize, push: impl Fn(&str, usize, &mut String)) -> ArrayRef {
    let numbers = batch.large(0);
    let mut host = String::new();
    batch.write(length, |row, out| {
        host.clear();
        internet::push_domain(&mut host, batch.realism(), numbers[row]);
        push(&host, row, out);
    })
}

/// A field of the row's person under another name. One that is to be unique or wild is the person's, too, but drawn apart.
fn of_person(cx: &mut PlanContext<'_, '_>, field: &str, make: Make) -> Result<Planned, Reported> {
    let is_wild = cx.param("realism").and_then(|node| node.text()) == Some("wild");
    if is_wild || !cx.unique_uses(field).is_empty() {
        return Shape::text(person::NAMES, make).unique(Unique::Suffix).plan(cx);
    }
    Ok(same(read(cx, &format!("person.{field}"))?))
}

fn http_method(batch: &Batch<'_>) -> ArrayRef {
    let methods = METHODS.list(0);
    batch.pick(&METHODS, |row| {
        let drawn = internet::http_method(&mut batch.draws(row));
        methods.iter().position(|method| *method == drawn).map_or(0, |at| at as i32)
    })
}

fn http_status(batch: &Batch<'_>) -> ArrayRef {
    let codes = (0..batch.len()).map(|row| internet::http_status(&mut batch.draws(row)) as i16);
    Arc::new(Int16Array::from_iter_values(codes))
}

fn port(batch: &Batch<'_>) -> ArrayRef {
    let ports = (0..batch.len()).map(|row| FIRST_PORT + batch.index_of(row, PORTS) as i32);
    Arc::new(Int32Array::from_iter_values(ports))
}
