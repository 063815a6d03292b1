//! From a description in 3.0 form to the document model.
//!
//! The model is made object by object: what stands in an object is taken out of it, made by itself
//! and put back. Serde alone would copy it at each level, since most objects may be references.

use crate::threads::{grouped, on_all_cores};
use indexmap::IndexMap;
use openapiv3::{
    AdditionalProperties, Callback, Components, Encoding, Header, MediaType, OpenAPI, Operation,
    Parameter, ParameterData, ParameterSchemaOrContent, PathItem, ReferenceOr, RequestBody,
    Response, Responses, Schema, SchemaKind, Type,
};
use serde_json::{Map, Result, Value, from_value};
use std::mem;

/// A description in the document model.
#[derive(Clone, Debug)]
pub struct Document {
    /// The description.
    pub api: OpenAPI,
    /// How many schemas it has.
    pub schemas: usize,
}

/// Takes a description in: some of its paths, and some of its schemas, at a time on all cores.
///
/// # Errors
///
/// When the model cannot hold the description, which [`lower`](crate::lower) should have mended.
pub fn document(mut value: Value) -> Result<Document> {
    let paths = value.get_mut("paths").and_then(Value::as_object_mut);
    let paths = paths.map(taken_paths).unwrap_or_default();
    let schemas = value
        .get_mut("components")
        .and_then(|components| taken_object(components, "schemas"));
    let mut tasks: Vec<Task> = grouped(paths).into_iter().map(Task::Paths).collect();
    tasks.push(Task::Beside(value));
    let schemas = grouped(schemas.into_iter().flatten()).into_iter();
    tasks.extend(schemas.map(Task::Schemas));
    let read = on_all_cores(tasks, |task| {
        let mut reader = Reader::default();
        let done = reader.task(task)?;
        Ok((done, reader.schemas))
    });
    let mut document = Document {
        api: OpenAPI::default(),
        schemas: 0,
    };
    let (mut paths, mut schemas) = (Vec::new(), Vec::new());
    for done in read {
        let (done, inside): (Done, _) = done?;
        document.schemas += inside;
        match done {
            Done::Paths(some) => paths.extend(some),
            Done::Beside(api) => document.api = *api,
            Done::Schemas(some) => schemas.extend(some),
        }
    }
    document.api.paths.paths.extend(paths);
    if let Some(components) = &mut document.api.components {
        components.schemas.extend(schemas);
    }
    Ok(document)
}

/// A part of a description.
enum Task {
    Paths(Vec<(String, Value)>),
    Beside(Value),
    Schemas(Vec<(String, Value)>),
}

/// The same in the document model.
enum Done {
    Paths(Vec<(String, ReferenceOr<PathItem>)>),
    Beside(Box<OpenAPI>),
    Schemas(Vec<(String, ReferenceOr<Schema>)>),
}

#[derive(Default)]
struct Reader {
    schemas: usize,
}

impl Reader {
    fn task(&mut self, task: Task) -> Result<Done> {
        Ok(match task {
            Task::Paths(some) => {
                let read = |(path, item)| Ok((path, self.item(item, Self::path_item)?));
                Done::Paths(some.into_iter().map(read).collect::<Result<_>>()?)
            }
            Task::Beside(value) => Done::Beside(Box::new(self.api(value)?)),
            Task::Schemas(some) => {
                let read = |(name, schema)| Ok((name, self.schema(schema)?));
                Done::Schemas(some.into_iter().map(read).collect::<Result<_>>()?)
            }
        })
    }

    fn api(&mut self, mut value: Value) -> Result<OpenAPI> {
        let components = taken_object(&mut value, "components");
        let mut api: OpenAPI = from_value(value)?;
        api.components = components.map(|all| self.components(all)).transpose()?;
        Ok(api)
    }

