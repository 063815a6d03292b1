//! The asynchronous client, over `reqwest`.

use super::client_tokens::{TokenStores, token};
use super::client_upload::{Upload, Watch, in_time, send_in_time};
use super::credentials::Credential;
use super::download::Download;
use super::endpoint::Endpoint;
use super::error::{Error, TransportError, TransportKind};
use super::exchange::Exchange;
use super::frames::Streams;
use super::items::Items;
use super::operation::Operation;
use super::payload::{Payload, Ready};
use super::reply::{Answer, Reply};
use super::secret::Secret;
use super::settings::{ClientBuilder, ConfigError, Settings, token_from_env};
use super::token_provider::TokenProvider;
use super::transfer::{BodyLimit, Limit, head, is_enclosing, limit, unreadable, upload};
use bytes::BytesMut;
use http::Request;
use http::header::CONTENT_LENGTH;
use std::io;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::spawn_blocking;

/// A body in memory that is larger is sent in pieces as well, so that it shows whether the server
/// takes them in.
const AT_ONCE: usize = 1024 * 1024;

/// The asynchronous client. Cheap to clone; clones share their connections.
#[derive(Clone, Debug)]
pub struct Client {
    pub(super) settings: Arc<Settings>,
    pub(super) tokens: TokenStores,
    http: reqwest::Client,
    /// How long a server may be silent; a client that was given has a time of its own.
    silence: Option<Duration>,
}

impl Client {
    /// A client with a bearer token and the usual settings.
    ///
    /// # Errors
    ///
    /// When TLS cannot be set up, or the description names no server.
    pub fn new(token: impl Into<Secret>) -> Result<Self, ConfigError> {
        Self::builder().bearer_token(token).build()
    }

