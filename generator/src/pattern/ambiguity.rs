//! Whether a backtracking matcher may need exponential time.
//!
//! It does when some text can be read on the way from a place of the pattern back to the same
//! place in two ways: then `n` such texts can be read in `2^n` ways, and all are tried before it
//! is said that the rest does not match ("exponential ambiguity" of the automaton; Weber and
//! Seidl, 1991). The automaton is that of Glushkov, whose states are the sets of characters in the
//! pattern; two ways to take the same step count as two.

use super::node::{Node, Set};
use std::borrow::Cow;

/// More counted repetitions are taken as any number.
const MANY: u32 = 8;

/// How often something of a fixed length is unrolled that is repeated a fixed number of times.
const COPIES: u32 = 40;

/// How many states are looked at; larger patterns count as ambiguous.
const LARGEST: usize = 400;

/// How many steps of two readers are looked at, likewise.
const LONGEST: usize = 500_000;

/// Whether a pattern may take exponential time.
pub(super) fn is_exponential(node: &Node) -> bool {
    let mut automaton = Automaton::default();
    automaton.add(node);
    if automaton.is_ambiguous() {
        return true;
    }
    automaton.looks.iter().any(|inner| is_exponential(inner))
}

#[derive(Default)]
struct Automaton<'n> {
    sets: Vec<Cow<'n, Set>>,
    /// What may follow each state, as often as there are ways.
    follow: Vec<Vec<usize>>,
    /// What is matched ahead, on its own.
    looks: Vec<&'n Node>,
    /// In how many repetitions the present part is.
    depth: usize,
    /// Whether a repetition in another may read nothing in a round: `regress` 0.10.4 may then go
    /// round for ever.
    has_empty_rounds: bool,
}

/// A part of a pattern in the automaton.
#[derive(Clone, Default)]
struct Part {
    first: Vec<usize>,
    last: Vec<usize>,
    is_nullable: bool,
}

impl Part {
    fn empty() -> Self {
        Self {
            is_nullable: true,
            ..Self::default()
        }
    }
}

impl<'n> Automaton<'n> {
    fn add(&mut self, node: &'n Node) -> Part {
        match node {
            _ if self.sets.len() > LARGEST => Part::empty(),
            Node::Assertion(_) => Part::empty(),
            Node::Look(inner) => {
                self.looks.push(inner);
                Part::empty()
            }
            Node::Set(set) => self.state(Cow::Borrowed(set)),
            // It may match anything, also nothing, and any number of characters.
            Node::Unknown => {
                let mut part = self.state(Cow::Owned(Set::unknown()));
                self.link(&part.last, &part.first);
                part.is_nullable = true;
                part
            }
            Node::Group(inner) => self.add(inner),
            Node::Sequence(parts) => {
                let mut whole = Part::empty();
                for part in parts {
                    let part = self.add(part);
                    whole = self.joined(whole, part);
                }
                whole
            }
            Node::Choice(branches) => {
                let mut whole = Part::default();
                for branch in branches {
                    let branch = self.add(branch);
                    whole.first.extend(branch.first);
                    whole.last.extend(branch.last);
                    whole.is_nullable |= branch.is_nullable;
                }
                whole
            }
            Node::Repeat(inner, least, most) => self.repeat(inner, *least, *most),
        }
    }

    /// One more state.
    fn state(&mut self, set: Cow<'n, Set>) -> Part {
        self.sets.push(set);
        self.follow.push(Vec::new());
        let state = vec![self.sets.len() - 1];
        Part {
            first: state.clone(),
            last: state,
            is_nullable: false,
        }
    }

    fn repeat(&mut self, inner: &'n Node, least: u32, most: Option<u32>) -> Part {
        let is_fixed = most == Some(least) && inner.is_fixed();
        let mut whole = Part::empty();
        for _ in 0..least.min(if is_fixed { COPIES } else { MANY }) {
            let part = self.round(inner, most);
            whole = self.joined(whole, part);
        }
        match most {
            Some(_) if is_fixed => {}
            Some(most) if most <= MANY => {
                for _ in least..most {
                    let mut part = self.round(inner, Some(most));
                    part.is_nullable = true;
                    whole = self.joined(whole, part);
                }
            }
            _ => {
                let mut part = self.round(inner, most);
                self.link(&part.last, &part.first);
                part.is_nullable = true;
                whole = self.joined(whole, part);
            }
        }
        whole
    }

