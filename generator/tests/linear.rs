//! The work of generating grows with the description and not with its square.
//!
//! What is counted is allocations and their bytes, which are the same in each run; the time that
//! passes is only compared with itself, and generously.

use specwright::diag::{Code, Document, Origins, Report, Source, Style, render};
use specwright::settings::{Layout, Methods};
use specwright::{Input, build, generate, lower, source};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use std::alloc::System;
use std::fmt::Write;
use std::time::{Duration, Instant};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// The smallest description; it is doubled three times.
const SIZE: usize = 40;

/// How much more work twice the description may be: with the square it would be four times.
const DOUBLE: f64 = 2.4;

/// The same for the time of eight times the description, which would be 64 times with the square.
const EIGHT_TIMES: f64 = 30.0;

/// The text of a description of this size.
type Description = fn(usize) -> String;

#[derive(Clone, Copy, Debug)]
struct Work {
    allocations: f64,
    bytes: f64,
    time: Duration,
}

/// One test, for the allocator counts what the whole process does.
#[test]
fn work_grows_with_the_description() {
    let descriptions: [(&str, Description); 9] = [
        ("schemas and operations", schemas_and_operations),
        ("members of one schema", members),
        ("findings", findings),
        ("references into parts", parts),
        ("parameters of one path", path_parameters),
        ("references to path items", path_items),
        ("inline variants of one union", variants),
        ("chains of references", chains),
        ("broken references", broken),
    ];
    for (what, description) in descriptions {
        let work: Vec<Work> = (0..4)
            .map(|step| work(&description(SIZE << step)))
            .collect();
        for pair in work.windows(2) {
            let (one, two) = (pair[0], pair[1]);
            let (allocations, bytes) = (two.allocations / one.allocations, two.bytes / one.bytes);
            // Every place in a path has the path in it.
            let bytes_count = what != "parameters of one path";
            assert!(
                allocations < DOUBLE && (bytes < DOUBLE || !bytes_count),
                "{what}: {allocations:.2} times the allocations, {bytes:.2} times the bytes: {work:?}"
            );
        }
        let time = work[3].time.as_secs_f64() / work[0].time.as_secs_f64();
        assert!(
            time < EIGHT_TIMES,
            "{what}: {time:.1} times the time: {work:?}"
        );
    }
    chains_of_all_of();
    chains_of_unions();
    long_chains_of_references();
    long_texts();
}

/// What each level of a chain of `allOf` has grows with the level, so there is a limit, behind
/// which the work is that of any other schema.
fn chains_of_all_of() {
    let work = [1000, 2000].map(|size| {
        let text = all_of(size);
        let mut report = Report::default();
        let mut value = source::read(&text, Document::Description, &mut report).unwrap();
        lower::lower(&mut value, &mut Origins::default(), &mut report);
        let document = build::document(value).unwrap();
        let region = Region::new(ALLOCATOR);
        let api = build::build(&document, &mut report);
        let change = region.change();
        assert!(api.types.len() > size + 300);
        assert!((1..=2).contains(&report.count_of(Code::SCHEMA_TOO_DEEP)));
        number(change.allocations + change.reallocations)
    });
    let times = work[1] / work[0];
    assert!(times < DOUBLE, "chains of `allOf`: {times:.2} times");
}

/// Each union of a chain has the tags of all behind it: that is the square of its length, and no more.
fn chains_of_unions() {
    let work = [50, 100].map(|size| work(&unions(size)).allocations);
    let times = work[1] / work[0];
    assert!(times < DOUBLE * 2.0, "chains of unions: {times:.2} times");
}

/// A chain is followed to its end, however long it is.
fn long_chains_of_references() {
    let text = chains(5000);
    let input = input(&text);
    let output = generate(&input);
    let shown = render(&output.report, &output.sources(&input), Style::Plain);
    assert!(shown.is_empty(), "{shown}");
    assert!(output.files["types.rs"].contains("pub type R0 = R1;"));
}

/// A text stands where its schema is used, so that only its beginning can be taken.
fn long_texts() {
    let bytes = [128, 256].map(|kilobytes| {
        let text = described(50, kilobytes << 10);
        let output = generate(&input(&text));
        assert_eq!(output.report.count_of(Code::LONG_TEXT), 1);
        work(&text).bytes
    });
    let times = bytes[1] / bytes[0];
    assert!(times < 1.5, "long texts: {times:.2} times the bytes");
}

fn input(text: &str) -> Input<'_> {
    Input {
        description: Source {
            name: "spec.yaml",
            text,
        },
        overlay: None,
        files: &specwright::bundle::NoFiles,
        package: "it",
        token_env: "TOKEN",
        layout: Layout::Single,
        methods: Methods::Flat,
    }
}

