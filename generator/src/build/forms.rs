//! Forms that come in: which of them are read, once all types are known.

use super::media_types::{Family, family};
use crate::diag::{Code, Diagnostic, Report};
use crate::ir::{Api, Content, Encoding, Location, Media, Operation};
use crate::pointer::Pointer;

/// Leaves as bytes what of callbacks and replies is not taken apart, with a report.
pub(super) fn settle(api: &mut Api, report: &mut Report) {
    let mut operations = std::mem::take(&mut api.operations);
    for operation in &mut operations {
        settle_replies(operation, |media| is_readable(api, media, &[]), report);
    }
    api.operations = operations;
    let mut callbacks = std::mem::take(&mut api.callbacks);
    for callback in &mut callbacks {
        // The receiver writes the answer.
        settle_replies(&mut callback.operation, |_| false, report);
        settle_body(api, &mut callback.operation, report);
        report_unread(api, &callback.operation, report);
    }
    api.callbacks = callbacks;
}

fn settle_replies(
    operation: &mut Operation,
    is_readable: impl Fn(&Media) -> bool,
    report: &mut Report,
) {
    let at = operation.at.key("responses");
    for reply in &mut operation.replies {
        let at = at.keys([&*reply.status.to_string(), "content"]);
        for media in &mut reply.contents {
            if matches!(media.content, Content::Form(_)) && !is_readable(media) {
                media.content = Content::Bytes;
                let what = "is not taken apart: it is handed over as bytes";
                raw(&at.key(&media.media_type), &media.media_type, what, report);
            }
        }
    }
}

/// Reports the parameters of a callback that have no type.
fn report_unread(api: &Api, callback: &Operation, report: &mut Report) {
    let parameters = callback.parameters.iter();
    let others = parameters.filter(|it| it.location != Location::Header);
    for parameter in others.filter(|it| api.parameter_form(it).is_none()) {
        let message = format!("the parameter `{}` is not taken apart", parameter.wire);
        let at = parameter.at.clone();
        report.push(Diagnostic::new(Code::PARAMETER_RAW, at, message));
    }
}

/// The same for the body of a callback, of whose contents one is taken apart.
fn settle_body(api: &Api, callback: &mut Operation, report: &mut Report) {
    let Some(body) = &mut callback.body else {
        return;
    };
    let at = callback.at.keys(["requestBody", "content"]);
    for media in &mut body.contents {
        if matches!(media.content, Content::Form(_)) && !is_readable(api, media, &media.encodings) {
            media.content = Content::Bytes;
            media.encodings.clear();
        }
    }
    let taken_apart = body.taken_apart().map(|media| media.media_type.clone());
    for media in &mut body.contents {
        let is_form = family(&media.media_type) == Family::Form;
        let is_raw = is_form && media.content == Content::Bytes;
        let what = "is not taken apart in callbacks";
        match &taken_apart {
            Some(read) if *read != media.media_type => {
                if !matches!(media.content, Content::Multipart(_)) {
                    media.content = Content::Bytes;
                    media.encodings.clear();
                }
                let what = format!("{what}: the body is read as `{read}`");
                raw(&at.key(&media.media_type), &media.media_type, &what, report);
            }
            Some(_) if !is_raw => {}
            _ => raw(&at.key(&media.media_type), &media.media_type, what, report),
        }
    }
}

/// Whether the fields of a form say what they are. Encodings are for requests alone.
fn is_readable(api: &Api, media: &Media, encodings: &[Encoding]) -> bool {
    let form = media.content.ty();
    form.is_some_and(|form| api.form_fields(form, encodings).is_some())
}

fn raw(at: &Pointer, media_type: &str, what: &str, report: &mut Report) {
    let message = format!("`{media_type}` {what}");
    let finding = Diagnostic::new(Code::MEDIA_TYPE_RAW, at.clone(), message);
    report.push(finding.on_key());
}
