//! The form of an upload: `-F FILE` and `-F NAME=VALUE`.

use std::{io, path::Path};

use serde_json::{Map, Value};
use wechatpay_client::UploadFile;
use wechatpay_endpoints::{
    facts,
    facts::{Field, Type},
};

use super::target::Target;
use crate::{
    content::name_of_secret,
    data,
    failure::{Failure, Result},
    file,
};

/// The file, the `meta` that is signed, and the texts beside them.
pub(super) struct Form {
    pub(super) file: UploadFile,
    /// `None` for the meta that the client writes: the file's name and its SHA-256.
    pub(super) meta: Option<Value>,
    part_name: String,
    texts: Vec<(String, String)>,
}

/// A `-F`.
enum Part<'a> {
    File(&'a str),
    Text(&'a str, &'a str),
}

impl Form {
    /// Reads the form; `None` if the operation is no upload.
    pub(super) async fn read(target: &Target, given: &[String]) -> Result<Option<Self>> {
        let operation = &target.operation;
        match (given, operation.upload || !target.is_listed) {
            ([], _) if operation.upload => {
                return Err(Failure::configuration(format!("{operation} needs a file"))
                    .cure("give the file with -F FILE"));
            }
            ([], _) => return Ok(None),
            (_, false) => {
                let cure = match operation.request {
                    Some(_) => "leave out -F, and give JSON with -d",
                    None => "leave out -F, and give parameters with -q NAME=VALUE",
                };
                return Err(
                    Failure::configuration(format!("{operation} does not take a file")).cure(cure),
                );
            }
            _ => {}
        }
        let fields = operation.request.as_ref();
        let fields = fields.and_then(|ty| facts().members(&operation.product, ty));
        let fields = fields.unwrap_or_default();
        let part_name = fields
            .iter()
            .find(|field| field.ty == Type::File)
            .map_or("file", |field| &field.name);
        let (file, meta, texts) = parts(given, fields, part_name)?;
        let mut file = open(file).await?.with_part_name(part_name.to_owned());
        for (name, value) in &texts {
            file = file.with_text(name.clone(), value);
        }
        let wanted = meta_fields(&operation.product, fields);
        Ok(Some(Self {
            meta: full_meta(&file, meta, wanted).await?,
            file,
            part_name: part_name.to_owned(),
            texts,
        }))
    }

    /// The form as the facts check it. A text stands for the file.
    pub(super) fn values(&self) -> Value {
        let mut form = Map::new();
        form.insert(self.part_name.clone(), "file".into());
        let meta = self.meta.clone().unwrap_or_else(|| {
            serde_json::json!({ "filename": self.file.filename(), "sha256": self.file.sha256() })
        });
        form.insert("meta".to_owned(), meta.to_string().into());
        for (name, value) in &self.texts {
            form.insert(name.clone(), value.as_str().into());
        }
        Value::Object(form)
    }
}

/// The path of the file, the members of the meta, and the texts.
type Parts<'a> = (&'a str, Map<String, Value>, Vec<(String, String)>);

fn parts<'a>(given: &'a [String], fields: &[Field], part_name: &str) -> Result<Parts<'a>> {
    let (mut file, mut meta, mut texts) = (None, Map::new(), Vec::new());
    for text in given {
        match Part::parse(text, fields) {
            Part::File(path) if file.is_none() => file = Some(path),
            Part::File(_) => {
                return Err(Failure::configuration("the form has two files").cure("give one"));
            }
            Part::Text("meta", value) => meta = members(value)?,
            Part::Text(name, value) => texts.push((name.to_owned(), value.to_owned())),
        }
    }
    let file = file.ok_or_else(|| {
        Failure::configuration("the form has no file").cure(format!("add -F {part_name}=@FILE"))
    })?;
    Ok((file, meta, texts))
}

impl<'a> Part<'a> {
    fn parse(text: &'a str, fields: &[Field]) -> Self {
        match text.split_once('=') {
            Some((name, value)) if name == "meta" => Part::Text(name, value),
            Some((name, value)) => {
                let field = fields.iter().find(|field| field.name == name);
                let is_file = field.is_some_and(|field| field.ty == Type::File);
                match (field, value.strip_prefix('@')) {
                    (_, Some(path)) => Part::File(path),
                    (Some(_), None) if is_file => Part::File(value),
                    (Some(_), None) => Part::Text(name, value),
                    // A path with `=` in it.
                    (None, None) if Path::new(text).exists() => Part::File(text),
                    (None, None) => Part::Text(name, value),
                }
            }
            None => Part::File(text.strip_prefix('@').unwrap_or(text)),
        }
    }
}

