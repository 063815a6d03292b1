//! Types as the generator writes them, for forms that the bundled description does not use.

use powertokens_seedance::runtime::{
    Json, Nullable, Value, additional_properties, choice, exact_object, int_enum, json_enum,
    object, one_of, optional, required, text_enum,
};
use std::collections::BTreeMap;

exact_object! {
    pub(crate) struct Fields {
        pub(crate) name: String = required("name"),
        pub(crate) count: Option<i64> = optional("count"),
        pub(crate) flag: Option<bool> = optional("flag"),
        pub(crate) note: Option<Nullable<String>> = optional("note"),
        pub(crate) colors: Option<Vec<Color>> = optional("colors"),
        pub(crate) square: Option<Square> = optional("square"),
        pub(crate) rest: BTreeMap<String, Value> = additional_properties(),
    }
}

text_enum! {
    pub(crate) enum Color {
        Red = "red",
        Blue = "blue",
    }
}

int_enum! {
    pub(crate) enum Level {
        Level1 = 1,
    }
}

json_enum! {
    pub(crate) enum Mixed {
        Half = "0.5",
        Auto = "\"auto\"",
    }
}

object! {
    pub(crate) struct Square {
        pub(crate) side: f64 = required("side").minimum(0),
    }
    fn new(side: f64);
}

object! {
    pub(crate) struct Group {
        pub(crate) kind: String = required("kind"),
        pub(crate) shapes: Vec<Shape> = required("shapes"),
    }
}

one_of! {
    /// With a tag.
    pub(crate) enum Shape {
        Square(Square) = choice().tags(&["square"]),
        Group(Group) = choice().tags(&["group"]),
    }
    tag = "kind";
}

one_of! {
    /// Without a tag.
    pub(crate) enum Either {
        Level(Level) = choice(),
        Color(Color) = choice(),
        Square(Square) = choice(),
    }
}

/// An object with more members than a word has bits.
macro_rules! wide {
    ($($field:ident),*; $last:ident) => {
        object! {
            struct Wide {
                $($field: Option<i64> = optional(stringify!($field)),)*
                $last: i64 = required(stringify!($last)),
            }
        }
    };
}
wide!(
    m00, m01, m02, m03, m04, m05, m06, m07, m08, m09, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20, m21, m22, m23, m24, m25, m26, m27, m28, m29, m30, m31, m32, m33, m34, m35, m36, m37, m38, m39, m40, m41, m42, m43, m44, m45, m46, m47, m48, m49, m50, m51, m52, m53, m54, m55, m56, m57, m58, m59, m60, m61, m62, m63, m64, m65, m66, m67, m68, m69;
    last
);

#[test]
fn many_members() {
    let backwards: Vec<String> = (0..70).rev().map(|n| format!("\"m{n:02}\":{n}")).collect();
    let text = format!("{{\"last\":-1,{}}}", backwards.join(","));
    let wide = Wide::from_json(&text).unwrap();
    assert_eq!(
        (wide.m00, wide.m63, wide.m64),
        (Some(0), Some(63), Some(64))
    );
    assert_eq!((wide.m69, wide.last), (Some(69), -1));
    let written = wide.to_json();
    assert!(written.starts_with("{\"m00\":0,") && written.ends_with("\"m69\":69,\"last\":-1}"));
    assert_eq!(Wide::from_json(&written), Ok(wide));
    let sparse = Wide::from_json(r#"{"m65":1,"last":2,"m65":3}"#).unwrap();
    assert_eq!(sparse.to_json(), r#"{"m65":3,"last":2}"#);
    let missing = Wide::from_json(r#"{"m00":1,"m06":2,"m64":2}"#).unwrap_err();
    assert_eq!(missing.to_string(), "expected a member `last`, found none");
}

#[test]
fn enums_and_unions() {
    assert_eq!(Level::from_json("1"), Ok(Level::Level1));
    assert_eq!(Mixed::from_json("0.50"), Ok(Mixed::Half));
    assert_eq!(Color::from_json("\"blue\""), Ok(Color::Blue));
    assert_eq!(Either::from_json("1"), Ok(Either::Level(Level::Level1)));
    let broken: Vec<bool> = ["1", "2", "\"red\"", "\"new\"", "[]"]
        .map(|text| Either::from_json(text).unwrap().validate().is_err())
        .to_vec();
    assert_eq!(broken, [false, true, false, true, true]);
}

#[cfg(feature = "serde")]
mod with_serde {
    use super::{Color, Either, Fields, Group, Json, Level, Mixed, Shape, Value, Wide};
    use powertokens_seedance::runtime::Wire;
    use powertokens_seedance::types::VideoTask;
    use serde_json::{from_str, from_value, to_string, to_value};

    /// The JSON that serde writes is that of the client, and reads back as the same value.
    fn same<T>(text: &str) -> T
    where
        T: Wire + PartialEq + std::fmt::Debug + serde::Serialize + serde::de::DeserializeOwned,
    {
        let value: T = from_str(text).unwrap();
        assert_eq!(T::from_json(text).as_ref(), Ok(&value));
        let tree = to_value(&value).unwrap();
        assert_eq!(
            from_str::<serde_json::Value>(&value.to_json()).unwrap(),
            tree
        );
        assert_eq!(from_value::<T>(tree).unwrap(), value);
        assert_eq!(from_str::<T>(&to_string(&value).unwrap()).unwrap(), value);
        value
    }

    #[test]
    fn enums() {
        assert_eq!(same::<Color>("\"red\""), Color::Red);
        assert_eq!(same::<Color>("\"new\""), Color::Unknown("new".into()));
        assert_eq!(same::<Level>("1"), Level::Level1);
        assert_eq!(same::<Level>("-9"), Level::Unknown(-9));
        assert_eq!(same::<Mixed>("0.5"), Mixed::Half);
        assert_eq!(
            same::<Mixed>("[null]"),
            Mixed::Unknown(vec![Value::Null].into())
        );
        assert!(from_str::<Color>("1").is_err());
        assert!(from_str::<Level>("\"1\"").is_err());
    }

    #[test]
    fn unions() {
        let text = r#"{"kind":"group","shapes":[{"kind":"square","side":2},{"kind":"new","x":1}]}"#;
        let Shape::Group(Group { shapes, .. }) = same::<Shape>(text) else {
            panic!("another variant");
        };
        assert!(matches!(shapes[..], [Shape::Square(_), Shape::Unknown(_)]));
        let error = from_str::<Shape>(r#"{"kind":"square","side":"x"}"#).unwrap_err();
        assert!(error.to_string().contains("/side"), "{error}");
        assert!(matches!(same("1"), Either::Level(_)));
        assert!(matches!(same("\"red\""), Either::Color(_)));
        assert!(matches!(same(r#"{"side":1.25}"#), Either::Square(_)));
        assert!(matches!(same("[]"), Either::Unknown(_)));
    }

    #[test]
    fn structs() {
        let fields: Fields = same(r#"{"name":"a","note":null,"colors":["blue"],"z":{"y":1e300}}"#);
        assert_eq!(fields.rest.len(), 1);
        same::<Wide>(r#"{"m64":9223372036854775807,"last":-9223372036854775808}"#);
        same::<VideoTask>(r#"{"id":"t","status":"running","error":null}"#);
        assert!(from_str::<Wide>("{}").is_err());
        let numbers = "[18446744073709551615,-1,0.1,1e-7,true,null,\"\\u0000\"]";
        assert_eq!(
            same::<Value>(numbers).as_array().map(<[Value]>::len),
            Some(7)
        );
    }
}
