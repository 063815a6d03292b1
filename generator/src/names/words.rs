//! From the words of a description to the spelling of an identifier.

use super::letters::separated;
use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};

/// Names that a generated file uses for something else.
const TYPES: &[&str] = &[
    // `New::new` would be taken for a tuple constructor.
    "New",
    "Bytes",
    "ObjectRules",
    "Self",
    "Option",
    "Some",
    "None",
    "Result",
    "Ok",
    "Err",
    "Vec",
    "String",
    "Box",
    "Send",
    "Sync",
    "Sized",
    "Copy",
    "Drop",
    "Fn",
    "FnMut",
    "FnOnce",
    "Clone",
    "PartialEq",
    "Eq",
    "PartialOrd",
    "Ord",
    "Debug",
    "Hash",
    "Default",
    "AsRef",
    "AsMut",
    "Into",
    "From",
    "ToOwned",
    "ToString",
    "Iterator",
    "IntoIterator",
    "Extend",
    "TryFrom",
    "TryInto",
    "FromIterator",
    "Future",
    "IntoFuture",
    "BTreeMap",
    "Value",
    "Nullable",
    "Member",
    "Object",
    "ObjectRule",
    "Rule",
    "Union",
    "Choice",
    "Wire",
    "TextEnum",
    "IntEnum",
    "JsonEnum",
    "Validate",
    "Violations",
    "DecodeError",
];

/// Names that a file of operations uses for something else.
const OPERATIONS: &[&str] = &[
    "Operation",
    "Endpoint",
    "Method",
    "Parameter",
    "Body",
    "Reply",
    "RawReply",
    "Error",
    "Client",
    "Download",
    "Scheme",
    "Flow",
    "Style",
    "Base64",
    "Bytes",
    "Callback",
    "CallbackParameter",
    "Event",
    "FieldEncoding",
    "File",
    "FormValue",
    "In",
    "Never",
    "Items",
    "Number",
    "ReadReply",
    "ReplyHeader",
    "Rule",
    "Secret",
    "Streams",
];

/// Methods that a client has anyway.
const METHODS: &[&str] = &[
    "new",
    "builder",
    "from_env",
    "send",
    "send_full",
    "send_unchecked",
    "open",
    "open_as",
    "stream",
    "prepare",
    "exchange",
    "execute",
    "convert",
    "read",
    "run",
    "clone",
    "fmt",
];

const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

/// The five keywords that cannot be raw identifiers.
const NEVER_RAW: &[&str] = &["self", "Self", "super", "crate", "_"];

/// Names that clippy takes for placeholders, and warns about where they are arguments.
const PLACEHOLDERS: &[&str] = &["foo", "baz", "quux"];

/// Whether an identifier can begin so: digits of any script cannot.
fn can_begin(c: char) -> bool {
    c == '_' || unicode_ident::is_xid_start(c)
}

/// `UpperCamelCase`.
pub(super) fn type_name(text: &str) -> String {
    let name = camel(text);
    match name.chars().next() {
        None => "Unnamed".to_owned(),
        Some(first) if !can_begin(first) => format!("Type{name}"),
        Some(_) => name,
    }
}

/// A type's name that does not hide what generated files use.
pub(super) fn unreserved_type(name: String) -> String {
    if TYPES.contains(&name.as_str()) {
        name + "Schema"
    } else {
        name
    }
}

/// An operation's name that does not hide what generated files use.
pub(super) fn unreserved_operation(name: String) -> String {
    let reserved = TYPES.contains(&name.as_str()) || OPERATIONS.contains(&name.as_str());
    if reserved { name + "Operation" } else { name }
}

/// A method's name that the client does not have anyway.
pub(super) fn unreserved_method(name: String) -> String {
    if METHODS.contains(&name.as_str()) {
        name + "_operation"
    } else {
        name
    }
}

/// `snake_case`, raw where it is a keyword.
pub(super) fn field_name(text: &str) -> String {
    let mut name = snake(text);
    if name.is_empty() || starts_with_signed_digit(text) {
        name = snake(&spelt(text));
    }
    match name.chars().next() {
        None => "unnamed".to_owned(),
        Some(first) if !can_begin(first) => format!("value_{name}"),
        Some(_) => escaped(name),
    }
}

/// The module of a tag, which must not be called like the module around it.
pub(super) fn module_name(tag: &str) -> String {
    // Files are named after modules, which rustc wants in ASCII.
    let name = if tag.is_ascii() {
        field_name(tag)
    } else {
        field_name(&tag.chars().map(transliterated).collect::<String>())
    };
    if matches!(name.as_str(), "operations" | "types" | "r#mod") {
        return name.trim_start_matches("r#").to_owned() + "_module";
    }
    name
}

