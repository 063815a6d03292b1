
// === findings
//
// error[E0001]: `types.rs` could not be printed: expected `!`
//  --> spec.yaml:1:1
//   |
// 1 | openapi: 3.0.3
//   | ^
