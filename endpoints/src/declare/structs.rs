//! Structs of a declaration.

use std::fmt::Write as _;

use super::{
    docs::{self, WIDTH},
    shapes::Uses,
};

/// A struct of the request, the response or the query.
pub(super) struct Struct {
    pub(super) name: String,
    /// In paragraphs.
    pub(super) docs: Vec<String>,
    pub(super) uses: Uses,
    pub(super) members: Vec<Member>,
}

/// A member of a struct.
pub(super) struct Member {
    pub(super) doc: String,
    /// The words inside `#[serde(…)]`.
    pub(super) attributes: Vec<String>,
    pub(super) name: String,
    pub(super) ty: String,
}

/// Writes a struct, after an empty line.
pub(super) fn write(text: &mut String, declared: &Struct) {
    text.push('\n');
    docs::write_all(text, &declared.docs);
    let _ = writeln!(text, "#[derive({})]", derives(declared).join(", "));
    if declared.members.is_empty() {
        let _ = writeln!(text, "pub struct {} {{}}", declared.name);
        return;
    }
    let _ = writeln!(text, "pub struct {} {{", declared.name);
    for member in &declared.members {
        write_member(text, member);
    }
    text.push_str("}\n");
}

fn derives(declared: &Struct) -> Vec<&'static str> {
    let mut derives = vec!["Clone", "Debug"];
    // With required members, `..Default::default()` would hide that one is forgotten.
    let is_optional = |member: &Member| member.ty.starts_with("Option<");
    if declared.uses.request && declared.members.iter().all(is_optional) {
        derives.push("Default");
    }
    if declared.uses.response {
        derives.push("Deserialize");
    }
    if declared.uses.request {
        derives.push("Serialize");
    }
    derives
}

fn write_member(text: &mut String, member: &Member) {
    let Member {
        doc,
        attributes,
        name,
        ty,
    } = member;
    docs::write(text, "    ", doc);
    if !attributes.is_empty() {
        let _ = writeln!(text, "    #[serde({})]", attributes.join(", "));
    }
    let line = format!("    pub {name}: {ty},");
    let line = if line.len() > WIDTH {
        format!("    pub {name}:\n        {ty},")
    } else {
        line
    };
    text.push_str(&line);
    text.push('\n');
}
