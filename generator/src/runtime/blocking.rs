//! The blocking client, over `ureq`.

use super::blocking_tokens::{TokenStores, token};
use super::credentials::Credential;
use super::endpoint::Endpoint;
use super::error::{Error, TransportError, TransportKind};
use super::exchange::Exchange;
use super::frames::Streams;
use super::operation::Operation;
use super::payload::{Payload, PayloadReader, Ready};
use super::reply::{Answer, Reply};
use super::secret::Secret;
use super::settings::{ClientBuilder, ConfigError, Settings, token_from_env};
use super::transfer::{BodyLimit, Limit, head, is_enclosing, limit, unreadable, upload};
use bytes::BytesMut;
use http::header::CONTENT_LENGTH;
use http::{Request, Response};
use std::io::{self, Read};
use std::sync::Arc;

pub use super::blocking_download::Download;
pub use super::blocking_items::Items;
pub use super::token_provider::BlockingTokenProvider as TokenProvider;

/// The blocking client. Cheap to clone; clones share their connections.
#[derive(Clone, Debug)]
pub struct Client {
    pub(super) settings: Arc<Settings>,
    pub(super) tokens: TokenStores,
    agent: ureq::Agent,
}

impl Client {
    /// A client with a bearer token and the usual settings.
    ///
    /// # Errors
    ///
    /// When the description names no server.
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
    pub fn builder() -> ClientBuilder<ureq::Agent> {
        ClientBuilder::new(&crate::API)
    }

    /// Checks and sends an operation, and reads its reply.
    ///
    /// Nothing is repeated, except that redirects of `GET` and `HEAD` are followed.
    ///
    /// # Errors
    ///
    /// All of [`Error`].
    pub fn send<O: Operation>(&self, operation: &O) -> Result<O::Output, Error<O::Failure>> {
        operation.validate()?;
        self.send_unchecked(operation)
    }

    /// The same although rules of the description may be broken: the server decides.
    ///
    /// # Errors
    ///
    /// All of [`Error`] but broken rules.
    pub fn send_unchecked<O: Operation>(
        &self,
        operation: &O,
    ) -> Result<O::Output, Error<O::Failure>> {
        Ok(self.send_full(operation)?.output)
    }

    /// The same, with status and headers of the reply beside its body. Check the operation before
    /// ([`Operation::validate`]).
    ///
    /// # Errors
    ///
    /// All of [`Error`] but broken rules.
    pub fn send_full<O: Operation>(
        &self,
        operation: &O,
    ) -> Result<Answer<O::Output>, Error<O::Failure>> {
        let (mut exchange, body) = self.prepare(operation)?;
        let response = self.exchange(&O::ENDPOINT, &mut exchange, body)?;
        let reply = self.read(&O::ENDPOINT, response)?;
        O::answer(reply.with_secrets(exchange.secrets()))
    }

    /// Checks and sends an operation, and leaves the body of a successful reply to be read bit by
    /// bit.
    ///
    /// # Errors
    ///
    /// All of [`Error`].
    pub fn open<O: Operation>(&self, operation: &O) -> Result<Download, Error<O::Failure>> {
        operation.validate()?;
        self.open_as(operation, None)
    }

    /// Checks and sends an operation whose reply comes item by item.
    ///
    /// # Errors
    ///
    /// All of [`Error`].
    pub fn stream<O: Streams>(&self, operation: &O) -> Result<Items<O::Item>, Error<O::Failure>> {
        operation.validate()?;
        let download = self.open_as(operation, Some(O::MEDIA_TYPE))?;
        Ok(Items::new(download, self.settings.max_reply))
    }

    fn open_as<O: Operation>(
        &self,
        operation: &O,
        accept: Option<&'static str>,
    ) -> Result<Download, Error<O::Failure>> {
        let (mut exchange, body) = self.prepare(operation)?;
        if let Some(media_type) = accept {
            exchange.accept(media_type);
        }
        let response = self.exchange(&O::ENDPOINT, &mut exchange, body)?;
        if response.status().is_success() {
            let secrets = exchange.secrets();
            return Ok(Download::new(O::ENDPOINT.operation, response, secrets));
        }
        let reply = self.read(&O::ENDPOINT, response)?;
        Err(O::refusal(reply.with_secrets(exchange.secrets())))
    }

    fn prepare<O: Operation>(
        &self,
        operation: &O,
    ) -> Result<(Exchange<Payload>, Ready), Error<O::Failure>> {
        let base = self.settings.base(&O::ENDPOINT)?;
        let request = operation.streamed_request_unchecked(&base)?;
        let mut exchange = Exchange::new(&self.settings, &O::ENDPOINT, request)?;
        while let Some(scheme) = exchange.wanted() {
            let token = token(self, scheme);
            exchange.give(token.map_err(|error| error.of(O::ENDPOINT.operation))?)?;
        }
        let body = exchange.request().body().ready();
        let body = body.map_err(|error| unreadable(O::ENDPOINT.operation, &error))?;
        Ok((exchange, body))
    }

    /// Sends, and follows redirects.
    fn exchange(
        &self,
        endpoint: &Endpoint,
        exchange: &mut Exchange<Payload>,
        mut body: Ready,
    ) -> Result<Response<ureq::Body>, TransportError> {
        loop {
            let response = self.execute(endpoint, head(exchange.request()), body)?;
            if !exchange.follow(response.status(), response.headers()) {
                for (scheme, token) in exchange.rejected(response.status()) {
                    self.tokens.forget(scheme, token);
                }
                return Ok(response);
            }
            let again = exchange.request().body().ready();
            body = again.map_err(|error| upload(endpoint.operation, error))?;
        }
    }

