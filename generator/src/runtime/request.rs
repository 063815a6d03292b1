//! Makes requests from operations; plain functions, so that operations stay small.

use super::base_url::BaseUrl;
use super::body::Body;
use super::endpoint::Endpoint;
use super::error::RequestError;
use super::parameters::{In, Parameter};
use super::payload::Payload;
use super::style::{encode, strict};
use super::violations::{Checker, Violations};
use super::wire::Wire;
use super::writer::Writer;
use http::header::{ACCEPT, CONTENT_TYPE, COOKIE, HeaderName};
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
    let mut query: Vec<String> = Vec::new();
    let mut cookies: Vec<String> = Vec::new();
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
            In::Query => query.push(text),
            In::Cookie => cookies.push(text),
            In::Header => {
                let name = HeaderName::from_bytes(parameter.name.as_bytes());
                let name = name.map_err(|_| refuse(format!("no header: {}", parameter.name)))?;
                let text = HeaderValue::from_bytes(text.as_bytes());
                let text = text.map_err(|_| {
                    invalid(parameter, *value, "a header must not have line breaks")
                })?;
                headers.insert(name, text);
            }
        }
    }
    if !cookies.is_empty() {
        let text = HeaderValue::from_str(&cookies.join("; "));
        headers.insert(COOKIE, text.map_err(|error| refuse(error.to_string()))?);
    }
    let mut target = expand(endpoint.path, &path).map_err(|segment| {
        let reason = "a path parameter must not lead elsewhere";
        Refusal::Invalid(Violations::one(
            String::new(),
            format!("in: path ({reason})"),
            &segment,
        ))
    })?;
    if !query.is_empty() {
        target.push(if target.contains('?') { '&' } else { '?' });
        target.push_str(&query.join("&"));
    }
    let uri = base
        .join(&target)
        .ok_or_else(|| refuse("the URL is not valid".to_owned()))?;
    let mut content = Payload::default();
    if let Some(body) = body {
        let (media_type, payload) = body.encode().map_err(|reason| refuse(reason.into_owned()))?;
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

/// Fills a path template; the error is a segment that would lead elsewhere.
fn expand(template: &str, values: &[(&str, String)]) -> Result<String, String> {
    let mut target = String::new();
    let mut rest = template;
    while let Some(start) = rest.find('{') {
        let (literal, tail) = rest.split_at(start);
        push_literal(&mut target, literal);
        let value = tail.split_once('}').and_then(|(name, after)| {
            let (_, value) = values.iter().find(|(other, _)| *other == &name[1..])?;
            Some((value, after))
        });
        if let Some((value, after)) = value {
            target.push_str(value);
            rest = after;
        } else {
            target.push_str("%7B");
            rest = &tail[1..];
        }
    }
    push_literal(&mut target, rest);
    if !target.starts_with('/') {
        target.insert(0, '/');
    }
    let path = target.split('?').next().unwrap_or_default();
    match path
        .split('/')
        .find(|segment| matches!(*segment, "." | ".."))
    {
        Some(segment) => Err(segment.to_owned()),
        None => Ok(target),
    }
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
