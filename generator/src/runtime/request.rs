//! Makes requests from operations; plain functions, so that operations stay small.

use super::base_url::BaseUrl;
use super::body::Body;
use super::endpoint::Endpoint;
use super::error::RequestError;
use super::parameters::{In, Parameter};
use super::part_header::PartValue;
use super::payload::Payload;
use super::style::{encode, strict};
use super::violations::{Checker, Violations, push_escaped};
use super::wire::Wire;
use super::writer::Writer;
use http::header::{ACCEPT, CONTENT_TYPE, COOKIE, HeaderName, InvalidHeaderValue};
use http::{HeaderMap, HeaderValue, Method, Request};

/// A request that was refused.
pub(super) enum Refusal {
    Invalid(Violations),
    Request(RequestError),
}

/// Checks parameters and body.
pub(super) fn check(
    parameters: &[Parameter],
    values: &[&dyn Wire],
    body: Option<Body<'_>>,
) -> Result<(), Violations> {
    let mut checker = Checker::default();
    for (parameter, value) in parameters.iter().zip(values) {
        checker.at(parameter.name, |checker| {
            match (value.is_absent(), parameter.required) {
                (true, true) => checker.reject("required".to_owned(), "nothing"),
                (true, false) => {}
                (false, _) => parameter.rule.apply(*value, checker),
            }
        });
    }
    if let Some(body) = body {
        checker.at("body", |checker| body.check(checker));
    }
    checker.finish()
}

/// Makes a request without checking the rules of the description.
pub(super) fn build(
    endpoint: &Endpoint,
    parameters: &[Parameter],
    values: &[&dyn Wire],
    body: Option<Body<'_>>,
    base: &BaseUrl,
) -> Result<Request<Payload>, Refusal> {
    let refuse = |reason: String| {
        Refusal::Request(RequestError {
            operation: endpoint.operation,
            reason,
        })
    };
    let mut path: Vec<(&str, String)> = Vec::new();
    let mut query: Vec<(&str, String)> = Vec::new();
    let mut cookies = Cookies::default();
    let mut parts: Vec<PartValue> = Vec::new();
    let mut headers = HeaderMap::new();
    headers.insert(ACCEPT, HeaderValue::from_static(endpoint.accept));
    for (parameter, value) in parameters.iter().zip(values) {
        if value.is_absent() {
            continue;
        }
        let text =
            encode(parameter, *value).map_err(|reason| invalid(parameter, *value, reason))?;
        match parameter.place {
            In::Path if text.is_empty() => {
                return Err(invalid(
                    parameter,
                    *value,
                    "a path parameter must not be empty",
                ));
            }
            In::Path => path.push((parameter.name, text)),
            _ if text.is_empty() && parameter.place != In::Header => {}
            In::Query => query.push((parameter.name, text)),
            In::Cookie => cookies.values.push(text),
            In::Header => {
                let name = HeaderName::from_bytes(parameter.name.as_bytes());
                let name = name.map_err(|_| refuse(format!("no header: {}", parameter.name)))?;
                let header = HeaderValue::from_bytes(text.as_bytes());
                let header = header.map_err(|_| {
                    invalid(parameter, *value, "a header must not have line breaks")
                })?;
                let Parameter { part, name: own, .. } = *parameter;
                if !part.is_empty() {
                    parts.push(PartValue { part, name: own, text });
                } else if name == COOKIE {
                    cookies.header = Some(header);
                } else {
                    headers.insert(name, header);
                }
            }
        }
    }
    if let Some(text) = cookies.joined() {
        let text = text.map_err(|error| refuse(error.to_string()))?;
        headers.insert(COOKIE, text);
    }
    let mut target = expand(endpoint.path, &path).map_err(|elsewhere| {
        let reason = "a path parameter must not lead elsewhere";
        let mut pointer = "/".to_owned();
        push_escaped(&mut pointer, elsewhere.parameter);
        let rule = format!("in: path ({reason})");
        Refusal::Invalid(Violations::one(pointer, rule, &elsewhere.segment))
    })?;
    if !query.is_empty() {
        target = with_query(&target, &query);
    }
    let uri = base
        .join(&target)
        .ok_or_else(|| refuse("the URL is not valid".to_owned()))?;
    let mut content = Payload::default();
    if let (None, [first, ..]) = (body, parts.as_slice()) {
        return Err(refuse(first.without_part()));
    }
    if let Some(body) = body {
        let encoded = body.encode(&parts);
        let (media_type, payload) = encoded.map_err(|reason| refuse(reason.into_owned()))?;
        let media_type = HeaderValue::try_from(media_type);
        let media_type = media_type.map_err(|_| refuse("no media type".to_owned()))?;
        headers.insert(CONTENT_TYPE, media_type);
        content = payload;
    }
    let method = Method::from_bytes(endpoint.method.as_bytes());
    let mut request = Request::new(content);
    *request.method_mut() = method.map_err(|error| refuse(error.to_string()))?;
    *request.uri_mut() = uri;
    *request.headers_mut() = headers;
    Ok(request)
}