/// What one description takes, at least, of two runs.
fn work(text: &str) -> Work {
    let runs = (0..2).map(|_| {
        let region = Region::new(ALLOCATOR);
        let start = Instant::now();
        let input = input(text);
        let output = generate(&input);
        let shown = render(&output.report, &output.sources(&input), Style::Plain);
        assert!(!output.files.is_empty(), "{shown}");
        let time = start.elapsed();
        let change = region.change();
        Work {
            allocations: number(change.allocations + change.reallocations),
            bytes: number(change.bytes_allocated),
            time,
        }
    });
    runs.min_by_key(|work| work.time).unwrap()
}

fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).expect("less than four gibibytes"))
}

fn head() -> String {
    "openapi: 3.0.3\ninfo: {title: T, version: '1'}\n".to_owned()
}

/// Schemas of all shapes that refer to each other, and operations that use them.
fn schemas_and_operations(size: usize) -> String {
    let mut text = head() + "paths:\n";
    for i in 0..size {
        let schema =
            format!("{{application/json: {{schema: {{$ref: '#/components/schemas/S{i}'}}}}}}");
        writeln!(
            text,
            "  /s{i}/{{id}}:\n    parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}]\n    \
             get: {{operationId: get{i}, tags: [t{tag}], responses: {{'200': {{description: D, content: {schema}}}}}}}\n    \
             post: {{operationId: post{i}, requestBody: {{content: {schema}}}, responses: {{'204': {{description: D}}}}}}",
            tag = i % 7
        )
        .unwrap();
    }
    text += "components:\n  schemas:\n";
    for i in 0..size {
        let next = format!("{{$ref: '#/components/schemas/S{}'}}", (i + 1) % size);
        writeln!(
            text,
            "    S{i}:\n      type: object\n      required: [a]\n      properties:\n        a: {{type: string, maxLength: 9}}\n        \
             next: {next}\n        list: {{type: array, items: {{type: object, properties: {{x: {{type: integer}}}}}}}}\n        \
             kind: {{type: string, enum: [one, two]}}\n    \
             A{i}: {{allOf: [{{$ref: '#/components/schemas/S{i}'}}, {{type: object, properties: {{more: {{type: number}}}}}}]}}\n    \
             U{i}: {{oneOf: [{{$ref: '#/components/schemas/S{i}'}}, {{type: string}}]}}"
        )
        .unwrap();
    }
    text
}

/// One schema of each shape that holds many things, and an operation with many parameters. Half of
/// the names clash.
fn members(size: usize) -> String {
    let mut text = head()
        + "paths:\n  /a:\n    get:\n      responses: {'204': {description: D}}\n      parameters:\n";
    for i in 0..size {
        writeln!(
            text,
            "        - {{name: p{i}, in: query, schema: {{type: integer}}}}"
        )
        .unwrap();
    }
    let list = |item: fn(usize) -> String| (0..size).map(item).collect::<Vec<_>>().join(", ");
    let properties = list(|i| format!("'a {i}': {{type: string}}, 'a-{i}': {{type: string}}"));
    let values = list(|i| format!("'v {i}', 'v-{i}'"));
    let variants = list(|i| format!("{{$ref: '#/components/schemas/V{i}'}}"));
    let tuple = list(|i| format!("{{type: object, properties: {{q{i}: {{type: boolean}}}}}}"));
    write!(
        text,
        "components:\n  schemas:\n    P: {{type: object, properties: {{{properties}}}}}\n    \
         E: {{type: string, enum: [{values}]}}\n    U: {{oneOf: [{variants}]}}\n    A: {{allOf: [{tuple}]}}\n"
    )
    .unwrap();
    for i in 0..size {
        writeln!(
            text,
            "    V{i}: {{type: object, required: [k{i}], properties: {{k{i}: {{type: string}}}}}}"
        )
        .unwrap();
    }
    text
}

/// Many findings of several kinds, all of which are shown with their lines.
fn findings(size: usize) -> String {
    let mut text = head() + "paths: {}\ncomponents:\n  schemas:\n";
    for i in 0..size {
        writeln!(
            text,
            "    N{i}: {{type: object, descripton: D, not: {{}}, properties: {{a: {{type: int}}}}, required: [gone{i}]}}"
        )
        .unwrap();
    }
    text
}

/// References to what is no component, each of which becomes one.
fn parts(size: usize) -> String {
    let mut text = head() + "paths: {}\ncomponents:\n  schemas:\n";
    for i in 0..size {
        writeln!(
            text,
            "    S{i}: {{type: object, properties: {{a: {{type: object, properties: {{b: {{type: string}}}}}}}}}}\n    \
             R{i}: {{$ref: '#/components/schemas/S{i}/properties/a'}}"
        )
        .unwrap();
    }
    text
}

/// Many parameters in one path template, of which nothing declares every other.
fn path_parameters(size: usize) -> String {
    let mut template = String::new();
    for i in 0..size {
        write!(template, "/{{p{i}}}").unwrap();
    }
    let mut text = head() + "paths:\n  ? '" + &template + "'\n  : get:\n      operationId: it\n";
    text += "      responses: {'204': {description: D}}\n      parameters:\n";
    for i in (0..size).step_by(2) {
        writeln!(
            text,
            "        - {{name: p{i}, in: path, required: true, schema: {{type: string}}}}"
        )
        .unwrap();
    }
    text
}

