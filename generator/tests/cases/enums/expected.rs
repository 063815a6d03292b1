// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

operation! {
    /// `POST /jobs`
    ///
    /// Replies:
    ///
    /// - `200`: The job.
    pub struct CreateJob {
        /// The request body.
        pub body: Option<types::Job>,
    }
    send fn create_job(
        body: impl Into<Option<types::Job>>,
    ) -> Result<types::Job, Error<Value>> = CreateJob { body: body.into() };
    fn new();
    fn with_body(body: types::Job);
}

impl Operation for CreateJob {
    type Output = types::Job;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::post("createJob", "/jobs");

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(self.body.as_ref()?))
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

object! {
    /// The schema `Job`.
    pub struct Job {
        /// The state of a job.
        pub state: State = required("state"),
        pub priority: JobPriority = required("priority"),
        pub sort: Option<JobSort> = optional("sort"),
        pub level: Option<Nullable<JobLevel>> = optional("level"),
        pub size: Option<JobSize> = optional("size"),
        pub only: Option<JobOnly> = optional("only"),
        pub maybe: Option<Nullable<JobMaybe>> = optional("maybe"),
        pub grade: Option<JobGrade> = optional("grade"),
        pub on: Option<JobOn> = optional("on"),
        pub named: Option<JobNamed> = optional("named"),
    }
    fn new(state: State, priority: JobPriority);
    fn with_sort(sort: JobSort);
    fn with_level(level: impl Into<Nullable<JobLevel>>);
    fn with_size(size: JobSize);
    fn with_only(only: JobOnly);
    fn with_maybe(maybe: impl Into<Nullable<JobMaybe>>);
    fn with_grade(grade: JobGrade);
    fn with_on(on: JobOn);
    fn with_named(named: JobNamed);
}

json_enum! {
    /// `grade` of `Job`.
    pub enum JobGrade {
        Grade0_5 = "0.5",
        Grade1 = "1",
        Grade1_5 = "1.5",
    }
}

json_enum! {
    /// `level` of `Job`.
    pub enum JobLevel {
        Low = "\"low\"",
        Level2 = "2",
        True = "true",
        A1 = "{\"a\":1}",
    }
}

text_enum! {
    /// `maybe` of `Job`.
    pub enum JobMaybe {
        A = "a",
        B = "b",
    }
}

text_enum! {
    /// `named` of `Job`.
    pub enum JobNamed {
        /// The first.
        First = "1",
        /// The second.
        Second = "2",
    }
}

json_enum! {
    /// `on` of `Job`.
    pub enum JobOn {
        True = "true",
    }
}

text_enum! {
    /// `only` of `Job`.
    pub enum JobOnly {
        One = "one",
    }
}

int_enum! {
    /// `priority` of `Job`.
    pub enum JobPriority {
        PriorityMinus1 = -1,
        Priority0 = 0,
        Priority1 = 1,
        Priority10 = 10,
    }
}

text_enum! {
    /// `size` of `Job`.
    pub enum JobSize {
        Size480p = "480p",
        Size720p = "720p",
        Size4k = "4K",
    }
}

text_enum! {
    /// `sort` of `Job`.
    pub enum JobSort {
        SortPlus1 = "+1",
        SortMinus1 = "-1",
        Name = "name",
        Name2 = "NAME",
        NaMe = "na me",
        /// (empty)
        Empty = (""),
        Star = "*",
        GreaterEqual = ">=",
        LessEqual = "<=",
    }
}

text_enum! {
    /// The state of a job.
    pub enum State {
        Queued = "queued",
        InProgress = "in_progress",
        StateUnknown = "Unknown",
        StateSelf = "self",
        StateSelf2 = "Self",
        Type = "type",
    }
}

// === findings
//
// warning[W0801]: the Rust name `StateSelf` is taken: `StateSelf2` is used here
//   --> spec.yaml:31:7
//    |
// 31 |       enum: [queued, in_progress, Unknown, self, Self, type]
//    |       ^^^^
//    = help: choose a name with `x-rust-name` (or `x-enum-varnames`), for example in the overlay
//
// warning[W0801]: the Rust name `Name` is taken: `Name2` is used here
//   --> spec.yaml:19:30
//    |
// 19 |         sort: {type: string, enum: ['+1', '-1', name, NAME, 'na me', '', '*', '>=', '<=']}
//    |                              ^^^^
//    = help: choose a name with `x-rust-name` (or `x-enum-varnames`), for example in the overlay