/// Adds parameters to the query; what the template itself says of one of them gives way.
fn with_query(target: &str, query: &[(&str, String)]) -> String {
    let (path, fixed) = target.split_once('?').unwrap_or((target, ""));
    let is_kept = |field: &&str| {
        let name = field.split('=').next().unwrap_or(field);
        !field.is_empty() && query.iter().all(|(given, _)| *given != name)
    };
    let fixed = fixed.split('&').filter(is_kept);
    let fields: Vec<&str> = fixed.chain(query.iter().map(|(_, text)| text.as_str())).collect();
    format!("{path}?{}", fields.join("&"))
}

/// What becomes the one `Cookie` of a request (RFC 6265, section 5.4).
#[derive(Default)]
struct Cookies {
    /// A parameter that is the header itself: several cookies, as given.
    header: Option<HeaderValue>,
    /// Parameters that are a cookie each.
    values: Vec<String>,
}

impl Cookies {
    fn joined(&self) -> Option<Result<HeaderValue, InvalidHeaderValue>> {
        let given = self.header.iter().map(HeaderValue::as_bytes);
        let given = given.map(|text| text.strip_suffix(b";").unwrap_or(text));
        let all = given.chain(self.values.iter().map(String::as_bytes));
        let all: Vec<&[u8]> = all.filter(|text| !text.is_empty()).collect();
        (!all.is_empty()).then(|| HeaderValue::from_bytes(&all.join(&b"; "[..])))
    }
}

fn invalid(parameter: &Parameter, value: &dyn Wire, reason: &str) -> Refusal {
    let mut checker = Checker::default();
    checker.at(parameter.name, |checker| {
        let place = format!("{:?}", parameter.place).to_lowercase();
        checker.reject(format!("in: {place} ({reason})"), &Writer::shown(value));
    });
    match checker.finish() {
        Err(violations) => Refusal::Invalid(violations),
        Ok(()) => Refusal::Invalid(Violations::one(String::new(), reason.to_owned(), "")),
    }
}

/// A segment of a path that would lead elsewhere, and the parameter that makes it so.
struct Elsewhere<'a> {
    parameter: &'a str,
    segment: String,
}

/// Fills a path template.
fn expand<'a>(template: &str, values: &'a [(&str, String)]) -> Result<String, Elsewhere<'a>> {
    let mut target = String::new();
    // Where values end, and whose they are.
    let mut ends: Vec<(usize, &str)> = Vec::new();
    let mut rest = template;
    while let Some(start) = rest.find('{') {
        let (literal, tail) = rest.split_at(start);
        push_literal(&mut target, literal);
        let value = tail.split_once('}').and_then(|(name, after)| {
            let found = values.iter().find(|(other, _)| *other == &name[1..])?;
            Some((found, after))
        });
        if let Some(((name, value), after)) = value {
            target.push_str(value);
            ends.push((target.len(), name));
            rest = after;
        } else {
            target.push_str("%7B");
            rest = &tail[1..];
        }
    }
    push_literal(&mut target, rest);
    if let Some(elsewhere) = elsewhere(&target, &ends) {
        return Err(elsewhere);
    }
    if !target.starts_with('/') {
        target.insert(0, '/');
    }
    Ok(target)
}

/// The first segment that is `.` or `..` because of a value.
fn elsewhere<'a>(target: &str, ends: &[(usize, &'a str)]) -> Option<Elsewhere<'a>> {
    let path = target.split('?').next().unwrap_or_default();
    let mut start = 0;
    for segment in path.split('/') {
        let end = start + segment.len();
        let value = ends.iter().find(|(at, _)| (start + 1..=end).contains(at));
        if let (Some((_, parameter)), "." | "..") = (value, segment) {
            return Some(Elsewhere {
                parameter,
                segment: segment.to_owned(),
            });
        }
        start = end + 1;
    }
    None
}

/// Adds the fixed part of a template; what cannot stand in a URL is encoded.
fn push_literal(target: &mut String, literal: &str) {
    for character in literal.chars() {
        if character.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@/?%".contains(character) {
            target.push(character);
        } else {
            target.push_str(&strict(character.encode_utf8(&mut [0; 4])));
        }
    }
}
