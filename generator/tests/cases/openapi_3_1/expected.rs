
// === findings
//
// warning[W0410]: `patternProperties` is not supported
//   --> spec.yaml:30:35
//    |
// 30 |         patterned: {type: object, patternProperties: {'^x-': {type: string}}, additionalProperties: false}
//    |                                   ^^^^^^^^^^^^^^^^^
//
// warning[W0410]: `dependentRequired` is not supported
//   --> spec.yaml:34:7
//    |
// 34 |       dependentRequired: {other: [either]}
//    |       ^^^^^^^^^^^^^^^^^
//
// warning[W0411]: `webhooks` is not supported
//   --> spec.yaml:36:1
//    |
// 36 | webhooks:
//    | ^^^^^^^^
//
// warning[W0511]: the types of the first elements are not told apart: they are read as any JSON
//   --> spec.yaml:23:42
//    |
// 23 |         pair: {type: array, prefixItems: [{type: string}, {type: integer}], items: false}
//    |                                          ^
//
// error[E0001]: `types.rs` could not be printed: expected `!`
//  --> spec.yaml:1:1
//   |
// 1 | openapi: 3.1.0
//   | ^
