//! Structs of a declaration.

use std::fmt::Write as _;

use super::{Style, code::Code, docs, shapes::Uses};

/// A struct of the request, the response or the query.
pub(super) struct Struct {
    pub(super) name: String,
    /// In paragraphs.
    pub(super) docs: Vec<String>,
    pub(super) uses: Uses,
    pub(super) style: Style,
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

impl Struct {
    /// The derive of wechatpay-client knows no `flatten`.
    pub(super) fn has_flat_member(&self) -> bool {
        let mut attributes = self.members.iter().flat_map(|member| &member.attributes);
        attributes.any(|attribute| attribute == "flatten")
    }
}

impl Member {
    pub(super) fn is_optional(&self) -> bool {
        self.ty.starts_with("Option<")
    }
}

/// Writes a struct, after an empty line.
pub(super) fn write(code: &mut Code, declared: &Struct) {
    code.push_str("\n");
    docs::write_paragraphs(code, "", &declared.docs);
    let _ = writeln!(code, "#[derive({})]", derives(declared).join(", "));
    if declared.style == Style::Crate {
        write_crate_attributes(code, declared);
    }
    if declared.members.is_empty() {
        let _ = writeln!(code, "pub struct {} {{}}", declared.name);
        return;
    }
    let _ = writeln!(code, "pub struct {} {{", declared.name);
    for member in &declared.members {
        write_member(code, member);
    }
    code.push_str("}\n");
}

/// How a request is built, with its required members.
pub(super) fn builder(name: &str, members: &[Member]) -> String {
    let (optional, required): (Vec<_>, Vec<_>) =
        members.iter().partition(|member| member.is_optional());
    let setters = required.iter().map(|member| format!(".{}(…)", member.name));
    let setters = setters.collect::<String>();
    let builder = format!("`{name}::builder(){setters}.build()`");
    match optional
        .first()
        .map(|member| member.name.trim_start_matches("r#"))
    {
        Some(name) => format!("{builder}. For an `Option`, use setters such as `maybe_{name}`."),
        None => builder,
    }
}

/// The note about a struct with sensitive members.
pub(super) fn only_inside_client(uses: Uses) -> String {
    let (convert, crypts) = match uses {
        Uses { request: false, .. } => ("deserialize", "decrypts"),
        Uses {
            response: false, ..
        } => ("serialize", "encrypts"),
        _ => ("serialize and deserialize", "encrypts and decrypts"),
    };
    format!(
        "Sensitive members {convert} only inside the client, which {crypts} them. \
         Tests use `wechatpay_client::testing::expose_sensitive`."
    )
}

fn derives(declared: &Struct) -> Vec<&'static str> {
    let mut derives = vec!["Clone", "Debug"];
    // With required members, `..Default::default()` would hide that one is forgotten.
    if declared.uses.request && declared.members.iter().all(Member::is_optional) {
        derives.push("Default");
    }
    if declared.uses.response {
        derives.push(
            if declared.has_flat_member() && declared.style == Style::Crate {
                "serde::Deserialize"
            } else {
                "Deserialize"
            },
        );
    }
    if declared.uses.request {
        derives.push("Serialize");
    }
    derives
}

/// Writes the builder, which rustdoc is too slow for, and what mocks need.
fn write_crate_attributes(code: &mut Code, declared: &Struct) {
    let into = ["String", "DateTime", "Sensitive"].into_iter();
    let into = into.filter(|ty| {
        let option = format!("Option<{ty}>");
        let has_type = |member: &Member| member.ty == *ty || member.ty == option;
        declared.members.iter().any(has_type)
    });
    let into: Vec<_> = into.map(|ty| format!("on({ty}, into)")).collect();
    let mut derives = vec!["bon::Builder"];
    let condition = match declared.uses {
        Uses { request: true, .. } => "not(doc)",
        _ => {
            derives.push("serde::Serialize");
            "all(feature = \"testing\", not(doc))"
        }
    };
    let mut words = vec![
        condition.to_owned(),
        format!("derive({})", derives.join(", ")),
    ];
    if !into.is_empty() {
        words.push(format!("builder({})", into.join(", ")));
    }
    code.write_attribute("cfg_attr", &words);
    if !declared.uses.response {
        code.push_str(
            "#[cfg_attr(feature = \"testing\", derive(wechatpay_client::Deserialize))]\n",
        );
    }
    code.push_str("#[non_exhaustive]\n");
}

fn write_member(code: &mut Code, member: &Member) {
    let Member {
        doc,
        attributes,
        name,
        ty,
    } = member;
    docs::write(code, "    ", doc);
    if !attributes.is_empty() {
        let _ = writeln!(code, "    #[serde({})]", attributes.join(", "));
    }
    let line = format!("    pub {name}: {ty},");
    let line = if line.len() > code.width() {
        format!("    pub {name}:\n        {ty},")
    } else {
        line
    };
    code.push_str(&line);
    code.push_str("\n");
}
