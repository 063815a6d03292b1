//! Bodies: which of several media types is which content.

use super::alike::alike;
use super::media_types::{Family, family, is_other_notation, is_structured};
use super::{Builder, docs};
use crate::diag::{Code, Diagnostic};
use crate::ir::{
    Body, Content, Declared, Docs, Media, Origin, Role, Shape, Shared, Text, TypeId, essence,
    is_within,
};
use crate::pointer::Pointer;
use indexmap::IndexMap;
use openapiv3::{MediaType, ParameterSchemaOrContent, ReferenceOr, Schema};
use serde_json::Value;

impl<'a> Builder<'a> {
    pub(super) fn body(
        &mut self,
        body: &'a openapiv3::RequestBody,
        at: &Pointer,
        origin: &Origin,
    ) -> Option<Body> {
        let origin = shared(at).unwrap_or_else(|| origin.clone());
        let role = Role::RequestBody;
        let at = at.key("content");
        let mut contents = self.contents(&body.content, &at, &origin, &role, true);
        self.charsets(&mut contents, &at);
        let docs = Docs {
            description: body.description.clone(),
            ..Docs::default()
        };
        (!contents.is_empty()).then_some(Body {
            required: body.required,
            docs,
            contents,
        })
    }

    /// All contents, those that mean the same put together, the preferred one first.
    pub(super) fn contents(
        &mut self,
        content: &'a IndexMap<String, MediaType>,
        at: &Pointer,
        origin: &Origin,
        role: &Role,
        request: bool,
    ) -> Vec<Media> {
        let mut written: Vec<(&String, &MediaType, Family)> = content
            .iter()
            .map(|(name, media)| (name, media, self.family_of(name, media, request)))
            .collect();
        let mut forms = written
            .iter()
            .filter(|it| request && it.2 == Family::Multipart);
        // Nothing else can carry files.
        let with_files = forms.find(|(_, media, _)| self.holds_files(media));
        let with_files = with_files.map(|(_, media, _)| media.schema.as_ref());
        let is_for_files = |of| with_files.is_some_and(|form| alike(form, of));
        // A range comes behind what it may cover, and what is mislabelled behind what is not. Of
        // several kinds of JSON that mean the same, the plain one is what servers surely take.
        written.sort_by_key(|(name, media, family)| {
            let is_mislabelled = self::family(name) != *family;
            let is_plain = essence(name) == "application/json";
            let is_second = *family != Family::Multipart && is_for_files(media.schema.as_ref());
            (
                is_second,
                *family,
                name.contains('*'),
                is_mislabelled,
                !is_plain,
            )
        });
        let mut contents: Vec<(Media, Option<&ReferenceOr<Schema>>)> = Vec::new();
        for (name, media, family) in written {
            let schema = media.schema.as_ref();
            // What its schema would be is not known, and not needed for bytes.
            let is_missing = family == Family::Bytes && self.schema_of(media).is_none();
            // Another form of what is JSON as well: a reply is asked for in JSON, and in a request text
            // of the same parts says no more.
            let is_other_form = schema.is_some()
                && if request {
                    self::family(name) == Family::Text
                        && self.schema_of(media).is_some_and(is_compound)
                } else {
                    is_other_notation(name)
                };
            let same = contents.iter_mut().find(|(known, of)| {
                let same_form = match known.content {
                    Content::Json(_) if family == Family::Bytes => is_other_form,
                    Content::Multipart(_) if is_for_files(*of) => {
                        !family.is_stream() && family != Family::Bytes
                    }
                    content => is_form_of(content, family, request),
                };
                // Of texts the caller may choose which.
                let covered = request
                    && is_within(&known.media_type, name)
                    && alike(*of, schema)
                    && !matches!(known.content, Content::Text(_));
                let same_schema = known.content == Content::Bytes || is_missing;
                covered || same_form && (same_schema || alike(*of, schema))
            });
            if let Some((known, of)) = same {
                known.same.push(name.clone());
                match (known.content, family, request) {
                    // As text, it is read as JSON where the reply says that it is.
                    (Content::Json(ty), Family::Text, false)
                        if is_scalar(&self.api.ty(self.api.behind(ty)).shape) =>
                    {
                        known.content = Content::Text(ty);
                    }
                    _ => self.not_used((name, &known.media_type), at, request),
                }
                let is_said = known.content != Content::Bytes && *of == schema;
                let others = self.said(media, !is_said);
                let examples = known.docs.examples.iter().chain(&others.examples);
                let examples: Vec<_> = examples.cloned().collect();
                let both = docs::completed(Docs::clone(&known.docs), others);
                known.docs = Docs { examples, ..both }.into();
                continue;
            }
            let at = at.key(name);
            let is_inline =
                |of: Option<&ReferenceOr<Schema>>| matches!(of, Some(ReferenceOr::Item(_)));
            let content = if contents.iter().any(|(_, of)| is_inline(*of)) {
                let mut origin = origin.clone();
                origin.role.push(role.clone());
                let role = Role::Content(essence(name).into());
                self.held(family, schema, &at, &origin, &role)
            } else {
                self.held(family, schema, &at, origin, role)
            };
            if content == Content::Bytes {
                self.report_lost(name, media, &at);
            }
            let encodings = self.encodings(media, &at, origin, request);
            let mut docs = self.said(media, content == Content::Bytes);
            if let (Some(schema), Some(ty)) = (schema, content.ty()) {
                docs = docs::completed(docs, self.beside(schema.into(), ty));
            }
            let media = Media {
                media_type: name.clone(),
                same: Vec::new(),
                content,
                docs: docs.into(),
                encodings,
            };
            contents.push((media, schema));
        }
        contents.into_iter().map(|(media, _)| media).collect()
    }