/// A union whose variants stand in it.
fn variants(size: usize) -> String {
    let mut text = head() + "paths: {}\ncomponents:\n  schemas:\n    U:\n      oneOf:\n";
    for i in 0..size {
        writeln!(
            text,
            "        - {{type: object, required: [k{i}], properties: {{k{i}: {{type: string}}}}}}"
        )
        .unwrap();
    }
    text
}

/// Schemas and parameters that are references to each other, one behind the other.
fn chains(size: usize) -> String {
    let mut text = head() + "paths:\n  /a:\n    get:\n      responses: {'204': {description: D}}\n";
    text += "      parameters: [{$ref: '#/components/parameters/R0'}]\n";
    for (section, end) in [
        ("schemas", "{type: object, properties: {a: {type: string}}}"),
        (
            "parameters",
            "{name: a, in: query, schema: {$ref: '#/components/schemas/R0'}}",
        ),
    ] {
        if section == "schemas" {
            text += "components:\n";
        }
        writeln!(text, "  {section}:").unwrap();
        for i in 0..size {
            let next = i + 1;
            writeln!(text, "    R{i}: {{$ref: '#/components/{section}/R{next}'}}").unwrap();
        }
        writeln!(text, "    R{size}: {end}").unwrap();
    }
    text
}

/// References to nothing, with what needs them.
fn broken(size: usize) -> String {
    let mut text = head() + "paths:\n  /ok: {get: {responses: {'204': {description: D}}}}\n";
    for i in 0..size {
        let schema =
            format!("{{application/json: {{schema: {{$ref: '#/components/schemas/S{i}'}}}}}}");
        writeln!(
            text,
            "  /s{i}: {{get: {{responses: {{'200': {{description: D, content: {schema}}}}}}}}}"
        )
        .unwrap();
    }
    text += "components:\n  schemas:\n";
    for i in 0..size {
        writeln!(
            text,
            "    S{i}: {{type: object, properties: {{a: {{$ref: '#/components/schemas/Gone{i}'}}}}}}"
        )
        .unwrap();
    }
    text
}

/// A chain of schemas, each of which builds on the next by `allOf`.
/// Paths that refer to path items which stand elsewhere.
fn path_items(size: usize) -> String {
    let mut text = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n".to_owned();
    for number in 0..size * 8 {
        let _ = writeln!(
            text,
            "  /r{number}: {{$ref: '#/components/pathItems/P{number}'}}"
        );
    }
    text += "components:\n  pathItems:\n";
    for number in 0..size * 8 {
        let _ = writeln!(
            text,
            "    P{number}: {{get: {{responses: {{'204': {{description: d}}}}}}}}"
        );
    }
    text
}

/// A schema and a parameter with texts of so many bytes, each used so many times.
fn described(uses: usize, bytes: usize) -> String {
    let words = "All words of a long text. ".repeat(bytes / 26);
    let mut text = head() + "paths:\n";
    for number in 0..uses {
        let _ = write!(
            text,
            "  /r{number}:\n    get:\n      parameters: [{{$ref: '#/components/parameters/P'}}]\n      \
             responses: {{'200': {{description: d, content: {{application/json: {{schema: {{$ref: \
             '#/components/schemas/S'}}}}}}}}}}\n"
        );
    }
    let _ = write!(
        text,
        "components:\n  parameters:\n    P: {{name: p, in: query, description: {words}, schema: \
         {{type: string}}}}\n  schemas:\n    D: {{type: string, description: {words}}}\n    S:\n      \
         type: object\n      properties:\n"
    );
    for number in 0..uses {
        let _ = writeln!(
            text,
            "        p{number}: {{$ref: '#/components/schemas/D'}}"
        );
    }
    text
}

fn all_of(size: usize) -> String {
    let mut text = head() + "paths: {}\ncomponents:\n  schemas:\n    A0: {type: object}\n";
    for i in 1..size {
        writeln!(
            text,
            "    A{i}: {{allOf: [{{$ref: '#/components/schemas/A{}'}}, {{type: object, properties: {{p{i}: {{type: string}}}}}}]}}",
            i - 1
        )
        .unwrap();
    }
    text
}

/// A chain of unions, each of a schema with a tag of its own and of the next union.
fn unions(size: usize) -> String {
    let mut text = head() + "paths: {}\ncomponents:\n  schemas:\n    U0: {type: object}\n";
    for i in 1..size {
        write!(
            text,
            "    S{i}: {{type: object, required: [kind], properties: {{kind: {{type: string, enum: [s{i}]}}}}}}\n    U{i}: {{oneOf: [{{$ref: '#/components/schemas/S{i}'}}, {{$ref: '#/components/schemas/U{}'}}], discriminator: {{propertyName: kind}}}}\n",
            i - 1
        )
        .unwrap();
    }
    text
}
