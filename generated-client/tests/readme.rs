//! The program in the README is the example that is compiled.

#[test]
fn the_program_is_an_example() {
    let readme = include_str!("../README.md").replace("\r\n", "\n");
    let example = include_str!("../examples/quick_start.rs").replace("\r\n", "\n");
    let (_, program) = example.split_once("\n\n").unwrap();
    assert!(
        readme.contains(&format!("```rust\n{program}```\n")),
        "copy `examples/quick_start.rs` into README.md"
    );
}
