//! The page of support: what the generator makes of each field of each object of OpenAPI, by the
//! tables that it checks descriptions with.

use specwright::format::Format;
use specwright::shape::{Field, Holds, Kind, Status, TABLES, Table, Version};
use std::collections::BTreeSet;
use std::fmt::Write;

/// What is said of one field.
struct Row {
    name: String,
    versions: &'static str,
    support: String,
}

/// The page for people at a terminal.
pub(super) fn text() -> String {
    let mut out = String::new();
    for (table, rows) in objects() {
        let _ = writeln!(out, "{} Object", table.name);
        let width = rows.iter().map(|row| row.name.chars().count()).max();
        for row in &rows {
            let (name, width) = (&row.name, width.unwrap_or_default());
            let _ = writeln!(
                out,
                "  {name:<width$}  {:<8}  {}",
                row.versions, row.support
            );
        }
        out.push('\n');
    }
    out.push_str("Formats\n");
    for (names, what) in formats() {
        let _ = writeln!(out, "  {names}: {what}");
    }
    out.push('\n');
    out.push_str(NOTES);
    out
}

/// The page in Markdown.
pub(super) fn markdown() -> String {
    let mut out = String::from("# What is supported of OpenAPI\n\n");
    for note in NOTES.lines() {
        let _ = writeln!(out, "- {note}");
    }
    for (table, rows) in objects() {
        let _ = write!(
            out,
            "\n## {} Object\n\n| field | versions | support |\n| --- | --- | --- |\n",
            table.name
        );
        for row in rows {
            let name = if row.name.starts_with('(') {
                row.name
            } else {
                format!("`{}`", row.name)
            };
            let _ = writeln!(out, "| {name} | {} | {} |", row.versions, row.support);
        }
    }
    out.push_str("\n## Formats\n\n| format | support |\n| --- | --- |\n");
    for (names, what) in formats() {
        let _ = writeln!(out, "| {names} | {what} |");
    }
    out
}

/// The names that mean one format, and what is made of it.
fn formats() -> Vec<(String, String)> {
    let rows = Format::NAMED.iter().map(|(names, format)| {
        let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        (names.join(", "), checked(*format).to_owned())
    });
    let types = [
        (
            "`binary`",
            "a file in multipart bodies; otherwise the body itself",
        ),
        ("`password`", "a text that is not shown"),
        ("any other", "documentation, reported (N0516)"),
    ];
    let types = types.map(|(name, what)| (name.to_owned(), what.to_owned()));
    rows.chain(types).collect()
}

/// What values of a format are held to.
fn checked(format: Format) -> &'static str {
    match format {
        Format::Integer(..) => "checked: the range; of numbers and of digits in strings",
        Format::Float => "checked: the range of 32 bits; of numbers and of strings",
        Format::Double => "checked: the range of 64 bits; of numbers and of strings",
        Format::Decimal => "numbers keep every digit; strings are checked",
        Format::Date | Format::DateTime | Format::Time => "checked: RFC 3339",
        Format::Duration => "checked: RFC 3339, appendix A",
        Format::Seconds => "checked: seconds, as Protocol Buffers write them in JSON",
        Format::HttpDate => "checked: RFC 9110, section 5.6.7",
        Format::Uuid => "checked: RFC 9562",
        Format::Uri | Format::UriReference => "checked: RFC 3986",
        Format::Iri | Format::IriReference => "checked: RFC 3987",
        Format::UriTemplate => "checked: RFC 6570",
        Format::Email => "checked: RFC 5321",
        Format::Hostname => "checked: RFC 1123; labels with `xn--` are not decoded",
        Format::Ipv4 => "checked: RFC 2673",
        Format::Ipv6 => "checked: RFC 4291",
        Format::JsonPointer => "checked: RFC 6901",
        Format::RelativeJsonPointer => "checked: the draft Relative JSON Pointers",
        Format::Regex => "checked: ECMA-262",
        Format::Base64 => "checked: RFC 4648; `byte` is a type",
        Format::Char => "checked: one character",
        _ => "checked",
    }
}

