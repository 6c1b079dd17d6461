//! README.md and README.zh-CN.md: the same sections and the same code.

use std::{collections::BTreeSet, fs, path::Path};

struct Readme {
    /// The level of each heading, in order.
    levels: Vec<usize>,
    /// Each block of code with its language, without comments: these are in the language of the reader.
    blocks: Vec<String>,
    /// The code in each row of a table, such as names of arguments, errors and features. In its own sections a README
    /// may say `{placeholder}` in its language.
    rows: Vec<Vec<String>>,
    /// The kind of each line outside code and tables: a heading, text, or an empty line.
    lines: Vec<Line>,
    headings: Vec<String>,
}

impl Readme {
    fn read(name: &str) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
        let text = fs::read_to_string(path).unwrap();
        let mut readme = Self {
            levels: Vec::new(),
            blocks: Vec::new(),
            rows: Vec::new(),
            lines: Vec::new(),
            headings: Vec::new(),
        };
        let mut block: Option<String> = None;
        for line in text.lines() {
            match &mut block {
                Some(open) if line == "```" => readme.blocks.extend(Some(std::mem::take(open))),
                Some(open) => *open += &format!("{}\n", without_comment(line)),
                None => readme.read_prose(line),
            }
            if line.starts_with("```") {
                block = match block {
                    None => Some(format!("{line}\n")),
                    Some(_) => None,
                };
            }
        }
        readme
    }

    fn read_prose(&mut self, line: &str) {
        if line.starts_with('#') {
            let level = line.bytes().take_while(|byte| *byte == b'#').count();
            self.levels.push(level);
            self.headings.push(line.to_owned());
        }
        if line.starts_with('|') {
            let code = line.split('`').skip(1).step_by(2);
            let code = code
                .filter(|code| !code.contains(['{', '占']))
                .map(str::to_owned);
            self.rows.push(code.collect());
            return;
        }
        self.lines.push(match line {
            "" => Line::Empty,
            heading if heading.starts_with('#') => Line::Heading,
            _ => Line::Text,
        });
    }
}

#[derive(Debug, PartialEq)]
enum Line {
    Empty,
    Heading,
    Text,
}

/// A line of Rust, TOML or shell without its comment. A hidden line of a doctest begins with `# ` and is code.
fn without_comment(line: &str) -> &str {
    let starts = ["// ", "/// ", " # "]
        .iter()
        .filter_map(|start| line.find(start));
    let end = starts.min().unwrap_or(line.len());
    line[..end].trim_end()
}

#[test]
fn both_readmes_have_the_same_sections_code_tables_and_paragraphs() {
    let (english, chinese) = (Readme::read("README.md"), Readme::read("README.zh-CN.md"));
    assert!(english.levels.len() > 10 && english.blocks.len() > 10 && english.rows.len() > 50);
    assert_eq!(english.levels, chinese.levels);
    assert_eq!(english.blocks, chinese.blocks);
    assert_eq!(english.rows, chinese.rows);
    assert_eq!(english.lines, chinese.lines);
    // A heading of its own for each section, and in Chinese below the title.
    for readme in [&english, &chinese] {
        let unique: BTreeSet<_> = readme.headings.iter().collect();
        assert_eq!(unique.len(), readme.headings.len());
    }
    for heading in &chinese.headings[1..] {
        assert!(heading.contains(|c: char| c > '\u{4dff}'), "{heading}");
    }
}

#[test]
fn every_link_within_a_readme_leads_to_a_heading() {
    for name in ["README.md", "README.zh-CN.md"] {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap();
        let anchors: Vec<_> = text
            .lines()
            .filter_map(|line| line.strip_prefix("## "))
            .map(|heading| heading.to_lowercase().replace(' ', "-"))
            .collect();
        for link in text.split("](#").skip(1) {
            let (anchor, _) = link.split_once(')').unwrap();
            assert!(
                anchors.iter().any(|other| other == anchor),
                "{name}: #{anchor}"
            );
        }
    }
}
