//! Regular expressions as trees.

/// A part of a regular expression.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Node {
    /// One character of a set.
    Set(Set),
    Sequence(Vec<Node>),
    Choice(Vec<Node>),
    /// The least and the most times; without the second there is no end.
    Repeat(Box<Node>, u32, Option<u32>),
    Group(Box<Node>),
    /// Something about the place: `^`, `$`, `\b`, `\B`.
    Assertion(String),
    /// What must or must not stand before or behind.
    Look(Box<Node>),
    /// What is matched here is not known.
    Unknown,
}

impl Node {
    /// Whether all that it matches has one length, and is read in one way.
    pub(super) fn is_fixed(&self) -> bool {
        match self {
            Self::Set(_) | Self::Assertion(_) | Self::Look(_) => true,
            Self::Sequence(parts) => parts.iter().all(Self::is_fixed),
            Self::Group(inner) => inner.is_fixed(),
            Self::Repeat(inner, least, most) => *most == Some(*least) && inner.is_fixed(),
            Self::Choice(_) | Self::Unknown => false,
        }
    }
}

/// The last code point.
const LAST: u32 = 0x10_ffff;

/// The surrogates, which no text of Rust has.
const SURROGATES: (u32, u32) = (0xd800, 0xdfff);

/// A set of characters.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Set {
    /// The first and the last code points, in order and without overlaps.
    ranges: Vec<(u32, u32)>,
    /// Whether just these are meant; otherwise it is not known which of them.
    is_exact: bool,
}

impl Set {
    pub(super) fn of(mut ranges: Vec<(u32, u32)>) -> Self {
        ranges.sort_unstable();
        let mut joined: Vec<(u32, u32)> = Vec::new();
        for (low, high) in ranges {
            match joined.last_mut() {
                Some(last) if low <= last.1.saturating_add(1) => last.1 = last.1.max(high),
                _ => joined.push((low, high)),
            }
        }
        Self {
            ranges: joined,
            is_exact: true,
        }
    }

    pub(super) fn one(character: char) -> Self {
        Self::of(vec![(u32::from(character), u32::from(character))])
    }

    /// A set of which the members are not known.
    pub(super) fn unknown() -> Self {
        Self {
            is_exact: false,
            ..Self::of(Vec::new()).inverted()
        }
    }

    pub(super) fn digits() -> Self {
        Self::of(vec![(0x30, 0x39)])
    }

    pub(super) fn word() -> Self {
        Self::of(vec![(0x30, 0x39), (0x41, 0x5a), (0x5f, 0x5f), (0x61, 0x7a)])
    }

    /// White space and line ends (ECMA-262, sections 12.2 and 12.3).
    pub(super) fn space() -> Self {
        Self::of(vec![
            (0x09, 0x0d),
            (0x20, 0x20),
            (0xa0, 0xa0),
            (0x1680, 0x1680),
            (0x2000, 0x200a),
            (0x2028, 0x2029),
            (0x202f, 0x202f),
            (0x205f, 0x205f),
            (0x3000, 0x3000),
            (0xfeff, 0xfeff),
        ])
    }

    /// All but line ends.
    pub(super) fn dot() -> Self {
        Self::of(vec![(0x0a, 0x0a), (0x0d, 0x0d), (0x2028, 0x2029)]).inverted()
    }

    /// What is in one of them.
    pub(super) fn union(sets: &[Self]) -> Self {
        let ranges = sets.iter().flat_map(|set| set.ranges.clone());
        Self {
            is_exact: sets.iter().all(|set| set.is_exact),
            ..Self::of(ranges.collect())
        }
    }

    /// All others.
    pub(super) fn inverted(&self) -> Self {
        if !self.is_exact {
            return Self::unknown();
        }
        let mut inverted = Vec::new();
        let mut next = 0;
        let without = Self::of(self.ranges.iter().copied().chain([SURROGATES]).collect());
        for (low, high) in without.ranges {
            if next < low {
                inverted.push((next, low - 1));
            }
            next = high.saturating_add(1);
        }
        if next <= LAST {
            inverted.push((next, LAST));
        }
        Self::of(inverted)
    }

    /// The first and the last code points, in order and without overlaps, when they are known.
    pub(super) fn ranges(&self) -> Option<&[(u32, u32)]> {
        self.is_exact.then_some(self.ranges.as_slice())
    }

    /// The only code point in it.
    pub(super) fn only(&self) -> Option<u32> {
        match self.ranges()? {
            [(low, high)] if low == high => Some(*low),
            _ => None,
        }
    }

    /// Whether a character is in both.
    pub(super) fn meets(&self, other: &Self) -> bool {
        let (mut left, mut right) = (self.ranges.iter(), other.ranges.iter());
        let (mut a, mut b) = (left.next(), right.next());
        while let (Some(one), Some(two)) = (a, b) {
            if one.0 <= two.1 && two.0 <= one.1 {
                return true;
            }
            if one.1 < two.1 {
                a = left.next();
            } else {
                b = right.next();
            }
        }
        false
    }
}
