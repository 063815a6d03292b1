//! What XML bodies and replies look like on the wire.

use case_xml::operations::{AddAnimals, AddPerson, People, PutLists};
use case_xml::runtime::{Json, Nullable};
use case_xml::types::{Animal, Cat, Dog, Lists, Person, PersonLevel, PersonRole, Problem};
use case_xml::{BaseUrl, DecodeError, Operation, Reply, Value};
use std::collections::BTreeMap;

/// The body of the request that an operation makes.
fn body(operation: &impl Operation) -> String {
    let base: BaseUrl = "https://example.com".parse().unwrap();
    let request = operation.request_unchecked(&base);
    let Ok(request) = request else {
        panic!("no request");
    };
    assert!(
        request.headers()["content-type"]
            .to_str()
            .unwrap()
            .ends_with("/xml")
    );
    String::from_utf8(request.body().to_vec()).unwrap()
}

fn reply(body: &str) -> Reply {
    Reply::new(
        http::StatusCode::OK,
        http::HeaderMap::new(),
        body.to_owned(),
    )
}

fn lists(xml: &str) -> Lists {
    reply(xml).xml().unwrap()
}

/// What is written, and that it is read as the same.
fn both_ways(lists: &Lists, xml: &str) {
    let operation = PutLists::new().with_body(lists.clone());
    assert_eq!(body(&operation), xml);
    assert_eq!(&self::lists(xml), lists);
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn person() -> Person {
    Person::new(123)
}

fn read_person(xml: &str) -> Result<Person, DecodeError> {
    AddPerson::output(&reply(xml))
}

/// OpenAPI 3.0.4, section 4.7.26.2: the examples of arrays.
#[test]
fn lists_stand_as_the_specification_shows() {
    let two = || texts(&["one", "two"]);
    both_ways(
        &Lists::new().with_plain(two()),
        "<Lists><plain>one</plain><plain>two</plain></Lists>",
    );
    both_ways(
        &Lists::new().with_named(two()),
        "<Lists><animal>one</animal><animal>two</animal></Lists>",
    );
    both_ways(
        &Lists::new().with_wrapped(two()),
        "<Lists><wrapped><wrapped>one</wrapped><wrapped>two</wrapped></wrapped></Lists>",
    );
    both_ways(
        &Lists::new().with_both(two()),
        "<Lists><aliens><animal>one</animal><animal>two</animal></aliens></Lists>",
    );
    both_ways(
        &Lists::new().with_outer(two()),
        "<Lists><strangers><strangers>one</strangers><strangers>two</strangers></strangers></Lists>",
    );
    both_ways(
        &Lists::new().with_shared(vec![1, -2]),
        r#"<Lists><digits><d:n xmlns:d="urn:digits">1</d:n><d:n xmlns:d="urn:digits">-2</d:n></digits></Lists>"#,
    );
}

#[test]
fn short_lists_are_lists() {
    both_ways(
        &Lists::new()
            .with_plain(texts(&["one"]))
            .with_both(texts(&["one"])),
        "<Lists><plain>one</plain><aliens><animal>one</animal></aliens></Lists>",
    );
    both_ways(
        &Lists::new().with_both(Vec::new()),
        "<Lists><aliens></aliens></Lists>",
    );
    // An element around a list that should have none.
    let read = lists("<Lists><named><animal>a</animal><animal>b</animal></named></Lists>");
    assert_eq!(read.named, Some(texts(&["a", "b"])));
    // Elements of the same name that do not follow each other.
    let read = lists("<Lists><plain>a</plain><x/><animal>c</animal><plain>b</plain></Lists>");
    assert_eq!(read.plain, Some(texts(&["a", "b"])));
    assert_eq!(read.named, Some(texts(&["c"])));
}

/// OpenAPI 3.0.4, section 4.7.26.2.4: an attribute, a prefix and a namespace.
#[test]
fn attributes_prefixes_and_namespaces_are_written() {
    let start = r#"<smp:person xmlns:smp="https://example.com/schema" id="123""#;
    let named = person().with_name("example").with_role(PersonRole::Admin);
    let xml = format!(
        r#"{start} kind="admin"><sample:name xmlns:sample="https://example.com/schema/sample">example</sample:name></smp:person>"#
    );
    assert_eq!(body(&AddPerson::new(named.clone())), xml);
    assert_eq!(read_person(&xml).unwrap(), named);
    assert_eq!(body(&AddPerson::new(person())), format!("{start}/>"));
}

#[test]
fn objects_maps_and_any_values_nest() {
    let labels = BTreeMap::from([
        ("a".to_owned(), "1".to_owned()),
        ("b".to_owned(), String::new()),
    ]);
    let anything: Value = r##"{"@kind": "k", "#text": "t"}"##.parse().unwrap();
    let whole = person()
        .with_active(true)
        .with_score(1.5)
        .with_partner(person().with_score(Nullable::Null))
        .with_friends(vec![person(), person()])
        .with_labels(labels)
        .with_anything(anything);
    let xml = body(&AddPerson::new(whole.clone()));
    assert!(
        xml.contains("<score>1.5</score><isActive>true</isActive>"),
        "{xml}"
    );
    assert!(
        xml.contains("<labels><a>1</a><b/></labels><anything kind=\"k\">t</anything>"),
        "{xml}"
    );
    assert!(
        xml.contains(
            r#"<score xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>"#
        ),
        "{xml}"
    );
    assert_eq!(read_person(&xml).unwrap(), whole);
}

#[test]
fn replies_are_read_liberally() {
    let read = read_person(
        "\u{feff}<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE person>\n<!-- hello -->\n\
         <other:anything xmlns:other='urn:x' id=' 123 ' unknown='1'>\r\n\
         \t<x:name lang='en'>a &lt;b&gt; &#65;&#x42; <![CDATA[<&>]]></x:name>\n\
         \t<active> 1 </active><unknown><deep/></unknown><score/>\n\
         </other:anything>\n<!-- bye -->\n",
    );
    let wanted = person()
        .with_name("a <b> AB <&>")
        .with_active(true)
        .with_score(Nullable::Null);
    assert_eq!(read.unwrap(), wanted);
}

#[test]
fn attributes_and_elements_stand_in_for_each_other() {
    let read = read_person("<person name='n' isActive='true'><id>1</id></person>");
    let wanted = Person::new(1).with_name("n").with_active(true);
    assert_eq!(read.unwrap(), wanted);
    let read = read_person("<person id='1' name='of the attribute'><name>n</name></person>");
    assert_eq!(read.unwrap(), Person::new(1).with_name("n"));
}

#[test]
fn what_texts_spell_is_found() {
    let read = |xml: &str| read_person(xml).unwrap();
    for known in PersonLevel::KNOWN {
        let json = known.to_json();
        let xml = format!("<person id='1'><level>{json}</level></person>");
        assert_eq!(read(&xml), Person::new(1).with_level(known.clone()));
    }
    let other = read("<person id='1'><level>high</level><anything>5</anything></person>");
    assert_eq!(other.level, Some(PersonLevel::Unknown("high".into())));
    assert_eq!(other.anything, Some("5".into()));
}

#[test]
fn roots_can_be_lists_and_scalars() {
    let people = People::output(&reply("<people><person id='1'/><person id='2'/></people>"));
    assert_eq!(people.unwrap(), [Person::new(1), Person::new(2)]);
    assert_eq!(People::output(&reply("<people/>")).unwrap(), []);
    assert_eq!(AddAnimals::output(&reply("<count> 5 </count>")).unwrap(), 5);
}

#[test]
fn unions_are_told_apart_by_an_element_or_attribute() {
    let animals = vec![
        Animal::from(Cat::new("cat").with_lives(9)),
        Animal::from(Dog::new("dog").with_tricks(texts(&["sit"]))),
    ];
    let xml = "<zoo><animal><kind>cat</kind><lives>9</lives></animal><animal><kind>dog</kind><tricks>sit</tricks></animal></zoo>";
    assert_eq!(body(&AddAnimals::new(animals.clone())), xml);
    let read: Vec<Animal> = reply(xml).xml_items("animal").unwrap();
    assert_eq!(read, animals);
    let mixed = "<zoo><animal kind='dog'><kind>dog</kind></animal></zoo>";
    let read: Vec<Animal> = reply(mixed).xml_items("animal").unwrap();
    assert_eq!(read, [Animal::from(Dog::new("dog"))]);
}

#[test]
fn other_properties_are_elements() {
    let problem: Problem = reply("<Error id='7'><code>c</code><more>m</more></Error>")
        .xml()
        .unwrap();
    assert_eq!(problem.to_json(), r#"{"code":"c","more":"m"}"#);
}

#[test]
fn text_survives_both_ways() {
    let text = "<&>\"' \t\n\r]]> \u{10ffff} é";
    let named = person().with_name(text);
    let xml = body(&AddPerson::new(named.clone()));
    assert_eq!(read_person(&xml).unwrap(), named);
    let role = person().with_role(PersonRole::from(text));
    let xml = body(&AddPerson::new(role.clone()));
    assert_eq!(read_person(&xml).unwrap(), role);
}

#[test]
fn what_is_no_xml_is_an_error() {
    let deep = |levels: usize| {
        format!(
            "<person id='1'>{}{}</person>",
            "<a>".repeat(levels),
            "</a>".repeat(levels)
        )
    };
    for bad in [
        "",
        " \n",
        "text",
        "<person id='1'>",
        "<person id='1'></a>",
        "<person id='1'/><person id='1'/>",
        "<person id='1'/>text",
        "<person id='1' id='2'",
        "<person>&unknown;</person>",
        "<person>&#0;</person>",
        "<!DOCTYPE p [<!ENTITY e 'x'>]><person id='1'><name>&e;</name></person>",
        "<?xml version='1.0' encoding='ISO-8859-1'?><person id='1'/>",
        "<person/>",
        "<person id='x'/>",
        "<person id='1'><name><b/></name></person>",
        "<person id='1'><score>x</score></person>",
        "{}",
        &deep(128),
    ] {
        assert!(read_person(bad).is_err(), "{bad}");
    }
    assert!(read_person(&deep(127)).is_ok());
    let error = read_person("<person id='1'><friends><person id='x'/></friends></person>");
    assert_eq!(error.unwrap_err().pointer(), "/friends/0/id");
    let bytes = Reply::new(
        http::StatusCode::OK,
        http::HeaderMap::new(),
        vec![b'<', 0xff],
    );
    assert!(AddPerson::output(&bytes).is_err());
}

#[test]
fn what_xml_cannot_hold_is_not_sent() {
    let base: BaseUrl = "https://example.com".parse().unwrap();
    let sent = |person: Person| AddPerson::new(person).request(&base).is_ok();
    let label =
        |name: &str| person().with_labels(BTreeMap::from([(name.to_owned(), String::new())]));
    assert!(sent(label("a-b.c")));
    for name in [
        "", "1", "a b", "<a", "a>b", "a\u{0}", "xmlns:", "a:b:c", "\u{2028}",
    ] {
        assert!(!sent(label(name)), "{name:?}");
    }
    assert!(!sent(person().with_name("\u{1}")));
    assert!(!sent(person().with_name("\u{ffff}")));
}

/// Many attributes and many elements, each with another name.
#[test]
fn large_texts_are_read_without_haste() {
    let attributes: Vec<String> = (0..20_000).map(|i| format!("a{i}='{i}'")).collect();
    let elements: Vec<String> = (0..20_000)
        .map(|i| format!("<e{i}/><plain>{i}</plain>"))
        .collect();
    let xml = format!(
        "<Lists {}>{}</Lists>",
        attributes.join(" "),
        elements.concat()
    );
    assert_eq!(lists(&xml).plain.unwrap().len(), 20_000);
}
