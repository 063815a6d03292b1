//! Keys that are data: paths, status codes and media types.

use super::Lowering;
use crate::diag::{Code, Diagnostic, Report};
use crate::pointer::{Path, Pointer};
use crate::shape::is_token;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// Paths begin with a slash, and braces stand in pairs.
pub(super) fn check_paths(value: &mut Value, report: &mut Report) {
    let Some(Value::Object(map)) = value.get_mut("paths") else {
        return;
    };
    let at = Pointer::root().key("paths");
    for key in map
        .keys()
        .filter(|key| !key.starts_with("x-") && !is_balanced(key))
    {
        let message = format!("the path `{key}` has a brace without its other");
        let finding = Diagnostic::new(Code::BAD_PATH, at.key(key), message);
        report.push(finding.on_key().help("it is sent as it stands"));
    }
    for key in map.keys().filter(|key| !key.starts_with("x-")) {
        if let Some(name) = repeated(key) {
            let message = format!("the path `{key}` names `{{{name}}}` more than once");
            let finding = Diagnostic::new(Code::BAD_PATH, at.key(key), message);
            report.push(
                finding
                    .on_key()
                    .help("the value stands in all of these places"),
            );
        }
    }
    let mend = |key: &str| {
        let slashed = format!("/{key}");
        let message = format!("the path `{key}` does not begin with `/`: `{slashed}` is taken");
        (slashed, message)
    };
    let keys = Keys {
        is_good: &|key| key.starts_with('/') || key.starts_with("x-"),
        mend: &mend,
        there: "that path is there already, so this one is left out",
        code: Code::BAD_PATH,
    };
    keys.mend(map, &Path::from(&at), report);
}

/// What the keys of an object are, and what is taken for those that are something else.
struct Keys<'a> {
    is_good: &'a dyn Fn(&str) -> bool,
    /// The key that is taken for another, and the words that say so.
    mend: &'a dyn Fn(&str) -> (String, String),
    /// What to say where that key stands there as well.
    there: &'a str,
    code: Code,
}

impl Keys<'_> {
    fn mend(&self, map: &mut Map<String, Value>, at: &Path<'_>, report: &mut Report) {
        let good = map.keys().filter(|key| (self.is_good)(key));
        let good: BTreeSet<String> = good.cloned().collect();
        if good.len() == map.len() {
            return;
        }
        for (key, value) in std::mem::take(map) {
            if good.contains(&key) {
                map.insert(key, value);
                continue;
            }
            let (taken, message) = (self.mend)(&key);
            let mut finding = Diagnostic::new(self.code, at.key(&key).to_pointer(), message);
            if good.contains(&taken) || map.contains_key(&taken) {
                finding = finding.help(self.there);
            } else {
                map.insert(taken, value);
            }
            report.push(finding.on_key());
        }
    }
}

impl Lowering {
    /// Replies have a status of three digits, a range, or `default`.
    pub(super) fn responses(&mut self, value: &mut Value, at: &Path<'_>) {
        let Some(map) = value.as_object_mut() else {
            return;
        };
        let mut replies = Map::new();
        for (key, value) in std::mem::take(map) {
            if key == "default" || key.starts_with("x-") {
                replies.insert(key, value);
                continue;
            }
            let normal = key.trim().to_ascii_uppercase();
            let mut message = None;
            if !is_status(&normal) {
                message = Some(format!(
                    "`{key}` is not a status code: the reply is left out"
                ));
            } else if replies.contains_key(&normal) {
                message = Some(format!(
                    "there is a reply for `{normal}` already: this one is left out"
                ));
            } else {
                self.unusual_status(&key, &normal, &at.key(&key));
                replies.insert(normal, value);
            }
            if let Some(message) = message {
                let finding = Diagnostic::new(Code::BAD_STATUS, at.key(&key).to_pointer(), message);
                self.report.push(finding.on_key());
            }
        }
        *map = replies;
    }

    /// Reports a status that is taken though it is not written as it should be, or none of HTTP (RFC 9110,
    /// section 15).
    fn unusual_status(&mut self, key: &str, taken: &str, at: &Path<'_>) {
        let message = if key != taken {
            format!("`{key}` is taken as `{taken}`")
        } else if taken >= "6" {
            format!("`{key}` is not a status code of HTTP: it is taken all the same")
        } else {
            return;
        };
        let finding = Diagnostic::new(Code::BAD_STATUS, at.to_pointer(), message);
        self.count(finding.on_key(), "replies");
    }

