//! The servers that the description names, with the variables of their URLs.

use super::settings::ConfigError;

/// A server of the description (`OpenAPI` 3.0.4, section 4.7.5).
#[derive(Clone, Copy, Debug)]
pub struct Server {
    template: &'static str,
    variables: &'static [ServerVariable],
    /// Whose servers it is one of: the first operation that has these, or nothing for the API as a
    /// whole.
    pub(super) owner: &'static str,
}

/// A variable of a server's URL.
#[derive(Clone, Copy, Debug)]
pub struct ServerVariable {
    name: &'static str,
    default: &'static str,
    values: &'static [&'static str],
}

/// A server, by its URL.
#[must_use]
pub const fn server(template: &'static str) -> Server {
    Server {
        template,
        variables: &[],
        owner: "",
    }
}

/// The servers of some operations, named after one of these.
#[must_use]
pub const fn own_servers<const N: usize>(
    owner: &'static str,
    mut servers: [Server; N],
) -> [Server; N] {
    let mut index = 0;
    while index < N {
        servers[index].owner = owner;
        index += 1;
    }
    servers
}

/// A variable, with what it is unless the caller says otherwise.
#[must_use]
pub const fn variable(name: &'static str, default: &'static str) -> ServerVariable {
    ServerVariable {
        name,
        default,
        values: &[],
    }
}

impl Server {
    /// The variables of the URL.
    #[must_use]
    pub const fn variables(mut self, variables: &'static [ServerVariable]) -> Self {
        self.variables = variables;
        self
    }

    /// The URL, with these values of variables and the defaults of the others.
    ///
    /// # Errors
    ///
    /// When there is no such variable, or it may not have the value.
    pub fn url(&self, values: &[(&str, &str)]) -> Result<String, ConfigError> {
        for (name, value) in values {
            let known = self.variables.iter().find(|known| known.name == *name);
            let Some(known) = known else {
                let reason = format!("the server has no variable `{name}`");
                return Err(ConfigError::new(reason));
            };
            if !known.values.is_empty() && !known.values.contains(value) {
                let listed = known.values.join(", ");
                let reason = format!("the variable `{name}` is not one of: {listed}");
                return Err(ConfigError::new(reason));
            }
            if self.begins_host(name) && value.contains(['/', '?', '#', '@', '\\']) {
                let reason = format!("the variable `{name}` cannot end the host: `{value}`");
                return Err(ConfigError::new(reason));
            }
        }
        let mut url = self.template.to_owned();
        for variable in self.variables {
            let given = values.iter().find(|(name, _)| *name == variable.name);
            let value = given.map_or(variable.default, |(_, value)| *value);
            url = url.replace(&format!("{{{}}}", variable.name), value);
        }
        Ok(url)
    }

    /// Whether a variable stands in the host or before it, and more of the host follows: what ends the
    /// host there would lead to another one.
    fn begins_host(&self, name: &str) -> bool {
        let (scheme, rest) = self.template.split_once("://").unwrap_or_default();
        let host = rest.split('/').next().unwrap_or_default();
        let variable = format!("{{{name}}}");
        let found = host.split_once(&variable);
        scheme.contains(&variable) || found.is_some_and(|(_, after)| !after.is_empty())
    }
}

impl ServerVariable {
    /// The only values that it may have.
    #[must_use]
    pub const fn values(mut self, values: &'static [&'static str]) -> Self {
        self.values = values;
        self
    }
}