    /// A client with the bearer token in the API's environment variable.
    ///
    /// # Errors
    ///
    /// When the variable is not set, and as [`new`](Self::new).
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::new(token_from_env(&crate::API)?)
    }

    /// Begins to set a client up.
    #[must_use]
    pub fn builder() -> ClientBuilder<reqwest::Client> {
        ClientBuilder::new(&crate::API)
    }

    /// Checks and sends an operation, and reads its reply.
    ///
    /// Nothing is repeated, except that redirects of `GET` and `HEAD` are followed.
    ///
    /// # Errors
    ///
    /// All of [`Error`].
    pub async fn send<O>(&self, operation: &O) -> Result<O::Output, Error<O::Failure>>
    where
        O: Operation + Sync,
    {
        operation.validate()?;
        self.send_unchecked(operation).await
    }

    /// The same although rules of the description may be broken: the server decides.
    ///
    /// # Errors
    ///
    /// All of [`Error`] but broken rules.
    pub async fn send_unchecked<O>(&self, operation: &O) -> Result<O::Output, Error<O::Failure>>
    where
        O: Operation + Sync,
    {
        Ok(self.send_full(operation).await?.output)
    }

    /// The same, with status and headers of the reply beside its body. Check the operation before
    /// ([`Operation::validate`]).
    ///
    /// # Errors
    ///
    /// All of [`Error`] but broken rules.
    pub async fn send_full<O>(&self, operation: &O) -> Result<Answer<O::Output>, Error<O::Failure>>
    where
        O: Operation + Sync,
    {
        let (mut exchange, body) = self.prepare(operation).await?;
        let response = self.exchange(&O::ENDPOINT, &mut exchange, body).await?;
        let reply = self.read(&O::ENDPOINT, response).await?;
        O::answer(reply.with_secrets(exchange.secrets()))
    }

    /// Checks and sends an operation, and leaves the body of a successful reply to be read bit by
    /// bit.
    ///
    /// # Errors
    ///
    /// All of [`Error`].
    pub async fn open<O>(&self, operation: &O) -> Result<Download, Error<O::Failure>>
    where
        O: Operation + Sync,
    {
        operation.validate()?;
        self.open_as(operation, None).await
    }

    /// Checks and sends an operation whose reply comes item by item.
    ///
    /// # Errors
    ///
    /// All of [`Error`].
    pub async fn stream<O>(&self, operation: &O) -> Result<Items<O::Item>, Error<O::Failure>>
    where
        O: Streams + Sync,
    {
        operation.validate()?;
        let download = self.open_as(operation, Some(O::MEDIA_TYPE)).await?;
        Ok(Items::new(download, self.settings.max_reply))
    }

    async fn open_as<O>(
        &self,
        operation: &O,
        accept: Option<&'static str>,
    ) -> Result<Download, Error<O::Failure>>
    where
        O: Operation + Sync,
    {
        let (mut exchange, body) = self.prepare(operation).await?;
        if let Some(media_type) = accept {
            exchange.accept(media_type);
        }
        let response = self.exchange(&O::ENDPOINT, &mut exchange, body).await?;
        if response.status().is_success() {
            let secrets = exchange.secrets();
            return Ok(Download::new(O::ENDPOINT.operation, response, secrets));
        }
        let reply = self.read(&O::ENDPOINT, response).await?;
        Err(O::refusal(reply.with_secrets(exchange.secrets())))
    }

    async fn prepare<O>(
        &self,
        operation: &O,
    ) -> Result<(Exchange<Payload>, Ready), Error<O::Failure>>
    where
        O: Operation + Sync,
    {
        let base = self.settings.base(&O::ENDPOINT)?;
        let request = operation.streamed_request_unchecked(&base)?;
        let mut exchange = Exchange::new(&self.settings, &O::ENDPOINT, request)?;
        while let Some(scheme) = exchange.wanted() {
            let token = token(self, scheme).await;
            exchange.give(token.map_err(|error| error.of(O::ENDPOINT.operation))?)?;
        }
        let body = ready(exchange.request().body()).await;
        let body = body.map_err(|error| unreadable(O::ENDPOINT.operation, &error))?;
        Ok((exchange, body))
    }

    /// Sends, and follows redirects.
    async fn exchange(
        &self,
        endpoint: &Endpoint,
        exchange: &mut Exchange<Payload>,
        mut body: Ready,
    ) -> Result<reqwest::Response, TransportError> {
        loop {
            let head = head(exchange.request());
            let response = self.execute(endpoint, head, body).await?;
            if !exchange.follow(response.status(), response.headers()) {
                for (scheme, token) in exchange.rejected(response.status()) {
                    self.tokens.forget(scheme, token).await;
                }
                return Ok(response);
            }
            let again = ready(exchange.request().body()).await;
            body = again.map_err(|error| upload(endpoint.operation, error))?;
        }
    }

    /// Sends one request.
    pub(super) async fn execute(
        &self,
        endpoint: &Endpoint,
        head: Request<()>,
        body: Ready,
    ) -> Result<reqwest::Response, TransportError> {
        let operation = endpoint.operation;
        let watch = Arc::new(Watch::default());
        let request = self.convert(head, body, &watch);
        let request = request.map_err(|error| failure(operation, error))?;
        let response = self.http.execute(request);
        let Some(silence) = self.silence else {
            return watch.outcome(operation, response.await);
        };
        let response = send_in_time(response, silence, &watch).await;
        let response = response.ok_or_else(|| {
            TransportError::new(operation, TransportKind::Timeout, None)
        })?;
        let response = watch.outcome(operation, response)?;
        Ok(in_time(response, silence))
    }

    fn convert(
        &self,
        mut head: Request<()>,
        body: Ready,
        watch: &Arc<Watch>,
    ) -> Result<reqwest::Request, reqwest::Error> {
        let body = match body {
            Ready::Held(bytes) => {
                if bytes.is_empty() && is_enclosing(&head) {
                    head.headers_mut().insert(CONTENT_LENGTH, 0.into());
                }
                reqwest::Body::from(bytes)
            }
            Ready::Read(reader) => {
                if let Some(length) = reader.length() {
                    head.headers_mut().insert(CONTENT_LENGTH, length.into());
                }
                reqwest::Body::wrap_stream(Upload::new(reader, Arc::clone(watch)))
            }
        };
        let mut converted = reqwest::Request::try_from(head.map(|()| body))?;
        *converted.timeout_mut() = self.settings.timeout;
        Ok(converted)
    }

    /// Reads a whole body.
    async fn read(
        &self,
        endpoint: &Endpoint,
        response: reqwest::Response,
    ) -> Result<Reply, TransportError> {
        let limit = limit(&self.settings, endpoint.operation, response.status());
        read_within(&limit, endpoint.operation, response).await
    }
}

