//! What errors show of JSON that is not as expected.

use super::reader::Reader;
use super::text::shortened;
use super::writer::Writer;
use jiter::Peek;

/// The value that a text begins with: a scalar as it is; of an object the names of its members,
/// whose values, like what follows, may be secrets.
pub(super) fn excerpt(text: &[u8]) -> String {
    let mut reader = Reader::new(text);
    match reader.peek() {
        Ok(Peek::Object) => members(&mut reader),
        Ok(Peek::Array) if matches!(reader.begin_array(), Ok(false)) => "[]".to_owned(),
        Ok(Peek::Array) => "[…]".to_owned(),
        Ok(_) => scalar(&mut reader).unwrap_or_else(|| word(text)),
        Err(_) => "nothing".to_owned(),
    }
}

fn members(reader: &mut Reader<'_>) -> String {
    let mut shown = String::from("{");
    let mut key = reader.begin_object();
    while let Ok(Some(name)) = key {
        if shown.len() > 1 {
            shown.push(',');
        }
        shown.push_str(&Writer::text(&name.to_owned()));
        shown.push_str(":…");
        // What is longer is not shown anyway.
        if shortened(&shown) != shown || reader.skip().is_err() {
            return shown + "…";
        }
        key = reader.next_key();
    }
    shown + if key.is_ok() { "}" } else { "…" }
}

/// The first word of what is no JSON.
fn word(text: &[u8]) -> String {
    let ends = |byte: &u8| b"\",]}".contains(byte) || byte.is_ascii_whitespace();
    let text = text.trim_ascii_start();
    match text.iter().position(ends).unwrap_or(text.len()) {
        0 => "what is no JSON".to_owned(),
        end => String::from_utf8_lossy(&text[..end]).into_owned(),
    }
}

fn scalar(reader: &mut Reader<'_>) -> Option<String> {
    let value = reader.raw().ok()?;
    let shown = String::from_utf8_lossy(value).into_owned();
    let next = reader.rest().trim_ascii_start().first();
    // What goes on in another way was cut off by a quotation mark that should be escaped.
    let ends = next.is_none_or(|next| b",]}".contains(next));
    Some(if ends { shown } else { shown + "…" })
}