    /// Sends one request: redirects and statuses are not the transport's business.
    pub(super) fn execute(
        &self,
        endpoint: &Endpoint,
        head: Request<()>,
        body: Ready,
    ) -> Result<Response<ureq::Body>, TransportError> {
        let response = match body {
            Ready::Read(reader) => return send_read(self, endpoint, head, reader),
            Ready::Held(bytes) if bytes.is_empty() && !is_enclosing(&head) => self.run(head),
            Ready::Held(bytes) => self.run(head.map(|()| &bytes[..])),
        };
        response.map_err(|error| failure(endpoint.operation, error))
    }

    fn run<B: ureq::AsSendBody>(
        &self,
        request: Request<B>,
    ) -> Result<Response<ureq::Body>, ureq::Error> {
        let request = self.agent.configure_request(request);
        let request = request
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_global(self.settings.timeout)
            .build();
        self.agent.run(request)
    }

    /// Reads a whole body.
    fn read(
        &self,
        endpoint: &Endpoint,
        response: Response<ureq::Body>,
    ) -> Result<Reply, TransportError> {
        let limit = limit(&self.settings, endpoint.operation, response.status());
        read_within(&limit, endpoint.operation, response)
    }
}

/// Sends one request whose body is read meanwhile.
fn send_read(
    client: &Client,
    endpoint: &Endpoint,
    mut head: Request<()>,
    reader: PayloadReader,
) -> Result<Response<ureq::Body>, TransportError> {
    if let Some(length) = reader.length() {
        head.headers_mut().insert(CONTENT_LENGTH, length.into());
    }
    let mut body = Watched {
        reader,
        failure: None,
    };
    let response = client.run(head.map(|()| ureq::SendBody::from_reader(&mut body)));
    match body.failure {
        Some(error) => Err(upload(endpoint.operation, error)),
        None => response.map_err(|error| failure(endpoint.operation, error)),
    }
}

/// Keeps the failure of a reader, which looks like one of the network otherwise.
struct Watched {
    reader: PayloadReader,
    failure: Option<io::Error>,
}

impl Read for Watched {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.reader.read(buffer).map_err(|error| {
            let kind = error.kind();
            self.failure = Some(error);
            kind.into()
        })
    }
}

/// Reads a body as far as a limit allows.
pub(super) fn read_within(
    limit: &BodyLimit,
    operation: &'static str,
    response: Response<ureq::Body>,
) -> Result<Reply, TransportError> {
    let (parts, body) = response.into_parts();
    let mut reader = body.into_reader();
    let mut whole = BytesMut::new();
    let mut buffer = vec![0; 16 * 1024];
    loop {
        match reader.read(&mut buffer) {
            Ok(0) => break,
            Ok(length) => match limit.take(whole.len(), &buffer[..length])? {
                Limit::All => whole.extend_from_slice(&buffer[..length]),
                Limit::Part(length) => {
                    whole.extend_from_slice(&buffer[..length]);
                    break;
                }
            },
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            // What came of an error reply is better than nothing.
            Err(_) if !parts.status.is_success() => break,
            Err(error) => return Err(body_failure(operation, error)),
        }
    }
    Ok(Reply::new(parts.status, parts.headers, whole.freeze()))
}

impl ClientBuilder<ureq::Agent> {
    /// An HTTP client of your own, for proxies or certificates; its own timeouts for connecting
    /// and reading apply. Mutual TLS is a client certificate of it (`ureq::tls::TlsConfig`).
    #[must_use]
    pub fn http_agent(mut self, agent: ureq::Agent) -> Self {
        self.transport = Some(agent);
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
        self.with(scheme, Credential::BlockingProvider(Arc::new(provider)))
    }

    /// The client.
    ///
    /// # Errors
    ///
    /// When a setting cannot be used, or there is no server.
    pub fn build(self) -> Result<Client, ConfigError> {
        let (settings, transport) = self.finish()?;
        let agent = transport.unwrap_or_else(|| {
            ureq::Agent::config_builder()
                .timeout_connect(Some(settings.connect_timeout))
                .timeout_per_read(Some(settings.read_timeout))
                .timeout_per_write(Some(settings.read_timeout))
                .build()
                .new_agent()
        });
        Ok(Client {
            tokens: TokenStores::of(&settings),
            settings: Arc::new(settings),
            agent,
        })
    }
}

/// A failure of `ureq` before the body.
fn failure(operation: &'static str, error: ureq::Error) -> TransportError {
    let kind = match &error {
        ureq::Error::HostNotFound
        | ureq::Error::ConnectionFailed
        | ureq::Error::Tls(_)
        | ureq::Error::Rustls(_) => TransportKind::Connect,
        ureq::Error::Io(error) if error.kind() == io::ErrorKind::ConnectionRefused => {
            TransportKind::Connect
        }
        ureq::Error::Timeout(ureq::Timeout::Connect | ureq::Timeout::Resolve) => {
            TransportKind::Connect
        }
        ureq::Error::Timeout(_) => TransportKind::Timeout,
        ureq::Error::Io(error) if error.kind() == io::ErrorKind::TimedOut => TransportKind::Timeout,
        _ => TransportKind::Other,
    };
    TransportError::new(operation, kind, Some(Box::new(error)))
}

/// A failure of `ureq` within the body.
pub(super) fn body_failure(operation: &'static str, error: io::Error) -> TransportError {
    // Its own errors come wrapped, and then as errors of no kind.
    let own = error.get_ref().and_then(|inner| inner.downcast_ref());
    let kind = match (own, error.kind()) {
        (Some(ureq::Error::Timeout(_)), _)
        | (_, io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock) => TransportKind::Timeout,
        _ => TransportKind::Truncated,
    };
    TransportError::new(operation, kind, Some(Box::new(error)))
}
