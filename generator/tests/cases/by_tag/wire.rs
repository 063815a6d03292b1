//! Calls by tag, with both clients.

use case_by_tag::operations::PaymentsClient;
use case_by_tag::types::Payment;
use case_by_tag::{Client, ClientBuilder, blocking};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::sync::mpsc::{Receiver, channel};

/// Answers connections with a payment; the first line of each request comes over the channel.
fn serve(count: usize) -> (String, Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let (sender, asked) = channel();
    std::thread::spawn(move || {
        for _ in 0..count {
            let (stream, _) = listener.accept().unwrap();
            let mut reader = BufReader::new(stream);
            let mut lines = Vec::new();
            while lines.last().is_none_or(|line| line != "\r\n") {
                let mut line = String::new();
                reader.read_line(&mut line).unwrap();
                lines.push(line);
            }
            let length = lines.iter().find_map(|line| {
                let lower = line.to_lowercase();
                lower.strip_prefix("content-length: ")?.trim().parse().ok()
            });
            let mut body = vec![0; length.unwrap_or(0)];
            reader.read_exact(&mut body).unwrap();
            let line = lines[0].trim().trim_end_matches(" HTTP/1.1");
            sender.send(line.to_owned()).unwrap();
            let reply = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 12\r\n\
                         connection: close\r\n\r\n{\"amount\":7}";
            reader.into_inner().write_all(reply.as_bytes()).unwrap();
        }
    });
    (url, asked)
}

fn set_up<T>(builder: ClientBuilder<T>, url: &str) -> ClientBuilder<T> {
    builder.base_url(url)
}

const CALLS: [&str; 6] = [
    "POST /payments",
    "GET /payments/a",
    "POST /payments/a",
    "DELETE /payments/a",
    "GET /ping",
    "PUT /open",
];

#[test]
fn the_asynchronous_client() {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let (url, asked) = serve(CALLS.len());
    let runtime = runtime.enable_all().build().unwrap();
    runtime.block_on(async {
        let client = set_up(Client::builder(), &url).build().unwrap();
        let payments: PaymentsClient<'_, Client> = client.payments();
        assert_eq!(payments.create(Payment::new(5)).await.unwrap().amount, 7);
        payments.get("a").await.unwrap();
        payments.get_payments("a").await.unwrap();
        payments.forget_payment("a").await.unwrap();
        client.ping_payment().await.unwrap();
        client.open_operation().send().await.unwrap();
    });
    assert_eq!(asked.iter().collect::<Vec<String>>(), CALLS);
}

#[test]
fn the_blocking_client() {
    let (url, asked) = serve(CALLS.len());
    let client = set_up(blocking::Client::builder(), &url).build().unwrap();
    let payments = client.payments();
    assert_eq!(payments.create(Payment::new(5)).unwrap().amount, 7);
    payments.get("a").unwrap();
    payments.get_payments("a").unwrap();
    payments.forget_payment("a").unwrap();
    client.ping_payment().unwrap();
    client.open_operation().send().unwrap();
    assert_eq!(asked.iter().collect::<Vec<String>>(), CALLS);
}
