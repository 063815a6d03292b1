
// === findings
//
// warning[W0511]: a list or map that only contains itself is read as any JSON
//   --> spec.yaml:35:5
//    |
// 35 |     Lists: {type: array, items: {$ref: '#/components/schemas/Lists'}}
//    |     ^^^^^
//
// error[E0001]: `types.rs` could not be printed: expected `!`
//  --> spec.yaml:1:1
//   |
// 1 | openapi: 3.0.3
//   | ^
