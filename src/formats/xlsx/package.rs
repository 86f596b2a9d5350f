//! The sheets' names in, the parts of a workbook around its sheets out (ECMA-376).

use super::escape::push_attribute;
use crate::formats::Origin;
use std::fmt::Write as _;

/// Begins every part.
pub const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const DOCUMENT: &str = "http://schemas.openxmlformats.org/officeDocument/2006";
const OFFICE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// When every workbook says that it was made: bytes must not depend on the clock.
const CREATED: &str = "2000-01-01T00:00:00Z";

/// The name of the part of sheet `index`, from 0.
pub fn sheet_part(index: usize) -> String {
    format!("xl/worksheets/sheet{}.xml", index + 1)
}

/// The parts before the sheets: names and contents.
pub fn parts_before(sheets: usize, origin: &Origin) -> Vec<(&'static str, String)> {
    vec![
        ("[Content_Types].xml", content_types(sheets)),
        ("_rels/.rels", relations(&ROOT_RELATIONS)),
        ("docProps/core.xml", core_properties()),
        ("docProps/custom.xml", custom_properties(origin)),
        ("xl/_rels/workbook.xml.rels", workbook_relations(sheets)),
        ("xl/styles.xml", super::styles::styles()),
    ]
}

fn content_types(sheets: usize) -> String {
    let mut xml = format!(
        "{XML}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    );
    let mut push = |part: &str, kind: &str| {
        xml += &format!("<Override PartName=\"/{part}\" ContentType=\"{kind}\"/>");
    };
    push("xl/workbook.xml", &format!("{OFFICE}.sheet.main+xml"));
    for sheet in 0..sheets {
        push(&sheet_part(sheet), &format!("{OFFICE}.worksheet+xml"));
    }
    push("xl/styles.xml", &format!("{OFFICE}.styles+xml"));
    push("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    push("docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml");
    xml + "</Types>"
}

const ROOT_RELATIONS: [(&str, &str); 3] = [
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument", "xl/workbook.xml"),
    ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties", "docProps/custom.xml"),
];

/// Relations of kinds to targets; their identities are `rId1` and so on.
fn relations<K: AsRef<str>, T: AsRef<str>>(of: &[(K, T)]) -> String {
    let mut xml = format!("{XML}<Relationships xmlns=\"{RELATIONS}\">");
    for (at, (kind, target)) in of.iter().enumerate() {
        let (kind, target) = (kind.as_ref(), target.as_ref());
        let _ = write!(xml, "<Relationship Id=\"rId{}\" Type=\"{kind}\" Target=\"{target}\"/>", at + 1);
    }
    xml + "</Relationships>"
}

fn workbook_relations(sheets: usize) -> String {
    let sheet = |at: usize| (format!("{DOCUMENT}/relationships/worksheet"), format!("worksheets/sheet{}.xml", at + 1));
    let mut all: Vec<(String, String)> = (0..sheets).map(sheet).collect();
    all.push((format!("{DOCUMENT}/relationships/styles"), "styles.xml".to_owned()));
    relations(&all)
}

fn core_properties() -> String {
    let time = |name: &str| format!("<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">{CREATED}</dcterms:{name}>");
    format!(
        "{XML}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:dcmitype=\"http://purl.org/dc/dcmitype/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:creator>synth</dc:creator>{}{}</cp:coreProperties>",
        time("created"),
        time("modified")
    )
}

/// Where the rows come from. Identities of properties begin at 2.
fn custom_properties(origin: &Origin) -> String {
    let mut xml =
        format!("{XML}<Properties xmlns=\"{DOCUMENT}/custom-properties\" xmlns:vt=\"{DOCUMENT}/docPropsVTypes\">");
    for (at, (key, value)) in origin.metadata().iter().enumerate() {
        let (id, mut text) = (at + 2, String::new());
        push_attribute(value, &mut text);
        xml += &format!(
            "<property fmtid=\"{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}\" pid=\"{id}\" name=\"{key}\">\
             <vt:lpwstr>{text}</vt:lpwstr></property>"
        );
    }
    xml + "</Properties>"
}

/// The part that names the sheets. With each sheet's name comes the range of its filter, if it has one.
pub fn workbook(sheets: &[(&str, Option<String>)]) -> String {
    let mut xml = format!(
        "{XML}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{DOCUMENT}/relationships\">\
         <bookViews><workbookView xWindow=\"240\" yWindow=\"15\" windowWidth=\"16095\" windowHeight=\"9660\"/></bookViews><sheets>"
    );
    for (at, (name, _)) in sheets.iter().enumerate() {
        xml += "<sheet name=\"";
        push_attribute(name, &mut xml);
        let _ = write!(xml, "\" sheetId=\"{0}\" r:id=\"rId{0}\"/>", at + 1);
    }
    xml += "</sheets>";
    xml += &filters(sheets);
    xml + "</workbook>"
}

/// Excel wants the range of a filter to have a name too.
fn filters(sheets: &[(&str, Option<String>)]) -> String {
    let mut xml = String::new();
    for (at, (name, range)) in sheets.iter().enumerate() {
        if let Some(range) = range {
            let _ = write!(xml, "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{at}\" hidden=\"1\">");
            push_attribute(&format!("'{}'!{range}", name.replace('\'', "''")), &mut xml);
            xml += "</definedName>";
        }
    }
    if xml.is_empty() { xml } else { format!("<definedNames>{xml}</definedNames>") }
}
