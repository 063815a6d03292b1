//! Operations.

use super::types::{ErrorReply, TextToVideoRequest, VideoTask};
use powertokens_seedance::runtime::{
    Body, Endpoint, In, Operation, Reply, Scheme, Value, cookie, header, operation, path, query,
};

const BEARER_AUTH: Scheme = Scheme::bearer("BearerAuth");

operation! {
    /// `POST /v1/videos`: submit
    pub(crate) struct CreateVideo {
        /// The request body.
        pub(crate) body: TextToVideoRequest,
    }
}

impl CreateVideo {
    /// The operation with what is required.
    #[must_use]
    pub(crate) fn new(body: TextToVideoRequest) -> Self {
        Self { body }
    }
}

impl Operation for CreateVideo {
    type Output = VideoTask;
    type Failure = ErrorReply;

    const ENDPOINT: Endpoint = Endpoint::new("createVideo", "POST", "/v1/videos")
        .accept("application/json")
        .security(&[&[BEARER_AUTH]]);

    fn body(&self) -> Option<Body<'_>> {
        Some(Body::json(&self.body))
    }
}

operation! {
    /// `GET /v1/videos/{task_id}`: query
    pub(crate) struct GetVideo {
        /// The id.
        pub(crate) task_id: String = path("task_id").min_length(1),
        /// The limit.
        pub(crate) limit: Option<i64> = query("limit").range(1, 100),
    }
}

impl GetVideo {
    /// The operation with what is required.
    #[must_use]
    pub(crate) fn new(task_id: impl Into<String>) -> Self {
        Self {
            task_id: task_id.into(),
            limit: None,
        }
    }
}

impl Operation for GetVideo {
    type Output = VideoTask;
    type Failure = ErrorReply;

    const ENDPOINT: Endpoint = Endpoint::new("getVideo", "GET", "/v1/videos/{task_id}")
        .accept("application/json")
        .security(&[&[BEARER_AUTH]]);
}

operation! {
    /// `GET /v1/videos/{task_id}/content`: download
    pub(crate) struct DownloadVideo {
        /// The id.
        pub(crate) task_id: String = path("task_id"),
    }
}

impl DownloadVideo {
    /// The operation with what is required.
    #[must_use]
    pub(crate) fn new(task_id: impl Into<String>) -> Self {
        Self {
            task_id: task_id.into(),
        }
    }
}

impl Operation for DownloadVideo {
    type Output = Reply;
    type Failure = ErrorReply;

    const ENDPOINT: Endpoint =
        Endpoint::new("downloadVideo", "GET", "/v1/videos/{task_id}/content")
            .accept("video/mp4")
            .security(&[&[BEARER_AUTH]]);
}

operation! {
    /// `POST /v1/videos/{task_id}/cancel`: cancel
    pub(crate) struct CancelVideo {
        /// The id.
        pub(crate) task_id: String = path("task_id"),
    }
}

impl Operation for CancelVideo {
    type Output = Reply;
    type Failure = ErrorReply;

    const ENDPOINT: Endpoint = Endpoint::new("cancelVideo", "POST", "/v1/videos/{task_id}/cancel")
        .security(&[&[BEARER_AUTH]]);
}

operation! {
    /// `GET /a/{id}.{ext}/b`: everything a request can have
    pub(crate) struct Everything {
        /// Id.
        pub(crate) id: String = path("id"),
        /// Extension.
        pub(crate) ext: String = path("ext"),
        /// List.
        pub(crate) list: Option<Vec<String>> = query("list"),
        /// Header.
        pub(crate) trace: Option<String> = header("X-Trace"),
        /// Cookie.
        pub(crate) session: Option<String> = cookie("session"),
        /// The header of all cookies.
        pub(crate) cookies: Option<String> = header("Cookie"),
        /// Whose reserved characters stay.
        pub(crate) raw: Option<String> = query("raw").allow_reserved(),
    }
}

impl Everything {
    /// The operation with what is required.
    #[must_use]
    pub(crate) fn new(id: &str, ext: &str) -> Self {
        Self {
            id: id.into(),
            ext: ext.into(),
            list: None,
            trace: None,
            session: None,
            cookies: None,
            raw: None,
        }
    }
}

impl Operation for Everything {
    type Output = Reply;
    type Failure = Value;

    const ENDPOINT: Endpoint = Endpoint::new("everything", "GET", "/a/{id}.{ext}/b").security(&[
        &[
            Scheme::api_key("Header", In::Header, "X-Key"),
            Scheme::basic("Basic"),
        ],
        &[Scheme::api_key("Query", In::Query, "key")],
        &[Scheme::api_key("Cookie", In::Cookie, "sid")],
        &[],
    ]);
}
