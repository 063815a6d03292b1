//! `multipart/form-data` (RFC 7578): a part per member, and per element of lists.

use super::encoding::FieldEncoding;
use super::file::File;
use super::style::scalar_text;
use super::wire::{Parts, Wire};
use super::writer::Writer;
use std::collections::hash_map::DefaultHasher;
use std::hash::Hasher;

/// One part.
struct Part<'a> {
    name: &'a str,
    file: Option<&'a File>,
    media_type: Option<String>,
    content: Vec<u8>,
}

/// The value of `Content-Type`, and the body.
pub(super) fn encode(
    value: &dyn Wire,
    media_type: &str,
    encodings: &[FieldEncoding],
) -> Result<(String, Vec<u8>), &'static str> {
    let Parts::Members(members) = value.parts() else {
        return Err("a form must be an object");
    };
    let mut parts = Vec::new();
    for (name, member) in members {
        if member.is_absent() {
            continue;
        }
        let encoding = FieldEncoding::of(encodings, name);
        match member.parts() {
            Parts::Items(items) => {
                parts.extend(items.into_iter().map(|item| part(name, item, encoding)));
            }
            _ => parts.push(part(name, member, encoding)),
        }
    }
    let boundary = boundary(&parts);
    let mut body = Vec::new();
    for part in &parts {
        body.extend_from_slice(format!("--{boundary}\r\n").as_bytes());
        body.extend_from_slice(header(part).as_bytes());
        body.extend_from_slice(&part.content);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    let essence = media_type.split(';').next().unwrap_or(media_type).trim();
    Ok((format!("{essence}; boundary={boundary}"), body))
}

fn part<'a>(name: &'a str, value: &'a dyn Wire, encoding: Option<&FieldEncoding>) -> Part<'a> {
    let stated = encoding.and_then(FieldEncoding::single_type);
    if let Parts::File(file) = value.parts() {
        let media_type = file.content_type().or(stated);
        return Part {
            name,
            file: Some(file),
            media_type: Some(media_type.unwrap_or("application/octet-stream").to_owned()),
            content: file.bytes().to_vec(),
        };
    }
    match scalar_text(value) {
        Some(text) if stated.is_none_or(|stated| !stated.contains("json")) => Part {
            name,
            file: None,
            media_type: stated.map(str::to_owned),
            content: text.into_bytes(),
        },
        _ => Part {
            name,
            file: None,
            media_type: Some(stated.unwrap_or("application/json").to_owned()),
            content: Writer::text(value).into_bytes(),
        },
    }
}

fn header(part: &Part<'_>) -> String {
    let name = quoted(part.name);
    let file_name = part.file.map(|file| {
        let name = quoted(file.name().unwrap_or(part.name));
        format!("; filename=\"{name}\"")
    });
    let media_type = part.media_type.as_ref().map(|media_type| {
        let visible: String = media_type.chars().filter(|c| !c.is_control()).collect();
        format!("Content-Type: {visible}\r\n")
    });
    let (file_name, media_type) = (
        file_name.unwrap_or_default(),
        media_type.unwrap_or_default(),
    );
    format!("Content-Disposition: form-data; name=\"{name}\"{file_name}\r\n{media_type}\r\n")
}

/// A name between quotes, as browsers write it (HTML, section 4.10.21.8).
fn quoted(name: &str) -> String {
    name.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A line that no part contains.
fn boundary(parts: &[Part<'_>]) -> String {
    let mut hasher = DefaultHasher::new();
    for part in parts {
        hasher.write(part.name.as_bytes());
        hasher.write(&part.content);
    }
    loop {
        let boundary = format!("part-{:016x}", hasher.finish());
        let inside = |content: &[u8]| {
            let mut windows = content.windows(boundary.len());
            windows.any(|window| window == boundary.as_bytes())
        };
        if !parts.iter().any(|part| inside(&part.content)) {
            return boundary;
        }
        hasher.write_u8(1);
    }
}