    /// What is repeated, once.
    fn round(&mut self, inner: &'n Node, most: Option<u32>) -> Part {
        let is_repeated = most.is_none_or(|most| most > 1);
        self.depth += usize::from(is_repeated);
        let part = self.add(inner);
        self.depth -= usize::from(is_repeated);
        let may_read_nothing = part.is_nullable && !part.first.is_empty();
        self.has_empty_rounds |= is_repeated && self.depth > 0 && may_read_nothing;
        part
    }

    fn joined(&mut self, left: Part, right: Part) -> Part {
        self.link(&left.last, &right.first);
        let mut whole = Part {
            is_nullable: left.is_nullable && right.is_nullable,
            first: left.first,
            last: right.last,
        };
        if left.is_nullable {
            whole.first.extend(right.first);
        }
        if right.is_nullable {
            whole.last.extend(left.last);
        }
        whole
    }

    fn link(&mut self, from: &[usize], to: &[usize]) {
        for state in from {
            self.follow[*state].extend(to);
        }
    }

    fn is_ambiguous(&self) -> bool {
        let count = self.sets.len();
        if count > LARGEST || self.has_empty_rounds {
            return true;
        }
        let mut before = vec![Vec::new(); count];
        for (from, next) in self.follow.iter().enumerate() {
            for to in next {
                before[*to].push(from);
            }
        }
        let mut left: Vec<bool> = vec![true; count];
        for state in 0..count {
            if !left[state] {
                continue;
            }
            let (after, until) = (reached(&self.follow, state), reached(&before, state));
            let circle: Vec<bool> = (0..count).map(|it| after[it] && until[it]).collect();
            if circle[state] && self.circle_is_ambiguous(&circle, &before) {
                return true;
            }
            for (left, inside) in left.iter_mut().zip(&circle) {
                *left &= !inside;
            }
        }
        false
    }

    /// Whether there are two ways round for one text, in states each of which leads to all others.
    fn circle_is_ambiguous(&self, circle: &[bool], before: &[Vec<usize>]) -> bool {
        let states = || (0..circle.len()).filter(|state| circle[*state]);
        for state in states() {
            let mut next: Vec<usize> = self.follow[state].clone();
            next.retain(|next| circle[*next]);
            next.sort_unstable();
            if next.windows(2).any(|pair| pair[0] == pair[1]) {
                return true;
            }
        }
        // Two readers that begin in one state, go apart and meet again in one.
        let (Some(forth), Some(back)) = (
            self.pairs(states(), circle, &self.follow),
            self.pairs(states(), circle, before),
        ) else {
            return true;
        };
        let count = circle.len();
        forth
            .iter()
            .zip(&back)
            .enumerate()
            .any(|(pair, (forth, back))| *forth && *back && pair / count != pair % count)
    }

    /// The pairs of states that two readers of one text can come to from a common one; `None` when
    /// there are too many steps to follow.
    fn pairs(
        &self,
        states: impl Iterator<Item = usize>,
        circle: &[bool],
        steps: &[Vec<usize>],
    ) -> Option<Vec<bool>> {
        let count = circle.len();
        let mut seen = vec![false; count * count];
        let mut todo: Vec<(usize, usize)> = states.map(|state| (state, state)).collect();
        for (state, _) in &todo {
            seen[state * count + state] = true;
        }
        let mut left = LONGEST;
        while let Some((one, two)) = todo.pop() {
            left = left.checked_sub(steps[one].len() * steps[two].len())?;
            for one in steps[one].iter().filter(|it| circle[**it]) {
                for two in steps[two].iter().filter(|it| circle[**it]) {
                    let pair = one * count + two;
                    if !seen[pair] && self.sets[*one].meets(&self.sets[*two]) {
                        seen[pair] = true;
                        todo.push((*one, *two));
                    }
                }
            }
        }
        Some(seen)
    }
}

/// The states that can be reached in one step or more.
fn reached(steps: &[Vec<usize>], from: usize) -> Vec<bool> {
    let mut seen = vec![false; steps.len()];
    let mut todo = steps[from].clone();
    while let Some(state) = todo.pop() {
        if !std::mem::replace(&mut seen[state], true) {
            todo.extend(&steps[state]);
        }
    }
    seen
}
