//! Parameters: the tables of the OpenAPI versions, and what must not be injected.

use crate::sample::{Everything, GetVideo};
use powertokens_seedance::runtime::{
    BaseUrl, DecodeError, Endpoint, Operation, Parameter, Parameters, Reply, Style, Value, Wire,
    cookie, header, path, query,
};
use std::io::Write as _;
use std::path::PathBuf;

/// An operation with one parameter, decided at run time.
macro_rules! with_parameter {
    ($name:ident, $path:literal, $parameter:expr) => {
        struct $name(Raw);
        impl Parameters for $name {
            const PARAMETERS: &'static [Parameter] = &[$parameter];
            fn parameters(&self) -> Vec<&dyn Wire> {
                vec![&self.0]
            }
        }
        impl Operation for $name {
            type Output = Reply;
            type Failure = Value;
            const ENDPOINT: Endpoint = Endpoint::new("test", "GET", $path);
            fn output(reply: &Reply) -> Result<Reply, DecodeError> {
                Ok(reply.clone())
            }
            fn failure(reply: &Reply) -> Result<Value, DecodeError> {
                reply.json()
            }
        }
    };
}

/// JSON text as it stands, so that the order of members is that of the suite.
struct Raw(String);

impl Wire for Raw {
    fn blank() -> Self {
        Self(String::new())
    }
    fn read(
        &mut self,
        reader: &mut powertokens_seedance::runtime::Reader<'_>,
    ) -> Result<(), DecodeError> {
        self.0 = String::from_utf8_lossy(reader.raw()?).into_owned();
        Ok(())
    }
    fn write(&self, writer: &mut powertokens_seedance::runtime::Writer) {
        writer.literal(&self.0);
    }
    fn check(
        &self,
        _: &powertokens_seedance::runtime::Rule,
        _: &mut powertokens_seedance::runtime::Checker,
    ) {
    }
}

fn base() -> BaseUrl {
    "https://example.com/base/".parse().unwrap()
}

/// What one parameter called `name` makes of a value: path, query, header or cookie.
fn written<O: Operation>(operation: &O) -> Option<String> {
    let request = operation.request(&base()).ok()?;
    let header = |name| {
        let value = request.headers().get(name)?;
        Some(String::from_utf8_lossy(value.as_bytes()).into_owned())
    };
    let path = request
        .uri()
        .path()
        .strip_prefix("/base/")?
        .strip_prefix("p/");
    let query = request.uri().query().map(str::to_owned);
    (path.map(str::to_owned))
        .or(query)
        .or_else(|| header("color"))
        .or_else(|| header("cookie"))
}

/// One type per kind of parameter: all are constants in generated code.
macro_rules! kinds {
    ($json:ident, $kind:ident; $($name:ident: $key:literal, $path:literal, $parameter:expr;)*) => {
        match $kind.as_str() {
            $($key => {
                with_parameter!($name, $path, $parameter);
                written(&$name($json))
            })*
            _ => return Err($kind),
        }
    };
}

fn encode(kind: &str, text: &str) -> Result<Option<String>, String> {
    let json = Raw(text.to_owned());
    let kind = kind.to_owned();
    Ok(kinds! { json, kind;
        A: "path simple false", "/p/{color}", path("color");
        B: "path simple true", "/p/{color}", path("color").explode(true);
        C: "path label false", "/p/{color}", path("color").style(Style::Label);
        D: "path label true", "/p/{color}", path("color").style(Style::Label).explode(true);
        E: "path matrix false", "/p/{color}", path("color").style(Style::Matrix);
        F: "path matrix true", "/p/{color}", path("color").style(Style::Matrix).explode(true);
        G: "query form false", "/q", query("color").explode(false);
        H: "query form true", "/q", query("color");
        I: "query spaceDelimited false", "/q", query("color").style(Style::SpaceDelimited).explode(false);
        J: "query pipeDelimited false", "/q", query("color").style(Style::PipeDelimited).explode(false);
        K: "query deepObject true", "/q", query("color").style(Style::DeepObject);
        L: "header simple false", "/h", header("color");
        M: "header simple true", "/h", header("color").explode(true);
        N: "cookie form false", "/c", cookie("color").explode(false);
        O: "cookie form true", "/c", cookie("color");
        P: "query form false reserved", "/q", query("color").explode(false).allow_reserved();
        Q: "query form true reserved", "/q", query("color").allow_reserved();
    })
}

