//! A JUnit report, which CI servers show as tests: a suite a spec, a test case a finding; a spec without findings is one case that
//! has passed. The form is that of Jenkins' `jenkins-junit.xsd`, which GitLab, Azure and others read.

use super::{Context, Places, Render, clean};
use crate::diag::{Diagnostic, Diagnostics, Severity};
use quick_xml::Writer;
use quick_xml::events::{BytesCData, BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// See the file's head.
pub(super) struct Junit;

impl Render for Junit {
    fn name(&self) -> &'static str {
        "junit"
    }

    fn about(&self) -> &'static str {
        "a JUnit report in XML"
    }

    fn render(&self, found: &Diagnostics, context: &Context<'_>) -> String {
        document(&[(found, *context)])
    }
}

/// One report of several specs.
pub fn document(specs: &[(&Diagnostics, Context<'_>)]) -> String {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    let mut write = |event: Event<'_>| xml.write_event(event).expect("memory can be written to");
    write(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
    let (cases, failures) = specs
        .iter()
        .fold((0, 0), |(cases, failures), (found, _)| (cases + found.iter().count().max(1), failures + errors(found)));
    write(Event::Start(counts(BytesStart::new("testsuites"), cases, failures)));
    for (found, context) in specs {
        suite(found, context, &mut write);
    }
    write(Event::End(BytesEnd::new("testsuites")));
    let mut text = xml.into_inner();
    text.push(b'\n');
    String::from_utf8_lossy(&text).into_owned()
}

fn errors(found: &Diagnostics) -> usize {
    found.iter().filter(|finding| finding.severity == Severity::Error).count()
}

fn counts(element: BytesStart<'_>, cases: usize, failures: usize) -> BytesStart<'_> {
    let (cases, failures) = (cases.to_string(), failures.to_string());
    element.with_attributes([("tests", cases.as_str()), ("failures", failures.as_str())])
}

fn suite(found: &Diagnostics, context: &Context<'_>, write: &mut impl FnMut(Event<'_>)) {
    let name = context.source.map_or("synth", |source| source.name.as_str());
    let element = BytesStart::new("testsuite").with_attributes([("name", clean(name).as_str())]);
    write(Event::Start(counts(element, found.iter().count().max(1), errors(found))));
    if found.is_empty() {
        let case = [("classname", clean(name)), ("name", "nothing to say".to_owned())];
        let case = case.iter().map(|(key, value)| (*key, value.as_str()));
        write(Event::Empty(BytesStart::new("testcase").with_attributes(case)));
    }
    let places = Places::new(context);
    for finding in found.iter() {
        case(finding, name, &places, write);
    }
    write(Event::End(BytesEnd::new("testsuite")));
}

fn case(finding: &Diagnostic, suite: &str, places: &Places<'_>, write: &mut impl FnMut(Event<'_>)) {
    let place = finding.primary.as_ref().and_then(|label| places.of(label));
    let at = place.map(|place| format!("{}:{}:{}", place.file, place.start.line, place.start.column));
    let message = clean(&finding.message);
    let name = format!("{}: {message}", finding.code);
    let attributes = [("classname", clean(suite)), ("name", name)];
    let attributes = attributes.iter().map(|(key, value)| (*key, value.as_str()));
    write(Event::Start(BytesStart::new("testcase").with_attributes(attributes)));
    let notes = finding.notes.iter().map(|note| format!("note: {note}"));
    let help = finding.help.iter().map(|help| format!("help: {help}"));
    let lines: Vec<String> = at.into_iter().chain(notes).chain(help).map(|line| clean(&line)).collect();
    if finding.severity == Severity::Error {
        let failure = [("type", finding.code), ("message", message.as_str())];
        write(Event::Start(BytesStart::new("failure").with_attributes(failure)));
        write(Event::Text(BytesText::new(&lines.join("\n"))));
        write(Event::End(BytesEnd::new("failure")));
    } else {
        write(Event::Start(BytesStart::new("system-out")));
        BytesCData::escaped(&lines.join("\n")).for_each(|part| write(Event::CData(part)));
        write(Event::End(BytesEnd::new("system-out")));
    }
    write(Event::End(BytesEnd::new("testcase")));
}