    fn components(&mut self, all: Map<String, Value>) -> Result<Components> {
        let mut value = Value::Object(all);
        let responses = taken_object(&mut value, "responses");
        let parameters = taken_object(&mut value, "parameters");
        let bodies = taken_object(&mut value, "requestBodies");
        let headers = taken_object(&mut value, "headers");
        let callbacks = taken_object(&mut value, "callbacks");
        let mut components: Components = from_value(value)?;
        self.fill_items(&mut components.responses, responses, Self::response)?;
        self.fill_items(&mut components.parameters, parameters, Self::parameter)?;
        self.fill_items(&mut components.request_bodies, bodies, Self::body)?;
        self.fill_items(&mut components.headers, headers, Self::header)?;
        self.fill_items(&mut components.callbacks, callbacks, Self::callback)?;
        Ok(components)
    }

    fn callback(&mut self, value: Value) -> Result<Callback> {
        let Value::Object(all) = value else {
            return from_value(value);
        };
        let mut callback = Callback::new();
        self.fill(&mut callback, Some(all), Self::path_item)?;
        Ok(callback)
    }

    fn path_item(&mut self, mut value: Value) -> Result<PathItem> {
        let parameters = taken_array(&mut value, "parameters");
        let mut methods = METHODS.map(|method| value.get_mut(method).map(Value::take));
        let mut item: PathItem = from_value(value)?;
        let all = [
            &mut item.get,
            &mut item.put,
            &mut item.post,
            &mut item.delete,
            &mut item.options,
            &mut item.head,
            &mut item.patch,
            &mut item.trace,
        ];
        for (slot, method) in all.into_iter().zip(&mut methods) {
            if let Some(operation) = method.take().filter(|value| !value.is_null()) {
                *slot = Some(self.operation(operation)?);
            }
        }
        self.extend(&mut item.parameters, parameters)?;
        Ok(item)
    }

    fn operation(&mut self, mut value: Value) -> Result<Operation> {
        let parameters = taken_array(&mut value, "parameters");
        let body = value.get_mut("requestBody").map(Value::take);
        let responses = taken_object(&mut value, "responses");
        let callbacks = taken_object(&mut value, "callbacks");
        let mut operation: Operation = from_value(value)?;
        self.extend(&mut operation.parameters, parameters)?;
        if let Some(body) = body.filter(|value| !value.is_null()) {
            operation.request_body = Some(self.item(body, Self::body)?);
        }
        if let Some(responses) = responses {
            operation.responses = self.responses(responses)?;
        }
        self.fill(&mut operation.callbacks, callbacks, Self::callback)?;
        Ok(operation)
    }

    fn responses(&mut self, mut all: Map<String, Value>) -> Result<Responses> {
        let mut items = Vec::new();
        all.retain(|status, response| {
            let is_extension = status.starts_with("x-");
            if !is_extension {
                items.push((status.clone(), response.take()));
            }
            is_extension
        });
        let mut responses: Responses = from_value(Value::Object(all))?;
        for (status, response) in items {
            let response = self.item(response, Self::response)?;
            if status == "default" {
                responses.default = Some(response);
            } else {
                let status = from_value(Value::String(status))?;
                responses.responses.insert(status, response);
            }
        }
        Ok(responses)
    }

    fn response(&mut self, mut value: Value) -> Result<Response> {
        let headers = taken_object(&mut value, "headers");
        let content = taken_object(&mut value, "content");
        let mut response: Response = from_value(value)?;
        self.fill_items(&mut response.headers, headers, Self::header)?;
        self.fill(&mut response.content, content, Self::media_type)?;
        Ok(response)
    }

    fn body(&mut self, mut value: Value) -> Result<RequestBody> {
        let content = taken_object(&mut value, "content");
        let mut body: RequestBody = from_value(value)?;
        self.fill(&mut body.content, content, Self::media_type)?;
        Ok(body)
    }

    fn media_type(&mut self, mut value: Value) -> Result<MediaType> {
        let schema = taken(&mut value, "schema", Value::is_object);
        let encoding = taken_object(&mut value, "encoding");
        let mut media: MediaType = from_value(value)?;
        if let Some(schema) = schema {
            media.schema = Some(self.schema(schema)?);
        }
        self.fill(&mut media.encoding, encoding, Self::encoding)?;
        Ok(media)
    }

