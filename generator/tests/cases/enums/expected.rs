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
        pub loud: Option<Nullable<bool>> = optional("loud"),
        pub named: Option<JobNamed> = optional("named"),
        pub spelled: Option<JobSpelled> = optional("spelled"),
        pub mixed: Option<JobMixed> = optional("mixed"),
        pub days: Option<Vec<JobDaysItem>> = optional("days"),
        pub refused: Option<JobRefused> = optional("refused")
            .assertions(&[assertion("minLength: 2", schema().scalar(rule().min_length(2)))]),
        pub least: Option<JobLeast> = optional("least")
            .assertions(&[assertion("minimum: 2", schema().scalar(rule().number_minimum(2.0)))]),
        pub narrowed: Option<JobNarrowed> = optional("narrowed"),
        pub model: Option<JobModel> = optional("model"),
        pub later: Option<Nullable<JobLater>> = optional("later"),
        pub short: Option<JobShort> = optional("short"),
        pub either: Option<JobEither> = optional("either"),
    }
    fn new(state: State, priority: JobPriority);
    fn with_sort(sort: JobSort);
    fn with_level(level: impl Into<Nullable<JobLevel>>);
    fn with_size(size: JobSize);
    fn with_only(only: JobOnly);
    fn with_maybe(maybe: impl Into<Nullable<JobMaybe>>);
    fn with_grade(grade: JobGrade);
    fn with_on(on: JobOn);
    fn with_loud(loud: impl Into<Nullable<bool>>);
    fn with_named(named: JobNamed);
    fn with_spelled(spelled: JobSpelled);
    fn with_mixed(mixed: JobMixed);
    fn with_days(days: Vec<JobDaysItem>);
    fn with_refused(refused: JobRefused);
    fn with_least(least: JobLeast);
    fn with_narrowed(narrowed: JobNarrowed);
    fn with_model(model: impl Into<JobModel>);
    fn with_later(later: impl Into<Nullable<JobLater>>);
    fn with_short(short: impl Into<JobShort>);
    fn with_either(either: impl Into<JobEither>);
}

text_enum! {
    /// The elements of `days` of `Job`.
    pub enum JobDaysItem {
        Mon = "mon",
        Tue = "tue",
    }
}

any_of! {
    /// `either` of `Job`.
    pub enum JobEither {
        /// A [`Model`].
        Model(Model) = choice(),
        /// The state of a job.
        State(State) = choice(),
    }
    from = [Model(Model), State(State)];
}

json_enum! {
    /// `grade` of `Job`.
    pub enum JobGrade {
        Grade0_5 = "0.5",
        Grade1 = "1",
        Grade1_5 = "1.5",
    }
}

open_enum! {
    /// `later` of `Job`.
    ///
    /// Other values are allowed as well: New ones.
    pub enum JobLater {
        A = "a",
        Large = "large",
        Small = "small",
    }
}

int_enum! {
    /// `least` of `Job`.
    pub enum JobLeast {
        Least1 = 1,
        Least2 = 2,
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

json_enum! {
    /// `mixed` of `Job`.
    pub enum JobMixed {
        Mixed1 = "1",
        All = "\"all\"",
    }
}

open_enum! {
    /// `model` of `Job`.
    ///
    /// Other values are allowed as well: The name of a model.
    pub enum JobModel {
        Large = "large",
        Small = "small",
        Tiny = "tiny",
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

text_enum! {
    /// `narrowed` of `Job`.
    pub enum JobNarrowed {
        Large = "large",
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
    /// `refused` of `Job`.
    pub enum JobRefused {
        Abc = "abc",
        B = "b",
    }
}

any_of! {
    /// `short` of `Job`.
    pub enum JobShort {
        /// A string.
        String(String) = choice().max_length(3),
        /// A [`JobShortLong`].
        Long(JobShortLong) = choice(),
    }
    from = [String(String), Long(JobShortLong)];
    text = String;
}

text_enum! {
    /// Variant 2 of `short` of `Job`.
    pub enum JobShortLong {
        Long = "long",
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
    /// `spelled` of `Job`.
    pub enum JobSpelled {
        A = "a",
        Spelled1 = "1",
        True = "true",
    }
}

text_enum! {
    /// The schema `Model`.
    pub enum Model {
        Large = "large",
        Small = "small",
    }
}

open_enum! {
    /// A model. There are:
    ///
    /// - small ones
    /// - others
    ///
    /// Known ones.
    ///
    /// Other values are allowed as well: New ones.
    pub enum OtherModel {
        Large = "large",
        Small = "small",
    }
}

text_enum! {
    /// The state of a job.
    ///
    /// The server's default: `"queued"`.
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
// note[N0521]: `null` is not one of the values: `nullable` is taken to add it
//   --> spec.yaml:26:37
//    |
// 26 |         loud: {type: boolean, enum: [false, true], nullable: true}
//    |                                     ^
//
// warning[W0501]: `1` is not of type `string`: it is taken as `"1"`
//   --> spec.yaml:28:43
//    |
// 28 |         spelled: {type: string, enum: [a, 1, true]}
//    |                                           ^
//    = help: so it is in 2 values; this is the first
//
// warning[W0501]: `"all"` is not of type `integer`
//   --> spec.yaml:29:42
//    |
// 29 |         mixed: {type: integer, enum: [1, all]}
//    |                                          ^^^
//
// warning[W0501]: none of the values is of type `array`: they are taken as those of its elements
//   --> spec.yaml:30:58
//    |
// 30 |         days: {type: array, items: {type: string}, enum: [mon, tue]}
//    |                                                          ^
//
// warning[W0520]: `"b"` is one of the values and breaks `minLength: 2`
//   --> spec.yaml:31:45
//    |
// 31 |         refused: {type: string, enum: [abc, b], minLength: 2}
//    |                                             ^
//
// warning[W0520]: `1` is one of the values and breaks `minimum: 2`
//   --> spec.yaml:32:48
//    |
// 32 |         least: {allOf: [{type: integer, enum: [1, 2]}, {minimum: 2}]}
//    |                                                ^
//
// warning[W0801]: the Rust name `StateSelf` is taken: `StateSelf2` is used for `"Self"`
//   --> spec.yaml:46:7
//    |
// 46 |       enum: [queued, in_progress, Unknown, self, Self, type]
//    |       ^^^^
//    = help: choose a name with `x-rust-name` (or `x-enum-varnames`), for example in the overlay
//
// warning[W0801]: the Rust name `Name` is taken: `Name2` is used for `"NAME"`
//   --> spec.yaml:19:30
//    |
// 19 |         sort: {type: string, enum: ['+1', '-1', name, NAME, 'na me', '', '*', '>=', '<=']}
//    |                              ^^^^
//    = help: choose a name with `x-rust-name` (or `x-enum-varnames`), for example in the overlay
