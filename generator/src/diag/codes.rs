//! The table of diagnostic codes: one row feeds rendering, `cargo xtask explain` and the docs.

use super::Severity;
use std::fmt;

/// A diagnostic code such as `W0302`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(&'static Row);

/// One row of the table.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Row {
    code: &'static str,
    severity: Severity,
    title: &'static str,
    explanation: &'static str,
}

impl Code {
    /// The text, such as `W0302`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0.code
    }

    /// How much findings with this code matter.
    #[must_use]
    pub const fn severity(self) -> Severity {
        self.0.severity
    }

    /// What it is about, in a few words.
    #[must_use]
    pub const fn title(self) -> &'static str {
        self.0.title
    }

    /// What it means, why it matters and what to do.
    #[must_use]
    pub const fn explanation(self) -> &'static str {
        self.0.explanation
    }

    /// Whether it is about a reference that leads nowhere.
    #[must_use]
    pub fn is_broken_reference(self) -> bool {
        [
            Self::DANGLING_REF,
            Self::REF_CYCLE,
            Self::EXTERNAL_REF,
            Self::REF_FILE,
        ]
        .contains(&self)
    }

    /// Finds a code by its text, in either case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        CODES
            .iter()
            .copied()
            .find(|code| code.as_str().eq_ignore_ascii_case(text))
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.code)
    }
}

macro_rules! codes {
    ($($name:ident $code:literal $severity:ident $title:literal $explanation:literal)*) => {
        impl Code {
            $(
                #[doc = concat!("`", $code, "`: ", $title)]
                pub const $name: Self = Self(&Row {
                    code: $code,
                    severity: Severity::$severity,
                    title: $title,
                    explanation: $explanation,
                });
            )*
        }

        /// All codes, in order.
        pub const CODES: &[Code] = &[$(Code::$name),*];
    };
}