    /// Reports a media type in the place of which another is used.
    fn not_used(&mut self, (name, used): (&str, &str), at: &Pointer, request: bool) {
        // The client receives these, and forms as well as JSON; it is the receiver who answers.
        let is_called = at.tokens().any(|it| it == "callbacks" || it == "webhooks");
        if family(name) != family(used) {
            let how = match (is_called, request) {
                (false, true) => "sent",
                (false, false) => "asked for",
                (true, true) if family(name) != Family::Form => "read",
                (true, _) => return,
            };
            let message = format!("`{name}` is not {how}: `{used}` has the same schema");
            let finding = Diagnostic::new(Code::ONE_NOTATION, at.key(name), message);
            self.count(finding.on_key());
        }
    }

    /// Reports that what the schema of bytes says of their parts has no effect.
    fn report_lost(&mut self, name: &str, media: &'a MediaType, at: &Pointer) {
        let is_lost = |schema: &Schema| {
            self::family(name) == Family::Events
                || says_something(schema) && (is_structured(name) || is_compound(schema))
        };
        if self.schema_of(media).is_some_and(is_lost) {
            let message = format!("`{name}` is not taken apart: it is handed over as bytes");
            let finding = Diagnostic::new(Code::MEDIA_TYPE_RAW, at.clone(), message);
            self.report.push(finding.on_key());
        }
    }

    /// What a content says that no type says: examples, and what its schema says that has none.
    fn said(&self, media: &MediaType, has_no_type: bool) -> Docs {
        let examples = docs::examples(self.doc, media.example.as_ref(), &media.examples);
        let own = Docs {
            examples,
            ..Docs::default()
        };
        match &media.schema {
            Some(schema) if has_no_type => {
                docs::completed(own, docs::schema(self.doc, schema.into()))
            }
            _ => own,
        }
    }

    fn held(
        &mut self,
        family: Family,
        schema: Option<&'a ReferenceOr<Schema>>,
        at: &Pointer,
        origin: &Origin,
        role: &Role,
    ) -> Content {
        if family == Family::Bytes {
            return Content::Bytes;
        }
        let at = at.key("schema");
        let ty = match schema {
            Some(schema) => {
                let origin = origin.child(at.clone(), role.clone(), schema.into());
                self.type_of(at, schema.into(), origin)
            }
            None if matches!(family, Family::Text | Family::Events) => self.text(&at, origin),
            None => self.any(at),
        };
        let ty = match &self.api.ty(self.api.behind(ty)).shape {
            // The schema may be that of all lines together.
            Shape::List(list) if family == Family::Lines => list.items,
            _ => ty,
        };
        match family {
            Family::Json | Family::Bytes => Content::Json(ty),
            Family::Form => Content::Form(ty),
            Family::Multipart => Content::Multipart(ty),
            Family::Xml => self.xml(ty),
            Family::Text => Content::Text(ty),
            Family::Events => Content::Events(ty),
            Family::Lines => Content::Lines(ty),
        }
    }

    /// XML of a type; texts in XML are documents of which the schema says nothing.
    fn xml(&self, ty: TypeId) -> Content {
        let behind = self.api.behind(ty);
        match self.api.ty(behind).shape {
            // It is missing, which is not the same as any.
            Shape::Any if self.missing.types.contains_key(&behind) => Content::Xml(ty),
            Shape::Any | Shape::Never | Shape::Text(_) | Shape::Tuple(_) => Content::Bytes,
            _ => Content::Xml(ty),
        }
    }

    /// A string about which nothing else is known.
    pub(super) fn text(&mut self, at: &Pointer, origin: &Origin) -> TypeId {
        let key = vec![(at.clone(), true)];
        if let Some(&id) = self.ids.get(&key) {
            return id;
        }
        let mut origin = origin.clone();
        origin.at = at.clone();
        origin.role.push(Role::RequestBody);
        let id = self.allocate(key, origin, Shared::default());
        self.api.types[id.0 as usize].shape = Shape::Text(Text::default());
        id
    }

