//! Which server requests go to.

use case_servers::blocking;
use case_servers::operations::{Here, Local, Mirrors, ReadFile, Relative, Same, There, WriteFile};
use case_servers::runtime::{ClientBuilder, Settings};
use case_servers::{API, ConfigError, Operation, SERVERS, Server};
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::thread;

fn builder() -> ClientBuilder<()> {
    ClientBuilder::new(&API)
}

/// The URLs of requests of these settings.
macro_rules! urls {
    ($builder:expr, $($operation:expr),+) => {{
        let (settings, _) = $builder.finish().unwrap();
        [$(url(&$operation, &settings)),+]
    }};
}

fn url<O: Operation>(operation: &O, settings: &Settings) -> String {
    let base = match settings.server(&O::ENDPOINT) {
        Ok(base) => base,
        Err(error) => return error.to_string(),
    };
    let Ok(request) = operation.request(&base) else {
        return String::new();
    };
    request.uri().to_string()
}

#[test]
fn operations_keep_their_own_servers_unless_all_go_to_one() {
    let urls = |builder: ClientBuilder<()>| urls!(builder, Here::new(), Same::new(), There::new(), ReadFile::new(1));
    let (here, there) = ("https://eu.example.com:443/v1", "https://there.example.com/there");
    let file = "https://files.eu.example.com/files/1";
    let same = |base: &str| [format!("{base}/here"), format!("{base}/same")];
    let all = |base, others: [&str; 2]| [same(base).as_slice(), &others.map(str::to_owned)].concat();
    assert_eq!(urls(builder()).to_vec(), all(here, [there, file]));
    let us = builder().server(SERVERS[0], &[("region", "us")]);
    assert_eq!(urls(us).to_vec(), all("https://us.example.com:443/v1", [there, file]));
    let own = builder().server_url("https://own.example/api/");
    assert_eq!(urls(own).to_vec(), all("https://own.example/api", [there, file]));
    let proxy = "https://proxy.example";
    let everything = ["https://proxy.example/there", "https://proxy.example/files/1"];
    assert_eq!(urls(builder().base_url(proxy)).to_vec(), all(proxy, everything));
}

#[test]
fn one_of_the_servers_of_operations_is_chosen_for_all_that_have_them() {
    let urls = |builder: ClientBuilder<()>| urls!(builder, ReadFile::new(1), WriteFile::new(1), Here::new());
    let here = "https://eu.example.com:443/v1/here";
    let us = [("region", "us")];
    let chosen = builder().server(ReadFile::SERVERS[0], &us);
    let files = "https://files.us.example.com/files/1";
    assert_eq!(urls(chosen), [files, files, here]);
    let mirror = "https://files.example.org/files/1";
    let chosen = builder().server(WriteFile::SERVERS[1], &[]).server(SERVERS[0], &us);
    assert_eq!(urls(chosen), [mirror, mirror, "https://us.example.com:443/v1/here"]);
    let second = builder().server(Mirrors::OWN_SERVERS[0], &[("number", "2")]);
    assert_eq!(urls!(second, Mirrors::new()), ["https://mirror2.example.com/mirrors"]);
}

#[test]
fn what_cannot_be_a_server_is_refused() {
    let reason = |server: Server, values: &[(&str, &str)]| -> ConfigError {
        builder().server(server, values).finish().unwrap_err()
    };
    let unknown = reason(SERVERS[0], &[("zone", "a")]).to_string();
    assert!(unknown.ends_with("the server has no variable `zone`"), "{unknown}");
    let unlisted = reason(Mirrors::OWN_SERVERS[0], &[("number", "3")]).to_string();
    assert!(unlisted.ends_with("the variable `number` is not one of: 1, 2"), "{unlisted}");
    let elsewhere = reason(ReadFile::SERVERS[0], &[("region", "other.example/")]).to_string();
    assert!(elsewhere.ends_with("the variable `region` cannot end the host: `other.example/`"), "{elsewhere}");
    let bad = reason(ReadFile::SERVERS[0], &[("region", "a b")]).to_string();
    assert!(bad.ends_with("this cannot be a base URL: it is not a URL"), "{bad}");
    let relative = reason(Relative::SERVERS[0], &[]).to_string();
    assert!(relative.ends_with("relative, `/v2`: set `server_url`"), "{relative}");
}

#[test]
fn relative_servers_are_where_the_api_is() {
    let urls = |builder: ClientBuilder<()>| urls!(builder, Relative::new(), There::new());
    let there = "https://there.example.com/there";
    let unknown = "the client cannot be set up: the server of the description is relative, `/v2`: set `server_url`";
    assert_eq!(urls(builder()), [unknown, there]);
    let api = || builder().server_url("https://api.example.com/v1");
    assert_eq!(urls(api()), ["https://api.example.com/v2/relative", there]);
    let other = builder().server(Relative::SERVERS[1], &[]);
    assert_eq!(urls(other), ["https://other.example.com/relative", there]);
    let both = api().server(Relative::SERVERS[0], &[]).server(SERVERS[1], &[]);
    let (settings, _) = both.finish().unwrap();
    assert_eq!(url(&Relative::new(), &settings), "https://api.example.com/v2/relative");
    assert_eq!(url(&Here::new(), &settings), "https://test.example.com/v1/here");
}

/// Answers one request and says what it was for.
fn server() -> (u16, thread::JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let answered = thread::spawn(move || {
        let (mut connection, _) = listener.accept().unwrap();
        let mut lines = BufReader::new(connection.try_clone().unwrap()).lines();
        let first = lines.next().unwrap().unwrap();
        while lines.next().is_some_and(|line| !line.unwrap().is_empty()) {}
        let reply = "HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n";
        connection.write_all(reply.as_bytes()).unwrap();
        first
    });
    (port, answered)
}

#[test]
fn requests_go_there() {
    let ((api, at_api), (other, at_other)) = (server(), server());
    let client = blocking::Client::builder()
        .server_url(&format!("http://127.0.0.1:{api}/v1"))
        .server(Local::SERVERS[0], &[("port", &other.to_string())])
        .build()
        .unwrap();
    client.here().unwrap();
    client.local().unwrap();
    assert_eq!(at_api.join().unwrap(), "GET /v1/here HTTP/1.1");
    assert_eq!(at_other.join().unwrap(), "GET /local HTTP/1.1");
}