/// Opens what a request carries, where that may take time.
async fn ready(payload: &Payload) -> io::Result<Ready> {
    if let Some(bytes) = payload.held().filter(|bytes| bytes.len() <= AT_ONCE) {
        return Ok(Ready::Held(bytes));
    }
    let payload = payload.clone();
    let opened = spawn_blocking(move || payload.open().map(Ready::Read)).await;
    opened.unwrap_or_else(|error| Err(io::Error::other(error)))
}

/// Reads a body as far as a limit allows.
pub(super) async fn read_within(
    limit: &BodyLimit,
    operation: &'static str,
    mut response: reqwest::Response,
) -> Result<Reply, TransportError> {
    let status = response.status();
    let headers = response.headers().clone();
    let mut body = BytesMut::new();
    loop {
        match response.chunk().await {
            Ok(Some(chunk)) => match limit.take(body.len(), &chunk)? {
                Limit::All => body.extend_from_slice(&chunk),
                Limit::Part(length) => {
                    body.extend_from_slice(&chunk[..length]);
                    break;
                }
            },
            Ok(None) => break,
            // What came of an error reply is better than nothing.
            Err(_) if !status.is_success() => break,
            Err(error) => return Err(failure(operation, error)),
        }
    }
    Ok(Reply::new(status, headers, body.freeze()))
}

impl ClientBuilder<reqwest::Client> {
    /// An HTTP client of your own, for proxies or certificates; mutual TLS is an identity of it
    /// (`reqwest::ClientBuilder::identity`).
    ///
    /// It must not follow redirects itself (`reqwest::redirect::Policy::none()`), or credentials
    /// may leak; its own timeouts for connecting and reading apply.
    #[must_use]
    pub fn http_client(mut self, http: reqwest::Client) -> Self {
        self.transport = Some(http);
        self
    }

    /// Who gives the tokens for a security scheme, by the scheme's name in the description: for
    /// bearer tokens, OAuth 2, `OpenID` Connect and other schemes of HTTP.
    #[must_use]
    pub fn token_provider(
        self,
        scheme: impl Into<String>,
        provider: impl TokenProvider + 'static,
    ) -> Self {
        self.with(scheme, Credential::Provider(Arc::new(provider)))
    }

    /// The client.
    ///
    /// # Errors
    ///
    /// When a setting cannot be used, TLS cannot be set up, or there is no server.
    pub fn build(self) -> Result<Client, ConfigError> {
        let (settings, transport) = self.finish()?;
        let silence = transport.is_none().then_some(settings.read_timeout);
        let http = match transport {
            Some(http) => http,
            None => reqwest::Client::builder()
                .redirect(reqwest::redirect::Policy::none())
                .referer(false)
                .connect_timeout(settings.connect_timeout)
                .build()
                .map_err(|error| ConfigError::new(error.to_string()))?,
        };
        Ok(Client {
            tokens: TokenStores::of(&settings),
            settings: Arc::new(settings),
            http,
            silence,
        })
    }
}

/// A failure of `reqwest`, without the URL: it may hold a key.
pub(super) fn failure(operation: &'static str, error: reqwest::Error) -> TransportError {
    let kind = if error.is_connect() {
        TransportKind::Connect
    } else if error.is_timeout() {
        TransportKind::Timeout
    } else if error.is_body() || error.is_decode() {
        TransportKind::Truncated
    } else {
        TransportKind::Other
    };
    TransportError::new(operation, kind, Some(Box::new(error.without_url())))
}