    fn encoding(&mut self, mut value: Value) -> Result<Encoding> {
        let headers = taken_object(&mut value, "headers");
        let mut encoding: Encoding = from_value(value)?;
        self.fill_items(&mut encoding.headers, headers, Self::header)?;
        Ok(encoding)
    }

    fn parameter(&mut self, mut value: Value) -> Result<Parameter> {
        let format = self.format(&mut value)?;
        let mut parameter: Parameter = from_value(value)?;
        let data: &mut ParameterData = match &mut parameter {
            Parameter::Query { parameter_data, .. }
            | Parameter::Header { parameter_data, .. }
            | Parameter::Path { parameter_data, .. }
            | Parameter::Cookie { parameter_data, .. } => parameter_data,
        };
        if let Some(format) = format {
            data.format = format;
        }
        Ok(parameter)
    }

    fn header(&mut self, mut value: Value) -> Result<Header> {
        let format = self.format(&mut value)?;
        let mut header: Header = from_value(value)?;
        if let Some(format) = format {
            header.format = format;
        }
        Ok(header)
    }

    /// Takes out what the value of a parameter or header is.
    fn format(&mut self, value: &mut Value) -> Result<Option<ParameterSchemaOrContent>> {
        let schema = taken(value, "schema", Value::is_object);
        let content = taken_object(value, "content");
        Ok(match (schema, content) {
            (Some(schema), _) => Some(ParameterSchemaOrContent::Schema(self.schema(schema)?)),
            (None, Some(content)) => {
                let mut all = IndexMap::new();
                self.fill(&mut all, Some(content), Self::media_type)?;
                Some(ParameterSchemaOrContent::Content(all))
            }
            (None, None) => None,
        })
    }

    fn schema(&mut self, value: Value) -> Result<ReferenceOr<Schema>> {
        self.item(value, Self::schema_object)
    }

    fn boxed_schema(&mut self, value: Value) -> Result<ReferenceOr<Box<Schema>>> {
        Ok(match self.schema(value)? {
            ReferenceOr::Item(schema) => ReferenceOr::boxed_item(schema),
            ReferenceOr::Reference { reference } => ReferenceOr::Reference { reference },
        })
    }

    fn schema_object(&mut self, mut value: Value) -> Result<Schema> {
        self.schemas += 1;
        let properties = taken_object(&mut value, "properties");
        let additional = taken(&mut value, "additionalProperties", Value::is_object);
        let items = taken(&mut value, "items", Value::is_object);
        let not = taken(&mut value, "not", Value::is_object);
        let mut list = |key| -> Result<Vec<ReferenceOr<Schema>>> {
            let members = taken_array(&mut value, key).into_iter().flatten();
            members.map(|member| self.schema(member)).collect()
        };
        let (all_of, any_of, one_of) = (list("allOf")?, list("anyOf")?, list("oneOf")?);
        // What is left says which kind of schema it is.
        let mut schema: Schema = from_value(value)?;
        let additional = match additional {
            Some(node) => Some(AdditionalProperties::Schema(Box::new(self.schema(node)?))),
            None => None,
        };
        let items = items.map(|node| self.boxed_schema(node)).transpose()?;
        let not = not.map(|node| self.schema(node)).transpose()?;
        match &mut schema.schema_kind {
            SchemaKind::Type(Type::Object(object)) => {
                self.fill(&mut object.properties, properties, Self::boxed_schema)?;
                object.additional_properties = additional.or(object.additional_properties.take());
            }
            SchemaKind::Type(Type::Array(array)) => array.items = items.or(array.items.take()),
            SchemaKind::Type(_) => {}
            SchemaKind::OneOf { one_of: members } => *members = one_of,
            SchemaKind::AllOf { all_of: members } => *members = all_of,
            SchemaKind::AnyOf { any_of: members } => *members = any_of,
            SchemaKind::Not { not: slot } => {
                if let Some(not) = not {
                    **slot = not;
                }
            }
            SchemaKind::Any(any) => {
                self.fill(&mut any.properties, properties, Self::boxed_schema)?;
                any.additional_properties = additional.or(any.additional_properties.take());
                any.items = items.or(any.items.take());
                any.not = not.map(Box::new).or(any.not.take());
                (any.one_of, any.all_of, any.any_of) = (one_of, all_of, any_of);
            }
        }
        Ok(schema)
    }

