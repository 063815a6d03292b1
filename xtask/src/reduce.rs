//! The smallest description that shows something: parts are taken away as long as it still shows.

use serde_json::Value;
use specwright::pointer::Pointer;

/// What a reduction may cost.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Effort {
    /// How often the description may be tried.
    pub(crate) tries: usize,
}

/// Takes away members and elements while `shows` holds: first the outer ones, many at a time, then
/// fewer, then the inner ones, and again from the start until nothing more can go.
pub(crate) fn reduce(
    mut value: Value,
    effort: Effort,
    mut shows: impl FnMut(&Value) -> bool,
) -> Value {
    let mut left = effort.tries;
    loop {
        let mut shorter = false;
        let mut depth = 1;
        while left > 0 {
            let places = at_depth(&value, depth);
            if places.is_empty() {
                break;
            }
            shorter |= thin_out(&mut value, places, &mut left, &mut shows);
            depth += 1;
        }
        if !shorter || left == 0 {
            return value;
        }
    }
}

/// Takes away runs of `places`, half as many each round.
fn thin_out(
    value: &mut Value,
    mut places: Vec<Pointer>,
    left: &mut usize,
    shows: &mut impl FnMut(&Value) -> bool,
) -> bool {
    let mut shorter = false;
    let mut size = places.len();
    loop {
        let mut begin = 0;
        while begin < places.len() && *left > 0 {
            let end = (begin + size).min(places.len());
            let candidate = without(value, &places[begin..end]);
            *left -= 1;
            if shows(&candidate) {
                *value = candidate;
                places.drain(begin..end);
                shorter = true;
                // What stood in a list has moved up.
                places.retain(|place| value.pointer(place.as_str()).is_some());
            } else {
                begin = end;
            }
        }
        if size == 1 || *left == 0 {
            return shorter;
        }
        size = size.div_ceil(2);
    }
}

/// Everything that is this many steps below the root.
fn at_depth(value: &Value, depth: usize) -> Vec<Pointer> {
    let mut level = vec![(Pointer::root(), value)];
    for _ in 0..depth {
        let mut next = Vec::new();
        for (at, value) in level {
            match value {
                Value::Object(map) => next.extend(map.iter().map(|(k, v)| (at.key(k), v))),
                Value::Array(list) => {
                    let elements = list.iter().enumerate();
                    next.extend(elements.map(|(i, v)| (at.index(i), v)));
                }
                _ => {}
            }
        }
        level = next;
    }
    level.into_iter().map(|(at, _)| at).collect()
}

/// A copy without these places; from the last to the first, since elements move up.
fn without(value: &Value, places: &[Pointer]) -> Value {
    let mut value = value.clone();
    for place in places.iter().rev() {
        let text = place.as_str();
        let Some((parent, key)) = text.rsplit_once('/') else {
            continue;
        };
        let key = key.replace("~1", "/").replace("~0", "~");
        match value.pointer_mut(parent) {
            Some(Value::Object(map)) => {
                map.shift_remove(&key);
            }
            Some(Value::Array(list)) => {
                if let Some(index) = key.parse().ok().filter(|&index: &usize| index < list.len()) {
                    list.remove(index);
                }
            }
            _ => {}
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const EFFORT: Effort = Effort { tries: 1000 };

    #[test]
    fn only_what_shows_is_left() {
        let value = json!({
            "a/b": {"keep": [1, 2, {"this": 3, "that": 4}], "x": 1},
            "c": [1, 2, 3],
        });
        let found = reduce(value, EFFORT, |value| {
            value
                .pointer("/a~1b/keep")
                .is_some_and(|list| list.to_string().contains("this"))
        });
        assert_eq!(found, json!({"a/b": {"keep": [{"this": 3}]}}));
    }

    #[test]
    fn it_ends_when_the_effort_is_spent() {
        let mut tries = 0;
        reduce(json!([[1, 2], [3, 4]]), Effort { tries: 3 }, |_| {
            tries += 1;
            false
        });
        assert_eq!(tries, 3);
    }
}
