//! Conditions across the members of an object: `anyOf` and `oneOf` beside `properties`.

use super::value::Value;
use std::fmt;

/// A condition: at least one branch holds, or exactly one.
#[derive(Clone, Copy, Debug)]
pub struct Condition {
    exclusive: bool,
    branches: &'static [Branch],
}

/// At least one branch must hold.
#[must_use]
pub const fn any_of(branches: &'static [Branch]) -> Condition {
    Condition {
        exclusive: false,
        branches,
    }
}

/// Exactly one branch must hold.
#[must_use]
pub const fn one_of(branches: &'static [Branch]) -> Condition {
    Condition {
        exclusive: true,
        branches,
    }
}

/// One branch of a condition; begins with [`branch()`].
#[derive(Clone, Copy, Debug)]
pub struct Branch {
    when: &'static [When],
    requires: &'static [&'static str],
}

/// A branch that always holds.
#[must_use]
pub const fn branch() -> Branch {
    Branch {
        when: &[],
        requires: &[],
    }
}

impl Branch {
    /// Members that, when present, must have certain values.
    #[must_use]
    pub const fn when(mut self, when: &'static [When]) -> Self {
        self.when = when;
        self
    }

    /// Members that must be present.
    #[must_use]
    pub const fn requires(mut self, names: &'static [&'static str]) -> Self {
        self.requires = names;
        self
    }

    fn holds(&self, member: &dyn Fn(&str) -> Option<Value>) -> bool {
        self.requires.iter().all(|name| member(name).is_some())
            && self
                .when
                .iter()
                .all(|when| member(when.name).is_none_or(|value| when.allows(&value)))
    }
}

/// The values that a member may have.
#[derive(Clone, Copy, Debug)]
pub struct When {
    name: &'static str,
    values: &'static [&'static str],
    json: bool,
}

/// A member that is one of these strings.
#[must_use]
pub const fn is(name: &'static str, values: &'static [&'static str]) -> When {
    When {
        name,
        values,
        json: false,
    }
}

/// A member that is one of these values, given as JSON text.
#[must_use]
pub const fn is_json(name: &'static str, values: &'static [&'static str]) -> When {
    When {
        name,
        values,
        json: true,
    }
}

impl When {
    fn allows(&self, value: &Value) -> bool {
        self.values.iter().any(|allowed| {
            if self.json {
                allowed
                    .parse()
                    .is_ok_and(|allowed: Value| allowed == *value)
            } else {
                value.as_str() == Some(allowed)
            }
        })
    }
}

impl Condition {
    /// Whether the condition holds for an object with these members.
    pub(super) fn holds(&self, member: &dyn Fn(&str) -> Option<Value>) -> bool {
        let mut holding = self.branches.iter().filter(|branch| branch.holds(member));
        holding.next().is_some() && !(self.exclusive && holding.next().is_some())
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.exclusive { "oneOf: " } else { "anyOf: " })?;
        for (index, branch) in self.branches.iter().enumerate() {
            f.write_str(if index == 0 { "(" } else { " or (" })?;
            let mut separator = "";
            for when in branch.when {
                write!(f, "{separator}{}: {}", when.name, when.values.join(" | "))?;
                separator = ", ";
            }
            if !branch.requires.is_empty() {
                write!(f, "{separator}required: {}", branch.requires.join(", "))?;
            }
            f.write_str(")")?;
        }
        Ok(())
    }
}