fn transliterated(c: char) -> String {
    if c.is_ascii() || !c.is_alphanumeric() {
        c.to_string()
    } else {
        format!("u{:x}", u32::from(c))
    }
}

/// `SCREAMING_SNAKE_CASE`.
pub(super) fn constant(text: &str) -> String {
    let name = separated(text).to_shouty_snake_case();
    match name.chars().next() {
        None => "UNNAMED".to_owned(),
        Some(first) if !can_begin(first) => format!("SCHEME_{name}"),
        Some(_) => name,
    }
}

/// The variant for a value of the enum `ty`: what cannot start an identifier, or is taken by the
/// variant for unlisted values, gets the last word of the enum's name in front.
pub(super) fn variant_name(value: &str, ty: &str) -> String {
    if value.is_empty() {
        return "Empty".to_owned();
    }
    let name = camel(&spelt(value));
    let last = || {
        let snake = ty.to_snake_case();
        let word = snake
            .rsplit('_')
            .find(|word| word.starts_with(|c: char| c.is_ascii_alphabetic()));
        word.unwrap_or("value").to_upper_camel_case()
    };
    match name.chars().next() {
        None => "Symbols".to_owned(),
        Some(first) if !can_begin(first) => last() + &name,
        Some(_) if matches!(name.as_str(), "Unknown" | "Self") => last() + &name,
        // `-1` reads best beside `5` when both begin alike.
        Some(_) if value.starts_with(['-', '+']) && starts_with_signed_digit(value) => {
            last() + &name
        }
        Some(_) => name,
    }
}

/// Camel case in which numbers that stood apart stay apart: `16:9` becomes `16_9`.
fn camel(text: &str) -> String {
    let mut name = String::new();
    for word in snake(text).split('_') {
        let number = word.starts_with(|c: char| c.is_ascii_digit());
        if number && name.ends_with(|c: char| c.is_ascii_digit()) {
            name.push('_');
        }
        if word.is_ascii() {
            let (first, rest) = word.split_at(word.len().min(1));
            name.push_str(&first.to_ascii_uppercase());
            name.push_str(rest);
        } else {
            name.push_str(&word.to_upper_camel_case());
        }
    }
    name
}

/// `snake_case`, in which most words are written.
fn snake(text: &str) -> String {
    if !text.is_ascii() {
        return separated(text).to_snake_case();
    }
    let mut name = String::with_capacity(text.len() + 8);
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    for word in words.filter(|word| !word.is_empty()) {
        if !name.is_empty() {
            name.push('_');
        }
        if word.bytes().any(|byte| byte.is_ascii_uppercase()) {
            name.push_str(&word.to_snake_case());
        } else {
            name.push_str(word);
        }
    }
    name
}

fn starts_with_signed_digit(text: &str) -> bool {
    let mut chars = text.chars();
    matches!(chars.next(), Some('+' | '-')) && chars.next().is_some_and(|c| c.is_ascii_digit())
}

/// Symbols as words: `+1` becomes ` plus 1`. Separators stay as they are.
fn spelt(text: &str) -> String {
    let mut out = String::new();
    let alone = !text.chars().any(char::is_alphanumeric);
    for (index, c) in text.char_indices() {
        let next = text[index + c.len_utf8()..].chars().next();
        let leading = index == 0 && next.is_some_and(char::is_alphanumeric);
        let word = match c {
            '+' => "plus",
            '-' if leading || alone => "minus",
            '<' => "less",
            '>' => "greater",
            '=' => "equal",
            '!' => "not",
            '*' => "star",
            '%' => "percent",
            '&' => "and",
            '|' => "or",
            '#' => "hash",
            '$' => "dollar",
            '@' => "at",
            '~' => "tilde",
            '^' => "caret",
            '?' => "question",
            '.' if alone => "dot",
            ',' if alone => "comma",
            ':' if alone => "colon",
            ';' if alone => "semicolon",
            '/' if alone => "slash",
            '\\' if alone => "backslash",
            '_' if alone => "underscore",
            ' ' if alone => "space",
            '\'' | '"' if alone => "quote",
            '(' if alone => "open",
            ')' if alone => "close",
            _ => {
                out.push(c);
                continue;
            }
        };
        out.push(' ');
        out.push_str(word);
        out.push(' ');
    }
    out
}

