
// === findings
//
// warning[W0612]: nothing declares the path parameter `one`
//   --> spec.yaml:24:5
//    |
// 24 |     post:
//    |     ^^^^
//    = help: it is taken as a required string
//
// warning[W0612]: nothing declares the path parameter `two`
//   --> spec.yaml:24:5
//    |
// 24 |     post:
//    |     ^^^^
//    = help: it is taken as a required string
//
// warning[W0612]: nothing declares the path parameter `three`
//   --> spec.yaml:24:5
//    |
// 24 |     post:
//    |     ^^^^
//    = help: it is taken as a required string
//   ... and 3 more of this kind: spec.yaml:24, spec.yaml:24, spec.yaml:24
//
// warning[W0801]: the Rust name `FooRequired` is taken: `FooRequired2` is used here
//   --> spec.yaml:34:5
//    |
// 34 |     Foo:
//    |     ^^^
//    = help: choose a name with `x-rust-name` (or `x-enum-varnames`), for example in the overlay
//
// warning[W0801]: the Rust name `self_` is taken: `self_2` is used here
//   --> spec.yaml:32:80
//    |
// 32 |     Bytes: {type: object, minProperties: 1, properties: {self: {type: string}, Self: {type: string}}}
//    |                                                                                ^^^^
//    = help: choose a name with `x-rust-name` (or `x-enum-varnames`), for example in the overlay
//
// error[E0001]: `types.rs` could not be printed: expected `!`
//  --> spec.yaml:1:1
//   |
// 1 | openapi: 3.0.3
//   | ^
