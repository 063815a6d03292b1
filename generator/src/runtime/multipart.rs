//! `multipart/form-data` (RFC 7578) and its like: a part per member, and per element of lists.

use super::encoding::FieldEncoding;
use super::file::File;
use super::part_header::{self, PartValue};
use super::payload::Payload;
use super::source::Source;
use super::style::{fields, scalar_text, strict};
use super::violations::{Checker, push_escaped};
use super::wire::{Parts, Wire};
use super::writer::Writer;
use bytes::Bytes;
use std::borrow::Cow;
use std::collections::hash_map::{DefaultHasher, RandomState};
use std::fmt::Write;
use std::hash::{BuildHasher, Hasher};

/// The media type of a part that says none (RFC 2046, section 5.1).
const TEXT: &str = "text/plain";

/// One part.
struct Part<'a> {
    /// The member that it is of.
    name: &'a str,
    /// What it is called.
    shown: Cow<'a, str>,
    /// Its number in a list.
    index: Option<usize>,
    file: Option<&'a File>,
    media_type: Option<String>,
    /// Those of a part that is no file.
    headers: Vec<&'a PartValue>,
    content: Source,
}

/// The value of `Content-Type`, and the body.
pub(super) fn encode(
    value: &dyn Wire,
    media_type: &str,
    encodings: &[FieldEncoding],
    headers: &[PartValue],
) -> Result<(String, Payload), Cow<'static, str>> {
    let mut parts = Vec::new();
    for (name, member) in members(value)? {
        let own = headers.iter().filter(|header| header.part == name);
        let own: Vec<&PartValue> = own.collect();
        let encoding = FieldEncoding::of(encodings, name);
        if let Some(style) = encoding.and_then(FieldEncoding::part_parameter) {
            for (shown, text) in fields(&style, member)? {
                parts.push(Part {
                    name,
                    shown: shown.into(),
                    index: None,
                    file: None,
                    media_type: None,
                    headers: own.clone(),
                    content: Source::Held(text.into()),
                });
            }
            continue;
        }
        for (index, value) in elements(member) {
            parts.push(Part {
                headers: own.clone(),
                ..part(name, index, value, encoding)?
            });
        }
    }
    let has_part = |header: &&PartValue| parts.iter().any(|part| part.name == header.part);
    if let Some(lost) = headers.iter().find(|header| !has_part(header)) {
        return Err(lost.without_part().into());
    }
    let boundary = boundary(&parts);
    let essence = media_type.split(';').next().unwrap_or(media_type).trim();
    let related = essence.eq_ignore_ascii_case("multipart/related");
    let mut body = Payload::default();
    let mut between = format!("--{boundary}\r\n");
    for part in &parts {
        body.push(between + &head(part, related)?);
        body.push_source(&part.content, || place(part));
        between = format!("\r\n--{boundary}\r\n");
    }
    between.truncate(between.len() - 2);
    body.push(between + "--\r\n");
    let mut media_type = format!("{essence}; boundary={boundary}");
    // RFC 2387, section 3.1: the type of the root, which is the first part.
    if let Some(root) = parts.first().filter(|_| related) {
        let root = visible(root.media_type.as_deref().unwrap_or(TEXT));
        let root = root.split(';').next().unwrap_or_default().trim();
        let _ = write!(media_type, "; type=\"{}\"", root.replace(['"', '\\'], ""));
    }
    Ok((media_type, body))
}

/// Checks what is declared of parts: the headers and media types of files.
pub(super) fn check(value: &dyn Wire, encodings: &[FieldEncoding], checker: &mut Checker) {
    let members = members(value).unwrap_or_default().into_iter();
    let values = members.flat_map(|(name, member)| {
        elements(member).into_iter().map(move |(index, value)| (name, index, value))
    });
    for (name, index, value) in values {
        let declared = FieldEncoding::of(encodings, name);
        let (Some(declared), Parts::File(file)) = (declared, value.parts()) else {
            continue;
        };
        checker.at(name, |checker| match index {
            Some(index) => checker.at(&index.to_string(), |checker| check_file(declared, file, checker)),
            None => check_file(declared, file, checker),
        });
    }
}

fn check_file(declared: &FieldEncoding, file: &File, checker: &mut Checker) {
    if let Some(given) = file.content_type() {
        if let Some(stated) = declared.other_types(given) {
            checker.reject(format!("contentType: {stated}"), given);
        }
    }
    part_header::check(declared.declared_headers(), file, checker);
}

/// The members that are there.
fn members(value: &dyn Wire) -> Result<Vec<(&str, &dyn Wire)>, &'static str> {
    let Parts::Members(members) = value.parts() else {
        return Err("a form must be an object");
    };
    let members = members.into_iter();
    Ok(members.filter(|(_, member)| !member.is_absent()).collect())
}

/// The value of each part of a member, with its number in a list.
fn elements(member: &dyn Wire) -> Vec<(Option<usize>, &dyn Wire)> {
    match member.parts() {
        Parts::Items(items) => {
            let items = items.into_iter().enumerate();
            items.map(|(index, item)| (Some(index), item)).collect()
        }
        _ => vec![(None, member)],
    }
}