    /// Fills a map of what may be references.
    fn fill_items<T>(
        &mut self,
        slot: &mut IndexMap<String, ReferenceOr<T>>,
        all: Option<Map<String, Value>>,
        read: impl Fn(&mut Self, Value) -> Result<T>,
    ) -> Result<()> {
        self.fill(slot, all, |reader, value| reader.item(value, &read))
    }

    fn extend(
        &mut self,
        slot: &mut Vec<ReferenceOr<Parameter>>,
        parameters: Option<Vec<Value>>,
    ) -> Result<()> {
        for parameter in parameters.into_iter().flatten() {
            slot.push(self.item(parameter, Self::parameter)?);
        }
        Ok(())
    }

    fn fill<T>(
        &mut self,
        slot: &mut IndexMap<String, T>,
        all: Option<Map<String, Value>>,
        read: impl Fn(&mut Self, Value) -> Result<T>,
    ) -> Result<()> {
        for (key, value) in all.into_iter().flatten() {
            slot.insert(key, read(self, value)?);
        }
        Ok(())
    }

    /// A reference, or else the object itself.
    fn item<T>(
        &mut self,
        mut value: Value,
        read: impl Fn(&mut Self, Value) -> Result<T>,
    ) -> Result<ReferenceOr<T>> {
        match member(&mut value, "$ref") {
            Some(Value::String(reference)) => Ok(ReferenceOr::Reference {
                reference: mem::take(reference),
            }),
            _ => read(self, value).map(ReferenceOr::Item),
        }
    }
}

/// The operations of a path, in the order of their fields.
const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// What stands under a key. Of the few that most objects have, a look at each costs less than to
/// compute the hash of one.
fn member<'v>(value: &'v mut Value, key: &str) -> Option<&'v mut Value> {
    let map = value.as_object_mut()?;
    if map.len() > FEW {
        return map.get_mut(key);
    }
    let found = map.iter_mut().find(|(name, _)| *name == key);
    found.map(|(_, value)| value)
}

/// How many members are looked at one by one.
const FEW: usize = 16;

/// The path items; what stands beside them stays there.
fn taken_paths(all: &mut Map<String, Value>) -> Vec<(String, Value)> {
    let mut items = Vec::new();
    all.retain(|path, item| {
        let is_path = path.starts_with('/');
        if is_path {
            items.push((path.clone(), item.take()));
        }
        !is_path
    });
    items
}

/// The object under a key; an empty one stays there.
fn taken_object(value: &mut Value, key: &str) -> Option<Map<String, Value>> {
    match member(value, key)? {
        Value::Object(map) => Some(mem::take(map)),
        _ => None,
    }
}

/// The elements under a key; an empty list stays there.
fn taken_array(value: &mut Value, key: &str) -> Option<Vec<Value>> {
    match member(value, key)? {
        Value::Array(items) => Some(mem::take(items)),
        _ => None,
    }
}

/// What stands under a key, if it is as it should be; a reference to nothing stays there.
fn taken(value: &mut Value, key: &str, is_right: impl Fn(&Value) -> bool) -> Option<Value> {
    let slot = member(value, key).filter(|slot| is_right(slot))?;
    let nothing = Map::from_iter([("$ref".to_owned(), Value::String(String::new()))]);
    Some(mem::replace(slot, Value::Object(nothing)))
}