// 00xx the generator itself, 01xx text, 02xx overlay, 03xx references, 04xx keywords and shapes, 05xx schemas,
// 06xx operations, 07xx security and servers, 08xx names, 09xx settings, 10xx what only `lint` looks for.
codes! {
    INTERNAL "E0001" Error "a mistake of Specwright itself"
        "The description may be fine: the generator could not carry it through its own stages. Please report it with the description, reduced to the part that matters."

    SYNTAX "E0101" Error "the text is neither YAML nor JSON"
        "The text could not be read at all. The place is where the reader gave up, which may be a little after the mistake: look at indentation and quotes just before it."
    EMPTY_TEXT "E0102" Error "the text is empty"
        "There is nothing to read: the file is empty or holds only comments. Check that the right file is named in `codegen.toml`."
    SEVERAL_DOCUMENTS "E0103" Error "the text holds several YAML documents"
        "A description is one YAML document. A line `---` in the middle starts a second one: split the file, or remove the line."
    TOO_DEEP "E0104" Error "the text is nested too deeply"
        "Lists and mappings inside each other are followed to a depth that no sensible description needs. Move inner schemas to `components.schemas` and refer to them by `$ref`."
    TOO_LARGE "E0105" Error "YAML aliases make the text too large"
        "Aliases (`*name`) copy what their anchor marks. In this text they make it many times larger than it looks, which is a way to exhaust memory. Use `$ref` to share parts."
    DUPLICATE_KEY "W0106" Warning "a key stands twice in one mapping"
        "Each key may stand once in a mapping; of several, the last is taken. Often two path items or two properties were meant: rename one, or merge them."
    KEY_NOT_TEXT "E0107" Error "a key is a list or a mapping"
        "Keys have to be plain text. In YAML a key that begins with `{`, `[` or `?` is something else: put quotes around it."
    NUMBER_OUT_OF_RANGE "N0108" Note "a number does not fit into 64 bits"
        "The number is kept as a floating-point number and loses its last digits. Nothing is wrong with the description when it stands for a bound that is never reached."
    NOT_A_NUMBER "W0109" Warning "infinity and not-a-number have no JSON form"
        "YAML knows `.inf` and `.nan`, JSON does not. `null` is taken instead."
    YAML_TAG "N0110" Note "a YAML tag is ignored"
        "Tags such as `!include` or `!Ref` mean something to other tools. The value behind the tag is taken as it stands."
    UNQUOTED_TEXT "N0111" Note "a text without quotation marks looks like a number"
        "YAML takes `1.10` for the number 1.1, `True` for a boolean and `0x1F` for 31. Under `type: string`, or as the description's version, it is the text that is meant, as it is written. Put it in quotation marks."
    UNREADABLE "E0112" Error "a file cannot be read"
        "The description or the overlay that was named is no file, or none that holds text in UTF-8. Nothing was done."

    OVERLAY_SHAPE "E0201" Error "the overlay is not a valid overlay document"
        "An overlay has `overlay: 1.0.0`, `info` with `title` and `version`, and a list of `actions` with a `target` each. Nothing of the part named here was applied."
    OVERLAY_VERSION "W0202" Warning "unknown version of the Overlay specification"
        "Versions 1.0.x are known. The overlay was read as if it said `overlay: 1.0.0`."
    OVERLAY_KEY "W0203" Warning "unknown key in the overlay"
        "The key is not part of the Overlay specification and does nothing. Extensions begin with `x-`."
    OVERLAY_PATH "E0204" Error "the target of an action is not a JSONPath"
        "Targets are written as RFC 9535 says: `$` is the whole description, members follow as `.name` or `['name']`, and names with other signs than letters, digits and `_` need the brackets."
    OVERLAY_NO_MATCH "W0205" Warning "the target of an action matches nothing"
        "The action did nothing. Either the description has changed since the overlay was written and the action is no longer needed, or its path has to follow."
    OVERLAY_TARGET_KIND "W0206" Warning "an action cannot be applied to what it targets"
        "`update` adds to objects and lists. To change a plain value, target the object around it and name the member in `update`. The whole description cannot be removed."
    OVERLAY_NO_ACTION "W0207" Warning "an action neither updates nor removes"
        "An action needs `update` or `remove: true`; without either it does nothing."
    OVERLAY_TOO_LARGE "E0208" Error "the overlay makes the description too large"
        "Each matching place receives a copy of `update`. Together these copies would exhaust memory; narrow the target."

    DANGLING_REF "W0302" Warning "`$ref` points at nothing"
        "The reference names a place that does not exist in its file, or one that holds something else than what is wanted. What needs the reference is left out, and reported by itself (W0514, W0607, W0608). Mend the spelling, or add what it names (an overlay can do either)."
    REF_SIBLINGS "N0303" Note "keywords beside `$ref` do not count"
        "In OpenAPI 3.0 a reference stands alone: constraints written beside it are ignored by every tool that follows the specification, and here too. Annotations such as `description`, `nullable` or `readOnly` are kept. Use `allOf: [{$ref: …}]` to add constraints."
    REF_TOO_LARGE "E0304" Error "copies of referenced path items are too large"
        "References to whole path items are replaced by copies. There are so many of them that memory would be exhausted."
    REF_ANCHOR "W0305" Warning "a keyword that changes what references mean"
        "In the file of the description, a `$ref` to the `$anchor` of a schema is followed, and so is one that names an absolute `$id` in full. That `$id` is the base of relative references and pointers is not supported: they stay relative to the file. `$dynamicRef` and `$dynamicAnchor` are not supported either: the schema accepts any value there. Use `$ref: '#/components/schemas/…'`."
    REF_CYCLE "W0306" Warning "`$ref` leads back to itself"
        "Following the references from here never reaches a schema, so nothing can be made of it. What needs it is left out. Point one of them at a schema object."
    EXTERNAL_REF "W0307" Warning "`$ref` leaves the folder of the description"
        "References may name other files in the folder of the description and in the folders below it, by relative paths with `/`. Nothing is fetched from the network, and nothing outside the folder is read unless `--allow-refs-outside DIR` allows it. What needs the reference is left out. Save a copy of the file beside the description and refer to the copy; an overlay can change the `$ref`."
    REF_FILE "W0308" Warning "`$ref` names a file that cannot be read"
        "The file is missing, is no text, or is too large. What needs the reference is left out. The message says which path was tried; paths are relative to the file that the reference stands in."
    TOO_MANY_FILES "E0309" Error "the description is spread over too many files"
        "References to other files are followed up to a number of files, and of bytes in all, that no sensible description needs."
    COMPONENT_CLASH "W0310" Warning "components of several files have the same name"
        "The description takes over parts of other files under their own names. Here two files give the same name to different things, so each gets the name of its file in front. Rename one of them to choose a better name."
    REF_IN_PLACE "W0311" Warning "`$ref` stands where the specification has none"
        "Only certain objects can be referred to, such as schemas, parameters and path items. Other tools may not follow this reference. It was replaced by what the other file has there."
    BROKEN_IN_PLACE "E0312" Error "`$ref` leads nowhere where the specification has none"
        "Something is missing here that no reference may stand for, such as the properties of a schema. What it would have said is unknown, and so is what depends on it: nothing is generated. Mend the reference, or write out what it stands for."

    NOT_OPENAPI "E0401" Error "this is not an OpenAPI 3 description"
        "OpenAPI 3.0 and 3.1 descriptions are read. Swagger 2.0 has to be converted first (for example with `swagger2openapi`)."
    OPENAPI_VERSION "W0402" Warning "unknown version of OpenAPI"
        "Versions 3.0.x and 3.1.x are known. The description was read by the rules of the version named in the message; what later versions added is reported as unknown."
    UNKNOWN_KEYWORD "W0403" Warning "unknown keyword"
        "The keyword does not belong here and has no effect. It may be misspelt, stand in the wrong place, or come from another version of OpenAPI. Extensions begin with `x-`."
    WRONG_TYPE "W0404" Warning "a value has the wrong JSON type"
        "The specification wants something else here, or the extension does. Where the meaning is plain the value was converted (`version: 1.0` to text, a single value to a list), otherwise it was left out: the message says which."
    MISSING "W0405" Warning "something required is missing"
        "The specification requires the member. A neutral value was taken for it."
    NULL_VALUE "N0406" Note "a keyword has no value"
        "The key is there but nothing (`null`) behind it. It counts as absent."
    WRONG_VALUE "W0407" Warning "a value is not one of those allowed"
        "The specification lists the values that may stand here. The message says what was taken instead."
    OTHER_VERSION "W0408" Warning "a keyword of another version of OpenAPI"
        "OpenAPI 3.0 and 3.1 spell some things differently: `nullable: true` became `type: [string, 'null']`, a boolean `exclusiveMinimum` became a number, `example` became `examples`. The keyword was taken in the sense it has in the version it comes from."
    UNSUPPORTED_KEYWORD "W0410" Warning "a keyword is not supported"
        "The keyword is part of the specification, but the generated client does nothing with it. Constraints of this kind are not checked before a request is sent; the server may refuse it."
    UNSUPPORTED_ENCODING "W0414" Warning "headers of a part cannot be given"
        "The parts of multipart bodies can have the headers that `encoding` describes: files (`format: binary`) bring them (`File::header`), and those of other parts are parameters of the operation. What stands here is no such part: it is sent without these headers."
    IDLE_ENCODING "N0415" Note "`encoding` has no effect"
        "`encoding` is about the properties of forms, and of its fields `style`, `explode` and `allowReserved` are about `application/x-www-form-urlencoded`, and in OpenAPI 3.1 about `multipart/form-data`: any other part of a multipart body, and a file, is what its media type says."
    TAG_TWICE "N0416" Note "a tag stands twice"
        "An operation has each tag once, and each name among the `tags` of the description is unique (OpenAPI 3.0.4, sections 4.7.1 and 4.7.10). The operation is in it once; of two descriptions of a tag, its module has the first."

    ENUM_CONTRADICTS_TYPE "W0501" Warning "an enum value contradicts the type"
        "No value can both be equal to this member of `enum` and have the type that `type` names. A number without quotation marks among strings, or a number within them, is taken as what it spells; values of a list are taken as those of its elements. What can be none of that is kept, as the server evidently knows it, and the type holds any JSON value then; beside a list of several types, what is of none of them is left out. Correct the value or the type."
    DUPLICATE_ENUM_VALUE "N0502" Note "an enum value stands twice"
        "Each value counts once. If an overlay added it, the description has caught up with the overlay: remove it there."
    IMPOSSIBLE_BOUND "W0503" Warning "a bound makes no sense"
        "The bound cannot be met, or not be broken, by any value (a negative length, `multipleOf: 0`), or there is none (`exclusiveMinimum: true` without `minimum`). It was left out."
    EMPTY_UNION "W0504" Warning "a list of schemas is empty"
        "`oneOf`, `anyOf` and `allOf` need at least one schema. The keyword was left out."
    SCHEMA_TOO_DEEP "W0510" Warning "schemas nest too deeply, or without end"
        "The intersection of these schemas (`allOf`) nests without an end in sight. From the place named on, every JSON value is accepted."
    NOT_CHECKED "W0511" Warning "a constraint is not checked"
        "The keyword narrows what is allowed in a way that generated code does not check. Values are accepted more widely than the description says; the server has the last word."
    CONTRADICTION "W0512" Warning "no value can satisfy the schema"
        "The schemas that meet here (usually by `allOf`) exclude each other. The generated type is `Never`: requests with a value of it are refused, so that a property of this type can only be absent; what a reply has there all the same can be read. The finding says so where something else is taken."
    REQUIRED_UNDEFINED "W0513" Warning "a required property is not defined"
        "`required` names a property that `properties` does not have, often a misspelling. The property is generated as what `additionalProperties` says, and as one that holds any JSON where it says nothing, since the description demands it."
    SCHEMA_LEFT_OUT "W0514" Warning "a schema is left out"
        "The schema needs, itself or by way of others, something that a reference should have led to. Of such a schema nothing can be said that is true, so no type is generated, and operations that need it are left out as well (W0607). The help says which reference it is."
    BEYOND_FORMAT "W0515" Warning "a number is beyond its format"
        "A bound, an example or a default is a number that the `format` of the schema does not have. The server evidently has such numbers, so a type is taken that holds them, and the format is not checked. Correct the format, or the number."
    UNKNOWN_FORMAT "N0516" Note "a format is taken as documentation"
        "`format` is open: anybody may invent one. Nothing is known of this one, or nothing that concerns the type of the schema, so it is shown in the documentation of strings and numbers and not checked. If a `pattern`, a bound or a well-known format says what is meant, an overlay can add it. Known formats are listed by `cargo xtask explain --support`."
    DISCRIMINATOR_NAMES "N0517" Note "a discriminator has other values than the names of its variants"
        "Where `mapping` says nothing else, the value of the discriminator is the name of a schema. Here the property of the variant allows other values only, so those are taken: they are what servers send. A `mapping` that says which value stands for which schema would make it plain to every tool."
    BOUND_ROUNDED "N0518" Note "a bound was rounded to a number beyond 64 bits"
        "JavaScript has no whole numbers of 64 bits, so tools that are written in it print their limits rounded: 9223372036854776000 for 9223372036854775807, and 18446744073709552000 for 18446744073709551615. The exact limit is taken."
    BROKEN_PATTERN "W0519" Warning "a pattern is not one of ECMA-262"
        "`pattern` holds a regular expression of ECMA-262, without delimiters. This one is none, or it uses what only other languages know (`\\A`, `\\z`, `\\p{Alnum}`, `[[:alnum:]]`, `(?i)`, `{,3}`), which would refuse what its author allows. It is left out, and the server has the last word."
    ENUM_VALUE_REFUSED "W0520" Warning "another keyword refuses an enum value"
        "The value is one of those that `enum` lists, and `pattern`, a bound, a length or `format` refuses it. It stays a variant of the type, since the server evidently knows it, but validation refuses to send it. Remove the value, or correct the other keyword."
    NULL_NOT_IN_ENUM "N0521" Note "`nullable` stands beside an `enum` without `null`"
        "Strictly, `nullable` widens only `type`, and `enum` still excludes `null` (OpenAPI 3.0.3 says so). Whoever writes both means that `null` is allowed, and servers send it, so it is. Add `null` to the list to say so."
    IDLE_KEYWORD "N0522" Note "a keyword says nothing about values of the type"
        "A keyword about strings, numbers, lists or objects says nothing about values of other types (JSON Schema Validation, section 6): `minLength` beside `type: integer`, for example. It has no effect. Perhaps it stands at the wrong level, or the type is wrong."

    ENUM_TEXTS "W0523" Warning "names or descriptions of enum values do not match the values"
        "`x-enum-varnames` and `x-enum-descriptions` list texts in the order of the `enum` that they stand beside. Where the lists differ in length, an entry is missing or too many, and from there on each value has the text of another. They are taken as they stand; correct the lists."
    IDLE_DISCRIMINATOR "N0524" Note "a discriminator tells nothing apart"
        "A discriminator chooses among the schemas of `oneOf` or `anyOf` that stand beside it, or among those of `components.schemas` that build on its schema by `allOf` (OpenAPI 3.0.4, section 4.7.25). Here is neither, so it has no effect: the type is that of its schema alone. Perhaps the `allOf` of other schemas is missing, or the `oneOf` here."
    ENDLESS_PATTERN "W0526" Warning "a pattern could take too long to match"
        "Expressions such as `^(a+)+$` can read one text in many ways, and a matcher that backtracks, as ECMA-262 asks for, tries all of them: each further character may double the time. Clients match such a pattern with an expression for a matcher that takes linear time. This one looks ahead or behind, refers back, asks for a property of characters or is very large, which that matcher cannot do. It is left out, and the server has the last word. Write it so that no repeated group can match one text in two ways: `^a+$`."
    ENDLESS "W0528" Warning "an object must contain itself"
        "Required properties lead from an object to another of its kind, which must have another in turn: no JSON text is long enough. Such a property is taken as optional, which it is most likely meant to be; a list, or `nullable`, would end the chain as well."
    NO_DIRECTION "W0529" Warning "a property is neither sent nor received"
        "What is `readOnly` is not part of requests, and what is `writeOnly` not part of replies; no property can be both (OpenAPI 3.0.4, section 4.7.24.2). It is taken as part of requests and replies."
    LONG_TEXT "W0530" Warning "a text is cut off"
        "All that refers to an object repeats what it says, in each property and operation, so that a very long text would take more memory than there is. Of a title or a description the first 64 KiB are taken, and all of one that stands at a type alone. Link to the rest by `externalDocs`."

    BAD_PATH "W0601" Warning "a path is malformed"
        "Paths are appended to the server's URL and begin with a slash; where it lacks, one is put in front. Braces stand around the names of parameters; one without its other is sent as it stands, escaped, which is hardly what the server expects."
    BAD_STATUS "W0602" Warning "not a status code"
        "Replies are described by a status code (`'200'`), a range (`4XX`) or `default`. The message says what is taken; what could be none of these was left out. HTTP has codes up to 599 (RFC 9110, section 15); a reply with another one is read where a server sends it."
    BAD_PARAMETER "W0603" Warning "a parameter cannot be sent"
        "A parameter needs a `name` and an `in` of `query`, `path`, `header` or `cookie`. It was left out; the operation is generated without it. (`in: body` and `in: formData` come from Swagger 2.0 and are a `requestBody` in OpenAPI 3.)"
    PARAMETER_STYLE "W0604" Warning "the style does not suit the parameter"
        "Each place of a parameter has its own styles: `simple`, `label`, `matrix` in paths, `form`, `spaceDelimited`, `pipeDelimited`, `deepObject` in queries, `simple` in headers, `form` in cookies; `deepObject` is for objects alone, and the two with delimiters for lists and objects. The default style of the place was taken."
    PARAMETER_CONTENT "W0605" Warning "a parameter with several media types"
        "`content` of a parameter holds exactly one media type. The first was taken."
    PARAMETER_SCHEMA "W0606" Warning "a parameter without a schema"
        "Neither `schema` nor `content` says what the value is. Any value is taken."
    OPERATION_LEFT_OUT "W0607" Warning "an operation is left out"
        "The operation needs something that a reference should have led to: a parameter, its body, the body of a successful reply, or a schema in one of these. The rest of the client is generated without it. The help says which reference it is. To have nothing generated in this case, deny this code: `codegen --deny W0607`, or `deny` in `codegen.toml`."
    PART_LEFT_OUT "W0608" Warning "a part of an operation is left out"
        "A reference leads nowhere in a part that the operation can do without: an optional parameter, one of several media types, the body of a failure, a header of a reply, a link, an example, a callback. Or callbacks bring each other by references, without end. The operation is generated without it."
    NO_OPERATION "E0609" Error "no operation is left"
        "Every operation needs something that a reference should have led to, so all would be left out (W0607). Mend the references; often one of them is at fault for most."
    PARAMETER_IGNORED "W0611" Warning "a parameter is left out"
        "The description declares a parameter that has no effect on requests: the help says why."
    PARAMETER_UNDECLARED "W0612" Warning "nothing declares a path parameter"
        "The path template has a name between braces that no parameter object describes. It is taken as a required string."
    MEDIA_TYPE_IGNORED "W0613" Warning "a media type is left out"
        "Of several streams of items the client reads one: lines of JSON before events. A parameter is written as JSON or as text."
    MEDIA_TYPE_RAW "W0614" Warning "a body is handed over as bytes"
        "The client does not take bodies of this media type apart. The caller gives or gets the bytes."
    XML_FORM "W0615" Warning "an `xml` keyword cannot be honoured"
        "What the description says about the form of a value in XML (OpenAPI 3.0.4, section 4.7.26) has no effect, or leaves open what it is called. The message says what the client does instead."

    PATH_FRAGMENT "N0616" Note "a path has a fragment"
        "What follows `#` in a URL stays with the client (RFC 3986, section 3.5). Descriptions use it to tell operations of one URL apart, which OpenAPI does not allow for. The requests go to the path before it: what tells them apart for the server has to be among their parameters and bodies."

    UNWRITABLE "W0617" Warning "a value cannot be written"
        "The styles of parameters have one level: they have no form for lists and objects within lists and objects (OpenAPI 3.0.4, section 4.7.12.4). Nor has a form a place for what is no object. The client refuses requests that set the parameter, the members or the variants that are named. Perhaps another style was meant, or JSON: `content: {application/json: {schema: …}}`."
    DEEP_OBJECT "N0618" Note "a parameter is written in a way that is not defined"
        "OpenAPI does not say how lists, objects within objects, and values that are no objects are written in the style `deepObject`. They are written with an index or key in brackets for each level, which is what most servers understand."
    UNKNOWN_PROPERTY "W0619" Warning "`encoding` names no property"
        "Each key of `encoding` is a property of the schema of the body (OpenAPI 3.0.4, section 4.7.14). This one is not declared, often a misspelling, and what stands there has an effect only on a member of this name that the description does not declare."
    EMPTY_CONTENT "N0620" Note "`content` has no media type"
        "An empty `content` says that there is no body, as leaving it out does. A request is sent without one, and what comes back is handed over as it is."
    UNKNOWN_LINK "W0621" Warning "a link leads to no operation"
        "`operationId` of a link is that of an operation of the same description, and `operationRef` a reference to one (`#/paths/~1a~1{b}/get`); one of them has to be there. The link stands in the documentation as it is written, if it says where it leads."
    FIXED_PARAMETER "W0622" Warning "a path and a parameter disagree"
        "The path template has a query, which OpenAPI does not allow for, with a value for a parameter that is declared as well, and cannot have this value. What the path says is sent unless the parameter is set, which then takes its place."
    NO_BODY "W0623" Warning "a reply that has no body describes one"
        "Replies with the status 1xx, 204, 205 and 304, and all replies to `HEAD`, end with their headers (RFC 9110, sections 9.3.2 and 15), whatever `content` says. Calls give the status and the headers. Where a body does come, its status is another one, often 200."
    OTHER_CHARSET "W0627" Warning "a request is not written in the charset that its media type names"
        "Clients write UTF-8, as all of JSON and nearly all else on the web is. What is sent is labelled so, so that servers that heed the label read it right. A server that ignores it and expects another charset reads letters beyond ASCII wrongly: give the body as `format: binary` then, and encode it yourself."
    HEADER_IGNORED "W0628" Warning "a header is left out"
        "Names of headers are tokens: letters, digits and a few signs, no blanks; capitals do not tell them apart (RFC 9110, section 5.1). This one, of a reply or of a part, cannot be there under its name, or is there already."
    LINK_NAMED_TWICE "W0629" Warning "a link names its operation in two ways"
        "A link has `operationId` or `operationRef`, not both (OpenAPI 3.0.4, section 4.7.20). The `operationId` counts, since it cannot lead out of the description."
    BAD_MEDIA_TYPE "W0630" Warning "a key of `content` is no media type"
        "The keys of `content`, and `contentType` in `encoding`, are media types or ranges of them: `type/subtype`, maybe with parameters behind `;`, in ASCII (RFC 9110, section 8.3.1). What a key begins with is taken where that is one, and `*/*` elsewhere: anything, in the form that the schema says."
    NO_EFFECT "N0631" Note "something has no effect where it stands"
        "`allowReserved` and `allowEmptyValue` are for query parameters alone (OpenAPI 3.0.4, section 4.7.12), and a header `Content-Type` of a reply is ignored, since the keys of `content` say what it can be (section 4.7.17). `x-rust-name` is for schemas, operations and parameters."
    UNKNOWN_SCOPE "W0632" Warning "no flow declares a scope"
        "A requirement lists scopes of its scheme, and each is declared by the `scopes` of a flow (OpenAPI 3.0.4, sections 4.7.29 and 4.7.30). This one is not, often a misspelling. Tokens are asked for with the scopes as they stand, and a server of tokens may refuse one that it does not know."
    PARAMETER_RAW "W0633" Warning "a parameter of a callback is not taken apart"
        "The parameters of callbacks and webhooks are constants that read them. This one has none: all fields of a query would be its members (an object with free names, exploded), or it is of a media type that is not JSON. The documentation of the callback names it, and the text is in the request."
    ONE_NOTATION "N0634" Note "a media type with the schema of another is not used"
        "Of media types that say the same in other notations a client needs one: JSON before XML and forms, but a form in parts where there are files. Requests are sent in it, and replies are asked for in it (`Accept`); callbacks and webhooks are read in it. The documentation of the body names the others."

    SECURITY_TYPE "W0701" Warning "unknown type of security scheme"
        "Types are `apiKey`, `http`, `oauth2`, `openIdConnect` and `mutualTLS`. Operations that need this scheme are generated; setting the credentials is up to the caller."
    MUTUAL_TLS "N0710" Note "the HTTP client underneath has to do this authentication"
        "With mutual TLS, the client certificate belongs to the connection. Requests of the operations that ask for it are sent; give the client an `http_client` (asynchronous) or `http_agent` (blocking) that has an identity."
    UNKNOWN_SCHEME "W0711" Warning "a security requirement names an unknown scheme"
        "The name is no key of `components.securitySchemes`. The alternative is left out."
    SCHEMES_CLASH "W0712" Warning "the schemes of a security requirement cannot be sent together"
        "Two schemes that are needed together stand in the same header, query parameter or cookie: bearer and basic authentication, for example, both need `Authorization`. Other alternatives are used where there are any; otherwise the client refuses the call. Perhaps alternatives were meant: a list item for each."
    NO_CREDENTIALS "W0713" Warning "an operation is sent without credentials"
        "All that the operation asks for is unknown or not supported (W0701, W0711), so requests go out without credentials, unless the HTTP client underneath adds some. Correct the requirement, or say what the scheme is."
    RELATIVE_SERVER "N0714" Note "the URL of a server is relative"
        "It is relative to the place of the description (OpenAPI 3.0.4, section 4.7.5), which the generator does not know. The client refuses to be made until `server_url` says where the server is, its path included; other relative URLs are relative to that one. An overlay can give the whole URL. Where only the scheme is missing, `https` is taken."
    BAD_KEY_NAME "W0715" Warning "an API key has a name that nothing can have"
        "Names of headers and cookies are tokens: letters, digits and a few signs, no blanks (RFC 9110, section 5.1; RFC 6265, section 4.1.1). Operations that need the key are generated; setting it is up to the caller."
    BAD_SERVER "W0716" Warning "a server cannot be used"
        "The URL of a server is the base of the URLs of requests: all its variables have defaults, which are among their values, its scheme is `http` or `https`, and it has neither query nor fragment (OpenAPI 3.0.4, sections 4.7.5 and 4.7.6). The client refuses to be made with this one: choose another, or give a `base_url`. An overlay can correct it."
    KEY_PARAMETER "W0717" Warning "a parameter is an API key as well"
        "A parameter has the place and the name of an API key that some of the alternatives of the operation's `security` ask for. Both are sent where both are set, and servers differ in which of them they take. Remove the parameter, with an overlay for example. Where all alternatives ask for the key the parameter is left out (W0611)."
    IDLE_SERVERS "N0718" Note "`servers` has no effect"
        "The URL of a callback is what its runtime expression gives (OpenAPI 3.0.4, section 4.7.18), and that of a webhook is agreed upon elsewhere: it is the receiver who says where it is called. Servers that stand beside it are not asked."
    IDLE_SECURITY "N0719" Note "something about security has no effect"
        "Each type of security scheme has fields of its own (OpenAPI 3.0.4, section 4.7.27); those of another type say nothing, and perhaps another type was meant. Only `oauth2` and `openIdConnect` have scopes: in 3.0 the list of other schemes is empty (section 4.7.30), and what stands there is shown as the names of roles, as 3.1 has it."

    NAME_CLASH "W0801" Warning "a Rust name is taken"
        "Two items of one scope have the same name in Rust. The later gets a number, types in the order of their pointers and members in that of the document; `x-rust-name` (for enum values `x-enum-varnames`) chooses a better one."

    SETTINGS_SYNTAX "E0901" Error "the settings are not valid TOML"
        "The text of `codegen.toml` could not be read. The place is where the reader gave up."
    SETTINGS_KEY "E0902" Error "unknown key in the settings"
        "The settings have no such key. See the comments in `spec/codegen.toml` for those there are."
    SETTINGS_VALUE "E0903" Error "a setting has a value that it cannot have"
        "The message says what the setting may be."
    SETTINGS_PATH "E0904" Error "a path in the settings leaves its folder"
        "Paths are relative, with `/` between folders and without `..`: nothing outside the workspace is read or written."

    PATHS_CLASH "W1001" Warning "two path templates match the same paths"
        "The templates differ in the names of their parameters only, which the specification forbids: a server cannot tell requests of one from those of the other. Merge the path items, or change one of the paths."
    UNUSED_COMPONENT "N1002" Note "a component is not used"
        "No operation needs it, directly or by way of other components. It may be left over, or a reference to it may be missing."
    WRONG_EXAMPLE "W1003" Warning "an example does not fit its schema"
        "Readers, mock servers and tests take examples at their word. Correct the example, or the schema if the example shows what the server really does."
    WRONG_DEFAULT "W1004" Warning "a default does not fit its schema"
        "The server cannot take a default that its own schema forbids. Correct one of the two."
    UNKNOWN_MAPPING "W1005" Warning "`mapping` of a discriminator leads to nothing"
        "Each value of `mapping` is the name of a schema in `components.schemas`, or a reference to a schema. This one is neither, so the value that stands for it cannot occur."
    NO_DISCRIMINATOR "W1006" Warning "a variant lacks the property of the discriminator"
        "The discriminator tells variants apart by a property that every variant must have. Define it in each variant, and require it."
    BOUNDS_CROSS "W1007" Warning "a lower bound is above the upper bound"
        "No value satisfies both bounds. One of them is a slip, or they are swapped."
}
