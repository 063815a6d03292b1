//! Descriptions of several files: what one tree is made of them.

use crate::several_files::{bundled, files, root};
use serde_json::json;
use specwright::diag::{Source, Style, render};
use specwright::settings::{Layout, Methods};
use specwright::{Input, generate};
use std::collections::BTreeMap;
use std::fmt::Write;

/// A description may name itself, alone or beside other files.
#[test]
fn references_to_the_own_file_stay_inside() {
    for other in ["{type: string}", "{$ref: c.json}"] {
        let found = bundled(
            &root(&format!(
                "A: {{$ref: './root.yaml#/components/schemas/B'}}, B: {{type: boolean}}, C: {other}"
            )),
            &files(&[("c.json", r#"{"type": "string"}"#)]),
        );
        assert_eq!(found.findings(), "");
        assert_eq!(
            found.value["components"]["schemas"]["A"],
            json!({"$ref": "#/components/schemas/B"})
        );
    }
}

#[test]
fn a_reference_to_nothing_in_the_own_file_points_at_nothing() {
    let found = bundled(
        &root("A: {$ref: 'root.yaml#/components/schemas/Bee'}, Bees: {type: boolean}"),
        &files(&[]),
    );
    let findings = found.findings();
    assert!(
        findings.starts_with("warning[W0302]: `$ref` points at nothing: root.yaml#/"),
        "{findings}"
    );
}

#[test]
fn references_inside_a_file_are_its_own() {
    let found = bundled(
        &root("A: {$ref: 'b/b.yaml#/components/schemas/B'}, C: {type: boolean}"),
        &files(&[
            (
                "b/b.yaml",
                "components: {schemas: {B: {type: array, items: {$ref: '#/components/schemas/C'}}, C: {$ref: ../c.json}, Unused: {$ref: nowhere.yaml}}}",
            ),
            ("c.json", r#"{"type": "string"}"#),
        ]),
    );
    // `A` is nothing but a reference, so what it names stands in its place.
    assert_eq!(
        found.value["components"]["schemas"],
        json!({
            "A": {"type": "array", "items": {"$ref": "#/components/schemas/b_C"}},
            "C": {"type": "boolean"},
            "b_C": {"type": "string"},
        })
    );
    assert_eq!(
        found.origin("/components/schemas/A/items"),
        (
            "api/b/b.yaml".to_owned(),
            "/components/schemas/B/items".to_owned()
        )
    );
    assert_eq!(
        found.origin("/components/schemas/b_C/type"),
        ("api/c.json".to_owned(), "/type".to_owned())
    );
    assert_eq!(found.origin("/components/schemas/C").0, "api/root.yaml");
    assert!(
        found
            .findings()
            .starts_with("warning[W0310]: another file has a different `C`")
    );
}

#[test]
fn chains_and_cycles_over_files_end() {
    let found = bundled(
        &root("Tree: {$ref: a.yaml#/Tree}"),
        &files(&[
            ("a.yaml", "Tree: {$ref: b.yaml}"),
            (
                "b.yaml",
                "{type: object, properties: {left: {$ref: a.yaml#/Tree}, right: {$ref: 'root.yaml#/components/schemas/Tree'}}}",
            ),
        ]),
    );
    assert_eq!(found.findings(), "");
    let tree = json!({"$ref": "#/components/schemas/Tree"});
    assert_eq!(
        found.value["components"]["schemas"],
        json!({"Tree": {"type": "object", "properties": {"left": tree, "right": tree}}})
    );
    // A circle of nothing but references is left for the builder to report.
    let found = bundled(
        &root("List: {type: array, items: {$ref: a.yaml}}"),
        &files(&[("a.yaml", "$ref: b.yaml"), ("b.yaml", "$ref: a.yaml")]),
    );
    assert_eq!(
        found.value["components"]["schemas"]["a"],
        json!({"$ref": "#/components/schemas/b"})
    );
    assert_eq!(
        found.value["components"]["schemas"]["b"],
        json!({"$ref": "#/components/schemas/a"})
    );
}

#[test]
fn any_place_of_a_file_can_be_named() {
    let found = bundled(
        &root(
            "A: {type: array, items: {$ref: 'o%20o.yaml#/paths/~1a~1b/get/responses/200/content/application~1json/schema'}}, B: {type: array, items: {$ref: 'o%20o.yaml#/Pet/properties/na%20me'}}, C: {type: array, items: {$ref: 'o o.yaml#/Pet'}}",
        ),
        &files(&[(
            "o o.yaml",
            "{paths: {/a/b: {get: {responses: {'200': {content: {application/json: {schema: {type: integer}}}}}}}}, Pet: {properties: {na me: {type: string}}}}",
        )]),
    );
    assert_eq!(found.findings(), "");
    let schemas = &found.value["components"]["schemas"];
    assert_eq!(schemas["a_b_get_responses_200"], json!({"type": "integer"}));
    // What lies in a part that is taken over anyway is not taken twice.
    assert_eq!(
        schemas["B"]["items"]["$ref"],
        "#/components/schemas/Pet/properties/na%20me"
    );
    assert_eq!(
        found.schemas(),
        ["A", "B", "C", "Pet", "a_b_get_responses_200"]
    );
}

#[test]
fn a_pointer_may_lead_on_behind_a_reference() {
    let found = bundled(
        &root(
            "Pet: {$ref: pet.yaml}, Same: {$ref: pet.yaml}, Kind: {$ref: '#/components/schemas/Same/properties/kind'}, Loop: {$ref: 'loop.yaml#/a/b'}",
        ),
        &files(&[
            (
                "pet.yaml",
                "{properties: {kind: {type: string}, other: {$ref: 'root.yaml#/components/schemas/Same/properties/kind'}}}",
            ),
            ("loop.yaml", "a: {$ref: '#/a'}"),
        ]),
    );
    let kind = json!({"$ref": "#/components/schemas/Pet/properties/kind"});
    let schemas = &found.value["components"]["schemas"];
    assert_eq!(schemas["Kind"], kind);
    assert_eq!(schemas["Pet"]["properties"]["other"], kind);
    let findings = found.findings();
    assert!(
        findings.starts_with("warning[W0302]: `$ref` points at nothing: loop.yaml#/a/b\n"),
        "{findings}"
    );
    assert_eq!(found.report.diagnostics().len(), 1);
}

#[test]
fn every_kind_of_part_can_lie_elsewhere() {
    let root = "openapi: 3.0.4
info: {title: T, version: '1'}
paths:
  /pets/{id}: {$ref: paths/pet.yaml, summary: Ours}
  /pets:
    parameters: [{$ref: 'common.yaml#/components/parameters/Page'}]
    post:
      requestBody: {$ref: 'common.yaml#/components/requestBodies/Pet'}
      responses:
        '201': {$ref: common.yaml#/components/responses/Created}
        default: {$ref: error.yaml}
components:
  securitySchemes: {Key: {$ref: common.yaml#/components/securitySchemes/Key}}
";
    let found = bundled(root, &files(&[
        ("paths/pet.yaml", "{summary: Theirs, get: {parameters: [{$ref: '../common.yaml#/components/parameters/Id'}], responses: {'200': {description: '', content: {application/json: {schema: {$ref: ../pet.yaml}}}}}}}"),
        ("pet.yaml", "{type: string}"),
        ("error.yaml", "{description: It failed.}"),
        ("common.yaml", "
paths: {/not/taken: {get: {responses: {}}}}
components:
  parameters: {Page: {name: page, in: query}, Id: {name: id, in: path}, Unused: {name: x, in: query}}
  requestBodies: {Pet: {content: {application/json: {schema: {$ref: pet.yaml}}}}}
  responses: {Created: {description: Made., headers: {Location: {$ref: '#/components/headers/Location'}}}}
  headers: {Location: {schema: {type: string}}}
  securitySchemes: {Key: {type: apiKey, name: k, in: header}}
"),
    ]));
    assert_eq!(found.findings(), "");
    let item = &found.value["paths"]["/pets/{id}"];
    assert_eq!(item["summary"], "Ours");
    assert_eq!(
        item["get"]["parameters"][0]["$ref"],
        "#/components/parameters/Id"
    );
    assert_eq!(
        found.origin("/paths/~1pets~1{id}/get"),
        ("api/paths/pet.yaml".to_owned(), "/get".to_owned())
    );
    assert_eq!(
        found.origin("/paths/~1pets~1{id}/summary").0,
        "api/root.yaml"
    );
    let keys: Vec<(&String, Vec<&String>)> = found.value["components"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(section, map)| (section, map.as_object().unwrap().keys().collect()))
        .collect();
    let keys = json!(keys);
    assert_eq!(
        keys,
        json!([
            ["securitySchemes", ["Key"]],
            ["headers", ["Location"]],
            ["parameters", ["Id", "Page"]],
            ["requestBodies", ["Pet"]],
            ["responses", ["Created", "error"]],
            ["schemas", ["pet"]],
        ])
    );
    assert_eq!(found.value["paths"].as_object().unwrap().len(), 2);
}

#[test]
fn the_same_content_is_shared_and_other_content_is_renamed() {
    let same = "{Pet: {type: object, properties: {owner: {$ref: '#/Owner'}}}, Owner: {type: object, properties: {pets: {type: array, items: {$ref: '#/Pet'}}}}}";
    let uses = "A: {type: array, items: {$ref: x/data.yaml#/Pet}}, B: {type: array, items: {$ref: y/data.yaml#/Pet}}";
    let found = bundled(
        &root(uses),
        &files(&[("x/data.yaml", same), ("y/data.yaml", same)]),
    );
    assert_eq!(found.findings(), "");
    assert_eq!(found.schemas(), ["A", "B", "Owner", "Pet"]);
    assert_eq!(
        found.value["components"]["schemas"]["B"]["items"]["$ref"],
        "#/components/schemas/Pet"
    );
    // Two names in one file are two things, whatever they hold.
    let two = "Text: {$ref: 't.yaml#/Text'}, text: {$ref: 't.yaml#/text'}";
    let found = bundled(
        &root(two),
        &files(&[("t.yaml", "{Text: {type: string}, text: {type: string}}")]),
    );
    assert_eq!(
        found.value["components"]["schemas"],
        json!({"Text": {"type": "string"}, "text": {"type": "string"}})
    );
    // The same text whose references lead to something else is not the same.
    let other = same.replace("array", "object");
    let found = bundled(
        &root(uses),
        &files(&[("x/data.yaml", same), ("y/data.yaml", &other)]),
    );
    assert_eq!(
        found.schemas(),
        [
            "A",
            "B",
            "data_Owner",
            "data_Pet",
            "y_data_Owner",
            "y_data_Pet"
        ]
    );
    assert_eq!(found.report.diagnostics().len(), 4);
}

#[test]
fn names_do_not_depend_on_the_way() {
    let texts = files(&[
        (
            "a.yaml",
            "{Pet: {type: string}, Tag: {type: array, items: {$ref: b.yaml#/Pet}}}",
        ),
        (
            "b.yaml",
            "{Pet: {type: integer}, Tag: {type: array, items: {$ref: a.yaml#/Pet}}}",
        ),
    ]);
    let names = |text: &str| {
        let found = bundled(&root(text), &texts);
        let mut names: Vec<String> = found.schemas().into_iter().map(str::to_owned).collect();
        names.sort();
        names
    };
    let one = names("A: {allOf: [{$ref: a.yaml#/Tag}, {$ref: b.yaml#/Tag}, {$ref: b.yaml#/Pet}]}");
    assert_eq!(
        one,
        names("A: {allOf: [{$ref: b.yaml#/Pet}, {$ref: b.yaml#/Tag}, {$ref: a.yaml#/Tag}]}")
    );
    assert_eq!(one, ["A", "a_Pet", "a_Tag", "b_Pet", "b_Tag"]);
}

#[test]
fn variants_keep_their_values() {
    let found = bundled(
        &root(
            "Cat: {type: string}, Pet: {oneOf: [{$ref: d.yaml#/Cat}, {$ref: dog.yaml}], discriminator: {propertyName: kind, mapping: {dog: dog.yaml}}}",
        ),
        &files(&[
            (
                "d.yaml",
                "Cat: {type: object, properties: {kind: {type: string}}}",
            ),
            (
                "dog.yaml",
                "{type: object, properties: {kind: {type: string}}}",
            ),
        ]),
    );
    assert_eq!(
        found.value["components"]["schemas"]["Pet"]["discriminator"]["mapping"],
        json!({"dog": "#/components/schemas/dog", "Cat": "#/components/schemas/d_Cat"})
    );
}

#[test]
fn a_finding_stands_where_it_was_written() {
    let found = bundled(
        &root("A: {$ref: a.yaml}"),
        &files(&[
            (
                "a.yaml",
                "type: object\nproperties:\n  b: {$ref: 'b.yaml#/Parcle'}\n",
            ),
            ("b.yaml", "Parcel: {type: string}"),
        ]),
    );
    assert_eq!(
        found.findings(),
        "warning[W0302]: `$ref` points at nothing: b.yaml#/Parcle\n --> api/a.yaml:3:13\n  |\n3 |   b: {$ref: 'b.yaml#/Parcle'}\n  |             ^^^^^^^^^^^^^^^^\n  = help: there is `Parcel` in that file\n\n"
    );
}

/// Parts that others refer to move to `components` before types are built of them.
#[test]
fn findings_about_parts_that_move_stand_where_they_were_written() {
    let text = root("A: {$ref: 'a.yaml#/Pet'}, B: {$ref: 'a.yaml#/Pet/properties/kind'}");
    let files = files(&[(
        "a.yaml",
        "Pet:\n  type: object\n  properties:\n    kind:\n      type: string\n      enum: [cat, 7]\n",
    )]);
    let input = Input {
        description: Source {
            name: "root.yaml",
            text: &text,
        },
        overlay: None,
        files: &files,
        package: "it",
        token_env: "TOKEN",
        layout: Layout::Single,
        methods: Methods::Flat,
    };
    let output = generate(&input);
    let found = render(&output.report, &output.sources(&input), Style::Plain);
    assert!(found.starts_with("warning[W0501]"), "{found}");
    assert!(found.contains("\n --> a.yaml:6:19\n"), "{found}");
}

#[test]
fn what_cannot_be_referred_to_is_taken_in_place() {
    let root = "openapi: 3.0.4
info: {title: T, version: '1'}
paths: {$ref: paths/index.yaml}
components: {$ref: components.yaml}
";
    let found = bundled(
        root,
        &files(&[
            ("paths/index.yaml", "/pets: {$ref: pets.yaml}"),
            (
                "paths/pets.yaml",
                "{parameters: {$ref: ../common.yaml#/paging}, get: {responses: {'200': {description: '', content: {application/json: {schema: {type: object, properties: {pet: {$ref: ../pet.yaml}}}}}}}}}",
            ),
            ("common.yaml", "paging: [{name: page, in: query}]"),
            (
                "components.yaml",
                "schemas: {Pet: {$ref: pet.yaml}, Pets: {$ref: 'paths/pets.yaml#/get/responses/200/content/application~1json/schema'}}",
            ),
            (
                "pet.yaml",
                "{type: object, properties: {self: {$ref: 'components.yaml#/schemas/Pet'}}}",
            ),
        ]),
    );
    let codes: Vec<&str> = found
        .report
        .diagnostics()
        .map(|d| d.code.as_str())
        .collect();
    assert_eq!(codes, ["W0311"; 3]);
    assert!(
        found.findings().contains("--> api/root.yaml:3:15"),
        "{}",
        found.findings()
    );
    assert!(
        found.findings().contains("--> api/paths/pets.yaml:1:21"),
        "{}",
        found.findings()
    );
    let pet = json!({"$ref": "#/components/schemas/Pet"});
    assert_eq!(
        found.value["components"]["schemas"],
        json!({
            "Pet": {"type": "object", "properties": {"self": pet}},
            // What stands in the description already keeps its place.
            "Pets": {"$ref": "#/paths/~1pets/get/responses/200/content/application~1json/schema"},
        })
    );
    let item = &found.value["paths"]["/pets"];
    assert_eq!(item["parameters"], json!([{"name": "page", "in": "query"}]));
    assert_eq!(
        found.origin("/paths/~1pets/parameters/0"),
        ("api/common.yaml".to_owned(), "/paging/0".to_owned())
    );
    assert_eq!(
        found.origin("/components/schemas/Pet/type"),
        ("api/pet.yaml".to_owned(), "/type".to_owned())
    );
}

#[test]
fn a_whole_description_is_no_part() {
    let found = bundled(
        &root("A: {$ref: other.yaml}"),
        &files(&[("other.yaml", "openapi: 3.0.4\npaths: {}\n")]),
    );
    let findings = found.findings();
    assert!(
        findings.starts_with("warning[W0302]: `$ref` names a whole description: other.yaml"),
        "{findings}"
    );
}

/// Dozens of large descriptions that share one file of common types, as telecommunication standards
/// publish them.
#[test]
fn of_large_files_only_what_is_needed_is_taken() {
    let mut common = String::from(
        "openapi: 3.0.0\ninfo: {title: Common, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n",
    );
    for number in 0..400 {
        let _ = writeln!(
            common,
            "    Type{number}: {{type: object, properties: {{next: {{$ref: '#/components/schemas/Type{}'}}}}}}",
            (number + 7) % 400
        );
    }
    common += "    Supi: {type: string, pattern: '^imsi-[0-9]{5,15}$'}\n";
    let mut texts = BTreeMap::from([("TS29571_CommonData.yaml".to_owned(), common)]);
    for service in 0..40 {
        let next = (service + 1) % 40;
        texts.insert(format!("TS29{service:03}_Service.yaml"), format!(
            "openapi: 3.0.0\ninfo: {{title: S, version: '1'}}\npaths:\n  /s{service}: {{get: {{responses: {{'204': {{description: D}}}}}}}}\ncomponents:\n  schemas:\n    \
             Context{service}: {{type: object, properties: {{supi: {{$ref: 'TS29571_CommonData.yaml#/components/schemas/Supi'}}, peer: {{$ref: 'TS29{next:03}_Service.yaml#/components/schemas/Context{next}'}}}}}}\n    \
             Unused: {{$ref: 'TS99999_NotThere.yaml#/components/schemas/X'}}\n"
        ));
    }
    let found = bundled(
        "openapi: 3.0.0\ninfo: {title: R, version: '1'}\npaths:\n  /r:\n    get: {responses: {'200': {description: D, content: {application/json: {schema: {$ref: 'TS29000_Service.yaml#/components/schemas/Context0'}}}}}}\n",
        &texts,
    );
    assert_eq!(found.findings(), "");
    assert_eq!(found.texts.len(), 41);
    assert_eq!(found.schemas().len(), 41, "40 contexts and `Supi`");
    assert_eq!(found.value["paths"].as_object().unwrap().len(), 1);
    assert_eq!(
        found.value["components"]["schemas"]["Context7"]["properties"]["supi"]["$ref"],
        "#/components/schemas/Supi"
    );
}
