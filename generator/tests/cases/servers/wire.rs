//! Which server requests go to.

use case_servers::operations::{Here, There};
use case_servers::runtime::{ClientBuilder, Settings};
use case_servers::{API, Operation, SERVERS};

fn host<O: Operation>(operation: &O, settings: &Settings, own: Option<&'static str>) -> String {
    let base = settings.server(own).unwrap();
    let Ok(request) = operation.request(&base) else {
        return String::new();
    };
    request.uri().authority().unwrap().to_string()
}

#[test]
fn operations_keep_their_own_server_unless_all_go_to_one() {
    let own = Some("https://there.example.com");
    let builder = || ClientBuilder::<()>::new(&API);
    let (settings, _) = builder().finish().unwrap();
    assert_eq!(host(&Here::new(), &settings, None), "eu.example.com:443");
    let chosen = builder().server(SERVERS[0], &[("region", "us")]);
    let (settings, _) = chosen.finish().unwrap();
    assert_eq!(host(&Here::new(), &settings, None), "us.example.com:443");
    assert_eq!(host(&There::new(), &settings, own), "there.example.com");
    let (settings, _) = builder().base_url("https://proxy.example").finish().unwrap();
    assert_eq!(host(&Here::new(), &settings, None), "proxy.example");
    assert_eq!(host(&There::new(), &settings, own), "proxy.example");
    let unknown = builder().server(SERVERS[0], &[("zone", "a")]).finish();
    assert!(unknown.is_err());
}