    pub(super) fn schema_of(&mut self, media: &'a MediaType) -> Option<&'a Schema> {
        self.schema_behind(media.schema.as_ref()?.into())
    }

    /// What kind of content it is, by its name and by what its schema allows.
    fn family_of(&mut self, name: &str, media: &'a MediaType, request: bool) -> Family {
        let family = family(name);
        let schema = self.schema_of(media);
        let keywords = schema.map(super::keywords::Keywords::of);
        let ty = keywords.as_ref().and_then(|keywords| keywords.ty);
        let binary = keywords.as_ref().and_then(|keywords| keywords.format) == Some("binary");
        let is_text = ty == Some("string");
        let is_missing = media.schema.is_some() && schema.is_none();
        match family {
            // The caller says what it is: no schema says so, unless the value has parts.
            Family::Json | Family::Text
                if request
                    && name.contains('*')
                    && !essence(name).ends_with("+json")
                    && !is_missing
                    && !schema.is_some_and(is_compound) =>
            {
                Family::Bytes
            }
            // Anything: what the schema says.
            Family::Json if name.contains('*') && ty == Some("string") => {
                if binary {
                    Family::Bytes
                } else {
                    Family::Text
                }
            }
            Family::Text if binary => Family::Bytes,
            // Text has no properties: what is called plain is JSON all the same, and other kinds have
            // forms of their own.
            Family::Text if schema.is_some_and(is_compound) => {
                if essence(name) == "text/plain" || name.contains('*') {
                    Family::Json
                } else {
                    Family::Bytes
                }
            }
            Family::Xml if media.schema.is_none() || binary || ty == Some("string") => {
                Family::Bytes
            }
            Family::Multipart if !request => Family::Bytes,
            Family::Form if !request && !is_missing && !schema.is_some_and(is_compound) => {
                Family::Bytes
            }
            Family::Events if request => Family::Bytes,
            Family::Lines if request && (media.schema.is_none() || is_text) => Family::Bytes,
            family => family,
        }
    }
}

/// Whether a body of this kind, if its schema is the same, is no other than this content.
fn is_form_of(content: Content, family: Family, request: bool) -> bool {
    match content {
        // Nobody knows which of the two comes.
        Content::Json(_) if family == Family::Form && !request => false,
        Content::Json(_) => !family.is_stream(),
        Content::Form(_) => family == Family::Form,
        Content::Multipart(_) => family == Family::Multipart,
        Content::Xml(_) => family == Family::Xml,
        Content::Text(_) => family == Family::Text,
        Content::Events(_) => family == Family::Events,
        Content::Lines(_) => family == Family::Lines,
        // Requests have to say what the bytes are.
        Content::Bytes => family == Family::Bytes && !request,
    }
}

/// What the inline schemas of a component are named after: several operations may have them, and no
/// new one may rename them.
pub(super) fn shared(place: &Pointer) -> Option<Origin> {
    let tokens: Vec<_> = place.tokens().collect();
    let [first, section, name] = tokens.as_slice() else {
        return None;
    };
    (first == "components").then(|| Origin {
        at: place.clone(),
        declared: Declared::Component(section.as_ref().into(), name.as_ref().into()),
        role: Vec::new(),
        rust_name: None,
    })
}

/// What a parameter or a header says of its value: the schema, and the content where it has one.
pub(super) fn declared(
    format: &ParameterSchemaOrContent,
) -> (Option<&ReferenceOr<Schema>>, Option<(&String, &MediaType)>) {
    match format {
        ParameterSchemaOrContent::Schema(schema) => (Some(schema), None),
        ParameterSchemaOrContent::Content(content) => {
            let media = content.first();
            let schema = media.and_then(|(_, media)| media.schema.as_ref());
            (schema, media)
        }
    }
}

/// A flag that the document model cannot hold.
pub(super) fn carried(extensions: &IndexMap<String, Value>, name: &str) -> Option<bool> {
    extensions.get(name)?.as_bool()
}

/// Whether values have parts: text cannot hold them.
fn is_compound(schema: &Schema) -> bool {
    let keywords = super::keywords::Keywords::of(schema);
    matches!(keywords.ty, Some("object" | "array"))
        || keywords.is_object_like()
        || keywords.items.is_some()
        || keywords.has_unions()
        || !keywords.all_of.is_empty()
}

/// Whether a schema says anything about the parts of a value, which are lost when it is bytes.
fn says_something(schema: &Schema) -> bool {
    let keywords = super::keywords::Keywords::of(schema);
    is_compound(schema) || !keywords.enumeration.is_empty()
}

/// Whether values are written as plain text.
pub(super) const fn is_scalar(shape: &Shape) -> bool {
    matches!(
        shape,
        Shape::Text(_) | Shape::Enum(_) | Shape::Integer(_) | Shape::Number(_) | Shape::Bool
    )
}