/// The members of a `meta` that is given as JSON or as a file of JSON.
fn members(value: &str) -> Result<Map<String, Value>> {
    match data::read(value, "the part `meta`")? {
        Value::Object(members) => Ok(members),
        _ => Err(Failure::configuration("the part `meta` is no JSON object")
            .cure("write -F 'meta={\"name\": \"value\"}'")),
    }
}

/// The members of the meta of the operation.
fn meta_fields<'a>(product: &str, fields: &'a [Field]) -> &'a [Field] {
    let meta = fields.iter().find(|field| field.name == "meta");
    let meta = meta.and_then(|field| facts().members(product, field.ty.innermost()));
    meta.unwrap_or_default()
}

/// The given meta with the name and the digest of the file, under the names that the operation has for them.
async fn full_meta(
    file: &UploadFile,
    given: Map<String, Value>,
    wanted: &[Field],
) -> Result<Option<Value>> {
    let mut meta = Map::new();
    for field in wanted {
        let value = match &*field.name {
            "filename" | "file_name" => file.filename().to_owned(),
            "sha256" | "file_digest" => file.sha256().to_owned(),
            "digest" => digest(file, algorithm(&given, wanted)).await?,
            name if is_algorithm(name) => algorithm(&given, wanted).to_owned(),
            _ => continue,
        };
        meta.insert(field.name.clone(), value.into());
    }
    if meta.is_empty() && given.is_empty() {
        return Ok(None);
    }
    if wanted.is_empty() {
        meta.insert("filename".to_owned(), file.filename().into());
        meta.insert("sha256".to_owned(), file.sha256().into());
    }
    meta.extend(given);
    Ok(Some(Value::Object(meta)))
}

/// Invoices spell the word in two ways.
fn is_algorithm(name: &str) -> bool {
    name.starts_with("digest_al")
}

/// The given algorithm, or that of the official example.
fn algorithm<'a>(given: &'a Map<String, Value>, wanted: &'a [Field]) -> &'a str {
    let mut members = given.iter();
    let given = members.find_map(|(name, value)| is_algorithm(name).then_some(value));
    let field = wanted.iter().find(|field| is_algorithm(&field.name));
    let example = field.and_then(|field| field.example.as_ref());
    given.or(example).and_then(Value::as_str).unwrap_or("SM3")
}

async fn digest(file: &UploadFile, algorithm: &str) -> Result<String> {
    match algorithm.to_ascii_uppercase().ends_with("SM3") {
        true => file.sm3().await.map_err(Failure::configuration),
        false => Ok(file.sha256().to_owned()),
    }
}

/// The size in bytes up to which a file of an upload may be a key by mistake.
const LARGEST_KEY_FILE: u64 = 64 << 10;

/// Opens the file of an upload.
async fn open(path: &str) -> Result<UploadFile> {
    // The error of the operating system is clearer than that of the upload.
    let metadata =
        std::fs::metadata(path).map_err(|error| Failure::file(Path::new(path), "read", &error))?;
    if metadata.is_dir() {
        let error = io::Error::from(io::ErrorKind::IsADirectory);
        return Err(Failure::file(Path::new(path), "read", &error));
    }
    // A pipe can be read only once.
    if metadata.is_file() {
        refuse_secret(Path::new(path))?;
    }
    UploadFile::open(path)
        .await
        .map_err(|error| Failure::configuration(format!("{path}: {error}")))
}

/// Refuses the file of a private key, which nobody means to upload.
fn refuse_secret(path: &Path) -> Result<()> {
    let content = file::read_up_to(path, LARGEST_KEY_FILE)?;
    match content.as_deref().and_then(name_of_secret) {
        Some(name) => Err(Failure::configuration(format!(
            "{} is {name}, which is not for WeChat Pay; nothing was sent",
            path.display()
        ))
        .cure("name the file to upload")),
        None => Ok(()),
    }
}