#[test]
fn suite() {
    let shared = std::env::var_os("SPECWRIGHT_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared"),
        PathBuf::from,
    );
    let Ok(text) = std::fs::read_to_string(shared.join("suites/param_styles.json")) else {
        // Not `println!`, which the test runner shows for failures only.
        let _ = writeln!(
            std::io::stderr(),
            "skipped: no param_styles.json; SPECWRIGHT_SHARED names the folder that has it"
        );
        return;
    };
    let rows: serde_json::Value = serde_json::from_str(&text).unwrap();
    let (mut checked, mut wrong) = (0, Vec::new());
    for row in rows.as_array().unwrap() {
        let id = row["id"].as_str().unwrap();
        let expected = match &row["expected"] {
            serde_json::Value::String(text) => vec![text.clone()],
            serde_json::Value::Array(all) => all
                .iter()
                .filter_map(|text| text.as_str().map(str::to_owned))
                .collect(),
            _ => continue,
        };
        // Earlier versions of the tables leave out the name and do not encode.
        let outdated = ["oas-3.0.0", "oas-3.0.3", "oas-3.1.0"]
            .iter()
            .any(|old| id.starts_with(old));
        // A path segment `.` is refused, RFC 6570 omits empty lists, and oapi-codegen does not
        // encode delimiters.
        let other = id.starts_with("m-path-label") && row["value"] == ""
            || ["m-query-form-false-array-2", "m-query-form-false-object-1"].contains(&id)
            || ["84", "86", "88", "89", "90"]
                .iter()
                .any(|row| id == format!("oapi-codegen-{row}"));
        if outdated || other || row["type"] == "undefined" {
            continue;
        }
        let reserved = if row["allowReserved"] == true {
            " reserved"
        } else {
            ""
        };
        let kind = format!(
            "{} {} {}{reserved}",
            row["in"].as_str().unwrap(),
            row["style"].as_str().unwrap(),
            row["explode"]
        );
        let name = row["name"].as_str().unwrap();
        let Ok(actual) = encode(&kind, &row["value"].to_string()) else {
            continue;
        };
        let actual = actual.unwrap_or_default();
        checked += 1;
        let renamed = actual.replace("color", name);
        if !expected
            .iter()
            .any(|expected| *expected == actual || *expected == renamed)
        {
            wrong.push(format!(
                "{id}: {kind} {} -> {actual}, not {expected:?}",
                row["value"]
            ));
        }
    }
    println!("{checked} rows");
    assert!(checked > 100, "{checked}");
    assert!(
        wrong.is_empty(),
        "{} of {checked}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn nothing_can_be_injected() {
    let path = |id: &str| {
        let request = GetVideo::new(id).request(&base());
        request
            .map(|request| request.uri().to_string())
            .map_err(|error| error.to_string())
    };
    assert_eq!(
        path("a/../b?c#d%2f e").unwrap(),
        "https://example.com/base/v1/videos/a%2F..%2Fb%3Fc%23d%252f%20e"
    );
    for bad in ["", ".", ".."] {
        assert!(path(bad).is_err(), "{bad:?}");
    }
    let request = Everything::new("1", "mp4").request(&base()).unwrap();
    assert_eq!(request.uri(), "https://example.com/base/a/1.mp4/b");
    assert!(Everything::new("", ".").request_unchecked(&base()).is_err());
    let mut operation = Everything::new("1", "2");
    operation.list = Some(vec!["a&b=c".into(), "d".into()]);
    operation.session = Some("x; admin=1".into());
    let request = operation.request(&base()).unwrap();
    assert_eq!(request.uri().query(), Some("list=a%26b%3Dc&list=d"));
    assert_eq!(request.headers()["cookie"], "session=x%3B%20admin%3D1");
    operation.trace = Some("a\r\nX-Evil: 1".into());
    let error = operation.request(&base()).unwrap_err();
    assert!(
        error.is_invalid() && error.to_string().contains("/X-Trace"),
        "{error}"
    );
}

#[test]
fn parameters_are_validated() {
    let mut operation = GetVideo::new("");
    operation.limit = Some(101);
    let violations = operation.validate().unwrap_err();
    let found: Vec<_> = violations
        .iter()
        .map(|found| (&*found.pointer, &*found.rule))
        .collect();
    assert_eq!(
        found,
        [("/task_id", "minLength: 1"), ("/limit", "maximum: 100")]
    );
}