    /// The keys of `content` are media types or ranges of them.
    pub(super) fn media_types(&mut self, value: &mut Value, at: &Path<'_>) {
        let Some(Value::Object(map)) = value.get_mut("content") else {
            return;
        };
        let mend = |key: &str| {
            let taken = essence(key).unwrap_or("*/*").to_owned();
            let message = format!("`{key}` is no media type: `{taken}` is taken");
            (taken, message)
        };
        let keys = Keys {
            is_good: &|key| key.trim() == key && is_media_type(key),
            mend: &mend,
            there: "that is there already, so this one is left out",
            code: Code::BAD_MEDIA_TYPE,
        };
        keys.mend(map, &at.key("content"), &mut self.report);
    }

    /// The media types that a part of a form may have: one, or several with commas between.
    pub(super) fn content_type(&mut self, value: &mut Value, at: &Path<'_>) {
        let text = value.get("contentType").and_then(Value::as_str);
        let Some(text) = text.filter(|text| !text.split(',').all(is_media_type)) else {
            return;
        };
        let message = format!("`{text}` is no media type: it is left out");
        let here = at.key("contentType");
        let finding = Diagnostic::new(Code::BAD_MEDIA_TYPE, here.to_pointer(), message);
        self.report.push(finding);
        if let Some(map) = value.as_object_mut() {
            map.shift_remove("contentType");
        }
    }
}

/// Whether a text is a media type that can stand in a header, maybe with parameters (RFC 9110, section
/// 8.3.1).
fn is_media_type(text: &str) -> bool {
    let text = text.trim();
    let behind = essence(text).map(|essence| text[essence.len()..].trim_start());
    let is_visible = |byte: u8| matches!(byte, b'\t' | b' '..=b'~');
    behind.is_some_and(|behind| behind.is_empty() || behind.starts_with(';'))
        && text.bytes().all(is_visible)
}

/// The type and subtype that a text begins with.
fn essence(text: &str) -> Option<&str> {
    let token = |text: &str| text.bytes().take_while(|byte| is_token(*byte)).count();
    let text = text.trim_start();
    let slash = token(text);
    let subtype = token(text[slash..].strip_prefix('/')?);
    (slash > 0 && subtype > 0).then(|| &text[..=slash + subtype])
}

/// The first name between braces that a path has already.
fn repeated(path: &str) -> Option<&str> {
    let mut seen = BTreeSet::new();
    let mut names = path.split('{').skip(1);
    names.find_map(|rest| {
        let (name, _) = rest.split_once('}')?;
        (!seen.insert(name)).then_some(name)
    })
}

/// Whether every brace of a path template has its other, none within others.
fn is_balanced(path: &str) -> bool {
    let mut is_open = false;
    let braces = path.chars().filter(|letter| matches!(letter, '{' | '}'));
    for brace in braces {
        if is_open == (brace == '{') {
            return false;
        }
        is_open = !is_open;
    }
    !is_open
}

fn is_status(key: &str) -> bool {
    match key.as_bytes() {
        [first, b'X', b'X'] => (b'1'..=b'5').contains(first),
        [first, rest @ ..] => {
            (b'1'..=b'9').contains(first) && rest.len() == 2 && rest.iter().all(u8::is_ascii_digit)
        }
        [] => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::lowered;
    use serde_json::json;

    #[test]
    fn keys_are_mended_or_left_out() {
        let reply = json!({"description": ""});
        let (value, codes) = lowered(json!({
            "openapi": "3.0.3", "info": {"title": "T", "version": "1"},
            "paths": {"a": {"get": {"responses": {"200": reply, "4xx": reply, "4XX": reply, "ok": reply, "99": reply, "default": reply}}}}
        }));
        let kept: Vec<&String> = value["paths"]["/a"]["get"]["responses"]
            .as_object()
            .unwrap()
            .keys()
            .collect();
        assert_eq!(kept, ["200", "4XX", "default"]);
        assert_eq!(codes, ["W0601", "W0602", "W0602", "W0602", "W0602"]);
    }
}