const NOTES: &str = "\
honoured: the generated client does what the field says.
documentation: the field is text for people, and becomes documentation if anything.
reported: the field has no effect, and its use is reported with the code; `cargo xtask explain CODE` says more.
unused: the field belongs to an object of which the client makes nothing.
";

fn objects() -> Vec<(&'static Table, Vec<Row>)> {
    let used = used();
    let one = |table: &'static Table| {
        let is_used = used.contains(&table.kind);
        let mut rows: Vec<Row> = table
            .fields
            .iter()
            .map(|field| row(field, is_used))
            .collect();
        if let Some((what, _)) = table.others {
            rows.push(Row {
                name: format!("({what})"),
                versions: "3.0, 3.1",
                support: support(Status::Honoured, is_used),
            });
        }
        (table, rows)
    };
    TABLES.iter().map(one).collect()
}

fn row(field: &Field, is_used: bool) -> Row {
    Row {
        name: field.name.to_owned(),
        versions: field.only.map_or("3.0, 3.1", Version::as_str),
        support: support(field.status, is_used),
    }
}

fn support(status: Status, is_used: bool) -> String {
    match status {
        Status::Honoured if is_used => "honoured".to_owned(),
        Status::Honoured => "unused".to_owned(),
        Status::Documentation => "documentation".to_owned(),
        Status::Reported(code) => format!("reported ({})", code.as_str()),
    }
}

/// The kinds of objects that honoured fields lead to. What `components` keeps counts where it is
/// referred to; security schemes are named.
fn used() -> BTreeSet<Kind> {
    let mut used = BTreeSet::new();
    let mut open = vec![Kind::Document, Kind::SecurityScheme];
    while let Some(kind) = open.pop() {
        if !used.insert(kind) || kind == Kind::Components {
            continue;
        }
        let table = kind.table();
        let fields = table
            .fields
            .iter()
            .filter(|field| field.status == Status::Honoured)
            .map(|field| field.holds);
        let others = table.others.map(|(_, holds)| holds);
        open.extend(fields.chain(others).filter_map(object));
    }
    used
}

/// The kind of object that a field holds, in whatever list or map.
fn object(holds: Holds) -> Option<Kind> {
    match holds {
        Holds::Object(kind) | Holds::Ref(kind) => Some(kind),
        Holds::FlagOrSchema => Some(Kind::Schema),
        Holds::List(inner) | Holds::Map(inner) => object(*inner),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_every_table_has_a_row() {
        let page = markdown();
        let rows = page.lines().filter(|line| line.starts_with("| ")).count();
        let heads = 2 * TABLES.len();
        let fields: usize = TABLES.iter().map(|table| table.fields.len()).sum();
        let others = TABLES.iter().filter(|table| table.others.is_some()).count();
        let formats = formats().len();
        assert_eq!(rows, heads + fields + others + 2 + formats);
        assert_eq!(
            text().lines().filter(|line| line.starts_with("  ")).count(),
            fields + others + formats
        );
    }

    #[test]
    fn rows_say_what_is_made_of_a_field() {
        let used = used();
        assert!(used.contains(&Kind::Schema) && used.contains(&Kind::Callback));
        let page = markdown();
        assert!(page.contains("## Callback Object\n\n| field | versions | support |\n| --- | --- | --- |\n| (an expression) | 3.0, 3.1 | honoured |\n"));
        assert!(page.contains("\n| `not` | 3.0, 3.1 | honoured |\n"));
        assert!(page.contains("\n| `contact` | 3.0, 3.1 | documentation |\n"));
        assert!(page.contains("\n| `if` | 3.1 | reported (W0410) |\n"));
        assert!(page.contains("\n| `uuid`, `guid` | checked: RFC 9562 |\n"));
    }
}
