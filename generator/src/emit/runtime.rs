//! The runtime: real source, pasted as it stands.

macro_rules! files {
    ($($path:literal)*) => {
        /// Path under `src/runtime` and text of each file.
        #[must_use]
        pub fn files() -> &'static [(&'static str, &'static str)] {
            &[$(($path, include_str!(concat!("../runtime/", $path)))),*]
        }
    };
}

files! {
    "mod.rs"
}
