//! Tokens of the blocking client.

use super::blocking::{Client, read_within};
use super::credentials::Credential;
use super::endpoint::Endpoint;
use super::payload::Ready;
use super::reply::Reply;
use super::scheme::Scheme;
use super::secret::Secret;
use super::settings::Settings;
use super::token_error::{TokenError, TokenErrorKind};
use super::tokens::Tokens;
use super::transfer::{head, token_limit};
use bytes::Bytes;
use http::Request;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

/// The tokens of each scheme that has a grant. Who holds a lock gets a token, and all others wait.
#[derive(Clone, Debug)]
pub(super) struct TokenStores {
    stores: Arc<BTreeMap<String, Mutex<Tokens>>>,
}

impl TokenStores {
    pub(super) fn of(settings: &Settings) -> Self {
        let stores = settings.grants().map(|(name, grant)| {
            let tokens = Tokens::new(grant.clone());
            (name.to_owned(), Mutex::new(tokens))
        });
        Self {
            stores: Arc::new(stores.collect()),
        }
    }

    /// Drops a token that the server does not take.
    pub(super) fn forget(&self, scheme: &Scheme, token: &Secret) {
        if let Some(mut tokens) = self.lock(scheme) {
            tokens.forget(token);
        }
    }

    fn lock(&self, scheme: &Scheme) -> Option<MutexGuard<'_, Tokens>> {
        let store = self.stores.get(scheme.name())?;
        Some(store.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The token for a scheme.
pub(super) fn token(client: &Client, scheme: Scheme) -> Result<Secret, TokenError> {
    if let Some(Credential::BlockingProvider(provider)) = client.settings.credential(&scheme) {
        let token = provider.token(scheme);
        return token.map_err(|error| TokenError::provider(&scheme, error));
    }
    let asked = Instant::now();
    let Some(mut tokens) = client.tokens.lock(&scheme) else {
        let reason = "there is nobody who gives one".to_owned();
        return Err(TokenError::new(&scheme, TokenErrorKind::Request, reason));
    };
    if let Some(found) = tokens.find(&scheme, asked, Instant::now()) {
        return found;
    }
    let request = tokens.request(&client.settings, &scheme)?;
    let sent = Instant::now();
    let outcome = ask(client, &scheme, &request);
    tokens.finish(&scheme, outcome, sent, Instant::now())
}

fn ask(client: &Client, scheme: &Scheme, request: &Request<Bytes>) -> Result<Reply, TokenError> {
    let endpoint = Endpoint::post("", "");
    let body = Ready::Held(request.body().clone());
    let response = client.execute(&endpoint, head(request), body);
    let reply = response.and_then(|response| read_within(&token_limit(), "", response));
    reply.map_err(|error| TokenError::transport(scheme, error))
}