/// A part without headers.
fn part<'a>(
    name: &'a str,
    index: Option<usize>,
    value: &'a dyn Wire,
    encoding: Option<&FieldEncoding>,
) -> Result<Part<'a>, &'static str> {
    let stated = encoding.and_then(FieldEncoding::single_type);
    let part = |file, media_type: Option<&str>, content| Part {
        name,
        shown: name.into(),
        index,
        file,
        media_type: media_type.map(str::to_owned),
        headers: Vec::new(),
        content,
    };
    if let Parts::File(file) = value.parts() {
        let media_type = file.content_type().or(stated);
        let media_type = media_type.unwrap_or("application/octet-stream");
        return Ok(part(Some(file), Some(media_type), file.source().clone()));
    }
    if let Some(form) = encoding.and_then(FieldEncoding::other_form) {
        return Ok(part(None, stated, Source::Held(form.encode(value)?)));
    }
    let held = |text: String| Source::Held(Bytes::from(text));
    match scalar_text(value) {
        Some(text) if stated.is_none_or(|stated| !stated.contains("json")) => {
            Ok(part(None, stated, held(text)))
        }
        _ => {
            let text = Writer::try_text(value)?;
            let media_type = stated.unwrap_or("application/json");
            Ok(part(None, Some(media_type), held(text)))
        }
    }
}

/// The lines before the content of a part.
fn head(part: &Part<'_>, related: bool) -> Result<String, Cow<'static, str>> {
    let mut head = String::new();
    if related {
        push_id(part, &mut head);
    } else {
        // Also in `multipart/mixed`: nothing else says which member a part is (OpenAPI 3.0.4,
        // section 4.7.15).
        let name = quoted(&part.shown);
        let _ = write!(head, "Content-Disposition: form-data; name=\"{name}\"");
        if let Some(file) = part.file {
            let name = quoted(file.name().unwrap_or(part.name));
            let _ = write!(head, "; filename=\"{name}\"");
        }
        head.push_str("\r\n");
    }
    let usual = related.then_some(TEXT);
    if let Some(media_type) = part.media_type.as_deref().or(usual) {
        let _ = write!(head, "Content-Type: {}\r\n", visible(media_type));
    }
    if let Some(file) = part.file {
        part_header::write(file, &mut head)?;
    }
    for header in &part.headers {
        let _ = write!(head, "{}: {}\r\n", header.name, header.text);
    }
    head.push_str("\r\n");
    Ok(head)
}

/// What a part of `multipart/related` is called (RFC 2387, section 3.2), unless its file says so.
fn push_id(part: &Part<'_>, head: &mut String) {
    let of_file = part.file.map(File::headers).unwrap_or_default();
    let of_file = of_file.iter().map(|(name, _)| name.as_str());
    let mut names = of_file.chain(part.headers.iter().map(|header| header.name));
    if !names.any(|name| name.eq_ignore_ascii_case("content-id")) {
        let _ = write!(head, "Content-ID: <{}", strict(part.name));
        if let Some(index) = part.index {
            let _ = write!(head, ".{index}");
        }
        head.push_str(">\r\n");
    }
    if let Some(name) = part.file.and_then(File::name) {
        let name = quoted(name);
        let _ = write!(head, "Content-Disposition: attachment; filename=\"{name}\"\r\n");
    }
}

fn visible(media_type: &str) -> String {
    media_type.chars().filter(|c| !c.is_control()).collect()
}

/// A name between quotes, as browsers write it (HTML, section 4.10.21.8).
fn quoted(name: &str) -> String {
    name.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// Where the value of a part stands.
fn place(part: &Part<'_>) -> String {
    let mut place = "/body/".to_owned();
    push_escaped(&mut place, part.name);
    if let Some(index) = part.index {
        let _ = write!(place, "/{index}");
    }
    place
}

/// A line that no part contains.
fn boundary(parts: &[Part<'_>]) -> String {
    let held: Option<Vec<&Bytes>> = parts
        .iter()
        .map(|part| match &part.content {
            Source::Held(bytes) => Some(bytes),
            Source::Path(_) | Source::Reader(_) => None,
        })
        .collect();
    // Nobody knows what is in files that are yet to be read, but nobody can foresee this either.
    let Some(held) = held else {
        let random = || RandomState::new().build_hasher().finish();
        return format!("part-{:016x}{:016x}", random(), random());
    };
    let mut hasher = DefaultHasher::new();
    for (part, content) in parts.iter().zip(&held) {
        hasher.write(part.name.as_bytes());
        hasher.write(content);
    }
    loop {
        let boundary = format!("part-{:016x}", hasher.finish());
        let inside = |content: &[u8]| {
            let mut windows = content.windows(boundary.len());
            windows.any(|window| window == boundary.as_bytes())
        };
        if !held.iter().any(|content| inside(content)) {
            return boundary;
        }
        hasher.write_u8(1);
    }
}