/// Whether a name cannot stand by itself.
fn needs_more(name: &str) -> bool {
    NEVER_RAW.contains(&name) || PLACEHOLDERS.contains(&name)
}

/// An identifier as a part of a longer one.
pub(super) fn unescaped(name: &str) -> &str {
    let stem = name.strip_suffix('_').filter(|stem| needs_more(stem));
    stem.unwrap_or_else(|| name.strip_prefix("r#").unwrap_or(name))
}

fn escaped(name: String) -> String {
    let name_is_one_of = |names: &[&str]| names.contains(&name.as_str());
    if needs_more(&name) {
        name + "_"
    } else if name_is_one_of(KEYWORDS) {
        format!("r#{name}")
    } else {
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variants() {
        let cases = [
            ("5", "TextToVideoRequestSeconds", "Seconds5"),
            ("-1", "TextToVideoRequestSeconds", "SecondsMinus1"),
            ("720p", "TextToVideoRequestSize", "Size720p"),
            ("16:9", "TextToVideoRequestRatio", "Ratio16_9"),
            ("adaptive", "TextToVideoRequestRatio", "Adaptive"),
            (
                "dreamina-seedance-2-0-mini-260615",
                "Model",
                "DreaminaSeedance2_0Mini260615",
            ),
            ("-created_at", "SortProperty", "MinusCreatedAt"),
            ("+1", "ReactionContent", "ContentPlus1"),
            (">=", "Operator", "GreaterEqual"),
            ("", "X", "Empty"),
            ("unknown", "VideoTaskStatus", "StatusUnknown"),
            ("in_progress", "VideoTaskStatus", "InProgress"),
            ("image/png", "X", "ImagePng"),
            ("C++", "Language", "CPlusPlus"),
            ("état", "X", "État"),
            ("taphʿel", "X", "TaphEl"),
        ];
        for (value, ty, expected) in cases {
            assert_eq!(variant_name(value, ty), expected, "{value}");
        }
    }

    #[test]
    fn fields() {
        let cases = [
            ("type", "r#type"),
            ("self", "self_"),
            ("foo", "foo_"),
            ("fooBar", "foo_bar"),
            ("$ref", "ref"),
            ("@odata.type", "odata_type"),
            ("2fa", "value_2fa"),
            ("+1", "plus_1"),
            ("-1", "minus_1"),
            ("", "unnamed"),
            ("***", "star_star_star"),
        ];
        for (wire, expected) in cases {
            let expected = if expected == "ref" { "r#ref" } else { expected };
            assert_eq!(field_name(wire), expected, "{wire}");
        }
    }

    #[test]
    fn escapes_are_not_part_of_longer_names() {
        for (name, expected) in [("self_", "self"), ("r#type", "type"), ("a_", "a_")] {
            assert_eq!(unescaped(name), expected);
        }
    }

    #[test]
    fn types() {
        assert_eq!(type_name("text-to_video.request"), "TextToVideoRequest");
        assert_eq!(type_name("3DModel"), "Type3dModel");
        assert_eq!(unreserved_type(type_name("option")), "OptionSchema");
    }

    #[test]
    fn the_methods_of_clients_are_reserved() {
        let mut found = 0;
        for file in [
            include_str!("../runtime/client.rs"),
            include_str!("../runtime/client_tokens.rs"),
            include_str!("../runtime/client_upload.rs"),
            include_str!("../runtime/blocking.rs"),
            include_str!("../runtime/blocking_tokens.rs"),
        ] {
            let blocks = file.split("\nimpl Client {\n").skip(1);
            for block in blocks.filter_map(|block| block.split("\n}\n").next()) {
                let methods = block.lines().filter_map(|line| {
                    let name = line.strip_prefix("    ")?.split_once("fn ")?;
                    let comment = line.trim_start().starts_with('/');
                    (!line.starts_with("     ") && !comment).then_some(name.1)
                });
                for method in methods {
                    let name = method.split(['(', '<']).next().unwrap_or_default();
                    assert!(METHODS.contains(&name), "{name}");
                    found += 1;
                }
            }
        }
        assert!(found > 20, "{found}");
    }

    #[test]
    fn what_generated_files_import_is_reserved() {
        let prelude = include_str!("../runtime/prelude.rs");
        let code = prelude.lines().filter_map(|line| line.split("//").next());
        let words = code.flat_map(|line| line.split(|c: char| !c.is_alphanumeric()));
        for name in words.filter(|word| word.starts_with(|c: char| c.is_uppercase())) {
            assert!(
                TYPES.contains(&name) || OPERATIONS.contains(&name),
                "{name}"
            );
        }
    }
}
