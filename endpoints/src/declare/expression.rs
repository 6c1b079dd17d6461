//! Expressions in Rust, broken into lines as rustfmt does.

use super::code::columns;

/// An expression.
pub(super) enum Expression {
    /// An expression that stays on one line.
    Word(String),
    /// `function(argument)`.
    Call(String, Box<Self>),
    /// A list with its opening, such as `vec![`.
    List(&'static str, Vec<Self>),
    /// `first.method(arguments).method(arguments)`.
    Chain(String, Vec<(String, Vec<Self>)>),
}

/// The widest line.
const WIDTH: usize = 100;

/// The widest arguments, lists and chains that rustfmt leaves on one line.
const SHORT: usize = 60;

const INDENTATION: usize = 4;

impl Expression {
    pub(super) fn word(text: impl Into<String>) -> Self {
        Self::Word(text.into())
    }

    /// The literal of a text.
    pub(super) fn text(text: &str) -> Self {
        Self::Word(literal(text))
    }

    /// `function(argument)`.
    pub(super) fn call(function: &str, argument: Self) -> Self {
        Self::Call(function.to_owned(), Box::new(argument))
    }

    /// `name::builder().member(value).build()`.
    pub(super) fn builder(name: &str, members: Vec<(String, Self)>) -> Self {
        let setters = members.into_iter().map(|(name, value)| (name, vec![value]));
        let mut methods: Vec<_> = setters.collect();
        methods.push(("build".to_owned(), Vec::new()));
        Self::Chain(format!("{name}::builder()"), methods)
    }

    /// The expression, followed by `tail`, on a line that is indented by `indent` and has `head` already.
    pub(super) fn statement(&self, indent: usize, head: &str, tail: &str) -> String {
        let mut text = format!("{}{head}", blanks(indent));
        self.write(&mut text, indent, columns(tail));
        text + tail + "\n"
    }

    /// Writes the expression behind what the last line of `text` has. On the line of its end follow `tail` columns.
    fn write(&self, text: &mut String, indent: usize, tail: usize) {
        let flat = self.flat();
        let used = columns(text.lines().last().unwrap_or_default());
        if self.is_short() && used + columns(&flat) + tail <= WIDTH {
            text.push_str(&flat);
            return;
        }
        match self {
            Self::Word(word) => text.push_str(word),
            Self::Call(function, argument) => {
                text.push_str(function);
                write_arguments(text, std::slice::from_ref(argument), indent);
            }
            Self::List(opening, items) => {
                text.push_str(opening);
                text.push_str(&lines(items, indent));
                text.push(']');
            }
            Self::Chain(first, methods) => {
                text.push_str(first);
                let indent = indent + INDENTATION;
                for (method, arguments) in methods {
                    text.push_str(&format!("\n{}.{method}", blanks(indent)));
                    // A field, such as `await`.
                    if method != "await" {
                        write_arguments(text, arguments, indent);
                    }
                }
            }
        }
    }

    fn is_short(&self) -> bool {
        match self {
            Self::Word(_) => true,
            Self::Call(_, argument) => argument.is_short(),
            Self::List(..) | Self::Chain(..) => columns(&self.flat()) <= SHORT,
        }
    }

    /// The expression on one line.
    fn flat(&self) -> String {
        match self {
            Self::Word(word) => word.clone(),
            Self::Call(function, argument) => format!("{function}({})", argument.flat()),
            Self::List(opening, items) => format!("{opening}{}]", flat(items)),
            Self::Chain(first, methods) => {
                let methods = methods.iter().map(|(method, arguments)| match &**method {
                    "await" => ".await".to_owned(),
                    method => format!(".{method}({})", flat(arguments)),
                });
                format!("{first}{}", methods.collect::<String>())
            }
        }
    }
}

/// A text as Rust writes it: raw if it has quotation marks.
pub(super) fn literal(text: &str) -> String {
    let is_plain = !text.contains(['"', '\\']) || text.chars().any(char::is_control);
    if is_plain || text.contains("\"#") {
        format!("{text:?}")
    } else {
        format!("r#\"{text}\"#")
    }
}

fn write_arguments(text: &mut String, arguments: &[Expression], indent: usize) {
    let one_line = flat(arguments);
    let used = columns(text.lines().last().unwrap_or_default());
    let is_short = match arguments {
        // Nothing shorter than the line can hold it.
        [Expression::Word(_)] => true,
        arguments => columns(&one_line) <= SHORT && arguments.iter().all(Expression::is_short),
    };
    text.push('(');
    match arguments {
        _ if is_short && used + columns(&one_line) + 2 <= WIDTH => text.push_str(&one_line),
        // A list or a call opens on the line of its method.
        [inner @ (Expression::List(..) | Expression::Call(..))] => inner.write(text, indent, 1),
        _ => text.push_str(&lines(arguments, indent)),
    }
    text.push(')');
}

/// Expressions on lines of their own, between brackets.
fn lines(expressions: &[Expression], indent: usize) -> String {
    let inner = indent + INDENTATION;
    let mut text = String::from("\n");
    for expression in expressions {
        text.push_str(&blanks(inner));
        expression.write(&mut text, inner, 1);
        text.push_str(",\n");
    }
    text + &blanks(indent)
}

fn flat(expressions: &[Expression]) -> String {
    let flat: Vec<_> = expressions.iter().map(Expression::flat).collect();
    flat.join(", ")
}

fn blanks(indent: usize) -> String {
    " ".repeat(indent)
}
