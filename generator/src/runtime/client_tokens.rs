//! Tokens of the asynchronous client.

use super::client::{Client, read_within};
use super::credentials::Credential;
use super::endpoint::Endpoint;
use super::error::{TransportError, TransportKind};
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
use std::sync::Arc;
use std::time::Instant;
use tokio::sync::{Mutex, OwnedMutexGuard};

/// The tokens of each scheme that has a grant. Who holds a lock gets a token, and all others wait.
#[derive(Clone, Debug)]
pub(super) struct TokenStores {
    stores: Arc<BTreeMap<String, Arc<Mutex<Tokens>>>>,
}

impl TokenStores {
    pub(super) fn of(settings: &Settings) -> Self {
        let stores = settings.grants().map(|(name, grant)| {
            let tokens = Tokens::new(grant.clone());
            (name.to_owned(), Arc::new(Mutex::new(tokens)))
        });
        Self {
            stores: Arc::new(stores.collect()),
        }
    }

    /// Drops a token that the server does not take.
    pub(super) async fn forget(&self, scheme: &Scheme, token: &Secret) {
        if let Some(store) = self.stores.get(scheme.name()) {
            store.lock().await.forget(token);
        }
    }
}

/// The token for a scheme.
pub(super) async fn token(client: &Client, scheme: Scheme) -> Result<Secret, TokenError> {
    if let Some(Credential::Provider(provider)) = client.settings.credential(&scheme) {
        let token = provider.token(scheme).await;
        return token.map_err(|error| TokenError::provider(&scheme, error));
    }
    let asked = Instant::now();
    let Some(store) = client.tokens.stores.get(scheme.name()) else {
        let reason = "there is nobody who gives one".to_owned();
        return Err(TokenError::new(&scheme, TokenErrorKind::Request, reason));
    };
    let tokens = Arc::clone(store).lock_owned().await;
    if let Some(found) = tokens.find(&scheme, asked, Instant::now()) {
        return found;
    }
    // A caller that stops waiting must not lose what the others wait for, nor a refresh token
    // that the server has replaced.
    let fetch = tokio::spawn(fetch(client.clone(), tokens, scheme));
    fetch.await.unwrap_or_else(|error| {
        let kind = TransportKind::Other;
        let error = TransportError::new("", kind, Some(Box::new(error)));
        Err(TokenError::transport(&scheme, error))
    })
}

async fn ask(client: &Client, scheme: &Scheme, request: &Request<Bytes>) -> Result<Reply, TokenError> {
    let endpoint = Endpoint::post("", "");
    let body = Ready::Held(request.body().clone());
    let reply = async {
        let response = client.execute(&endpoint, head(request), body).await?;
        read_within(&token_limit(), "", response).await
    };
    let reply = reply.await;
    reply.map_err(|error| TokenError::transport(scheme, error))
}

/// Gets a new token while all others wait.
async fn fetch(
    client: Client,
    mut tokens: OwnedMutexGuard<Tokens>,
    scheme: Scheme,
) -> Result<Secret, TokenError> {
    let request = tokens.request(&client.settings, &scheme)?;
    let sent = Instant::now();
    let outcome = ask(&client, &scheme, &request).await;
    tokens.finish(&scheme, outcome, sent, Instant::now())
}
