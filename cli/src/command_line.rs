//! Commands that the output prints, to be run in a shell.

use clap::{ArgMatches, Args as _, Command, parser::ValueSource};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::arguments::ConnectionArguments;

/// The characters of a path that are encoded: all but the unreserved ones of RFC 3986.
const ENCODED: AsciiSet = NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Options of the connection that choose neither merchant, keys, host nor network.
const LEFT_OUT: [&str; 1] = ["timeout"];

/// The flags of the command line that chose merchant, keys, host and network, with a space before each: a further
/// command without them would ask another merchant. Variables of the environment stay in force.
pub(crate) fn connection_flags(matches: &ArgMatches) -> String {
    let options = ConnectionArguments::augment_args(Command::new(""));
    let is_given = |id: &str| matches.value_source(id) == Some(ValueSource::CommandLine);
    let mut flags = String::new();
    for option in options.get_arguments() {
        let id = option.get_id().as_str();
        let Some(name) = option.get_long().filter(|_| is_given(id)) else {
            continue;
        };
        if LEFT_OUT.contains(&id) {
            continue;
        }
        if !option.get_action().takes_values() {
            flags += &format!(" --{name}");
            continue;
        }
        for value in matches.get_raw(id).into_iter().flatten() {
            flags += &flag(name, &value.to_string_lossy());
        }
    }
    flags
}

/// The commands that ask WeChat Pay, and that a step may name.
const COMMANDS: [&str; 9] = [
    "wechatpay bill",
    "wechatpay call",
    "wechatpay certificates",
    "wechatpay contract",
    "wechatpay doctor",
    "wechatpay order",
    "wechatpay payscore",
    "wechatpay refund",
    "wechatpay transfer",
];

/// Repeats the flags in the commands of a step: without them, a command would be about another merchant.
pub(crate) fn with_flags(step: &str, flags: &str) -> String {
    let commands = COMMANDS.iter();
    commands.fold(step.to_owned(), |step, command| {
        step.replace(command, &format!("{command}{flags}"))
    })
}

/// A value in the place of a placeholder of a path.
pub(crate) fn path_segment(value: &str) -> String {
    utf8_percent_encode(value, &ENCODED).to_string()
}

/// A text that a shell takes as one word. The merchant's numbers may have `|` and `*`.
pub(crate) fn quoted(text: &str) -> String {
    let is_plain =
        |character: char| character.is_ascii_alphanumeric() || "/{}_-.:=".contains(character);
    // In zsh, a word that begins with `=` is the path of a program.
    let is_word = !text.is_empty() && !text.starts_with('=') && text.chars().all(is_plain);
    match is_word {
        true => text.to_owned(),
        false => format!("'{}'", text.replace('\'', r"'\''")),
    }
}

/// The text in the place of a value that the user must give. `wechatpay call` refuses the text.
pub(crate) fn placeholder(name: &str) -> String {
    format!("<{}>", name.replace('-', "_").to_uppercase())
}

/// Tests if a value is a [`placeholder`], which somebody forgot to replace.
pub(crate) fn is_placeholder(value: &str) -> bool {
    let inner = value.trim().strip_prefix('<');
    let inner = inner.and_then(|rest| rest.strip_suffix('>'));
    let is_part = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
    inner.is_some_and(|name| {
        name.starts_with(|c: char| c.is_ascii_uppercase()) && name.chars().all(is_part)
    })
}

/// An option with its value, after a space, as a command repeats it.
pub(crate) fn flag(name: &str, value: &str) -> String {
    // A URL with `@` may have a password. Without the flag, the command would go to another host.
    let is_url = matches!(name, "base-url" | "proxy");
    let value = match is_url && value.contains('@') {
        true => placeholder(name),
        false => value.to_owned(),
    };
    match value.starts_with('-') {
        true => format!(" {}", quoted(&format!("--{name}={value}"))),
        false => format!(" --{name} {}", quoted(&value)),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;
    use crate::arguments::Arguments;

    fn flags(line: &[&str]) -> String {
        let matches = Arguments::command().try_get_matches_from(line).unwrap();
        connection_flags(&matches)
    }

    #[test]
    fn every_flag_that_chooses_the_merchant_is_repeated() {
        let mut command = ConnectionArguments::augment_args(Command::new(""));
        command.build();
        let options = command.get_arguments();
        let values: Vec<_> = options
            .filter(|option| option.get_action().takes_values() && option.get_id() != "timeout")
            .filter_map(|option| option.get_long())
            .flat_map(|name| [format!("--{name}"), format!("{name}.x")])
            .collect();
        assert_eq!(values.len(), 2 * 16);
        let given: Vec<_> = values.iter().map(String::as_str).collect();
        let rest = ["--global", "--timeout", "5"];
        let before = [&["wechatpay"], &*given, &rest, &["man", "."]].concat();
        let after = [&["wechatpay", "man", "."], &*given, &rest].concat();
        let expected = flags(&before);
        assert_eq!(flags(&after), expected);
        let mut words: Vec<_> = expected.split_whitespace().collect();
        words.sort_unstable();
        let mut wanted: Vec<_> = given.into_iter().chain(["--global"]).collect();
        wanted.sort_unstable();
        assert_eq!(words, wanted);
    }

    #[test]
    fn a_flag_is_quoted_and_shows_no_password() {
        for (given, printed) in [
            ("--config=my shop.toml", " --config 'my shop.toml'"),
            ("--sign-with=a 'b' $C", r" --sign-with 'a '\''b'\'' $C'"),
            ("--profile=-b", " --profile=-b"),
            ("--profile==b", " --profile '=b'"),
            ("--proxy=http://u:secret@h:1", " --proxy '<PROXY>'"),
            ("--base-url=http://u:secret@h", " --base-url '<BASE_URL>'"),
        ] {
            assert_eq!(flags(&["wechatpay", given, "man", "."]), printed);
        }
    }

    #[test]
    fn the_flags_are_repeated_in_each_command() {
        assert_eq!(
            with_flags(
                "`wechatpay doctor`, then wechatpay call GET /v3/x",
                " --profile b"
            ),
            "`wechatpay doctor --profile b`, then wechatpay call --profile b GET /v3/x"
        );
        assert_eq!(
            with_flags("wechatpay certificates --save FOLDER", " --global"),
            "wechatpay certificates --global --save FOLDER"
        );
        for command in COMMANDS {
            assert_eq!(
                with_flags(&format!("`{command} X`"), " --profile b --config c.toml"),
                format!("`{command} --profile b --config c.toml X`")
            );
        }
        assert_eq!(
            with_flags("wechatpay explain X", " --global"),
            "wechatpay explain X"
        );
    }

    #[test]
    fn a_placeholder_is_recognized_and_nothing_else() {
        assert!(is_placeholder(&placeholder("out_refund_no")));
        assert!(is_placeholder(&placeholder("Idempotency-Key")));
        assert!(is_placeholder(" <SHA256> "));
        for value in ["", "<>", "<a>", "A", "<A", "<A>b", "<1>", "<A B>", "<_>"] {
            assert!(!is_placeholder(value), "{value}");
        }
    }
}
