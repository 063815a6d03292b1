//! An API that has no server, whose operations have.

use case_only_own_servers::API;
use case_only_own_servers::runtime::ClientBuilder;

#[test]
fn nobody_has_to_say_where_the_api_is() {
    assert_eq!(API.server, "https://a.example.com");
    assert!(ClientBuilder::<()>::new(&API).finish().is_ok());
}
