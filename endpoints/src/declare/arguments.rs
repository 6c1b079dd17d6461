//! The arguments of a method.

use super::{names, shapes::Shapes, values::Scalar};
use crate::facts::{Field, Location, Operation, Type};

/// A method with up to this number of optional query parameters takes them one by one.
const OPTIONAL_PARAMETERS: usize = 3;

/// Clippy warns of more arguments, including `&self`.
const ARGUMENTS: usize = 7;

/// The arguments of a method.
pub(super) struct Arguments<'a> {
    /// `name: Type`, with the attribute of the argument.
    pub(super) list: Vec<String>,
    /// The parts of the request that the arguments after `&self` hold.
    pub(super) parts: Vec<Part<'a>>,
    /// A line about each argument that is no struct, and about the parts of a form.
    pub(super) docs: Vec<String>,
}

/// The part of a request that an argument holds.
pub(super) enum Part<'a> {
    /// A placeholder of the path, by its name.
    Path(&'a str, Option<&'a Field>),
    Header(&'a Field),
    Query(&'a Field),
    /// Query parameters in a struct of this name.
    Queries(String, Vec<&'a Field>),
    /// The JSON body, or the `meta` of an upload.
    Body(&'a Type),
    File,
}

/// Collects arguments.
struct Collector<'a, 's> {
    operation: &'a Operation,
    shapes: &'s mut Shapes<'a>,
    names: Vec<String>,
    arguments: Arguments<'a>,
}

impl<'a> Arguments<'a> {
    /// The arguments that an operation needs. Their structs are added to `shapes`.
    pub(super) fn of(operation: &'a Operation, shapes: &mut Shapes<'a>) -> Self {
        let mut collector = Collector {
            operation,
            shapes,
            names: ["body", "file", "query"].map(str::to_owned).into(),
            arguments: Self {
                list: vec!["&self".to_owned()],
                parts: Vec::new(),
                docs: Vec::new(),
            },
        };
        collector.add_path();
        collector.add_headers();
        collector.add_query();
        match &operation.request {
            Some(form) if operation.upload => collector.add_form(form),
            Some(body) => collector.add_body(body, "request"),
            None => {}
        }
        if operation.upload {
            collector.add(Part::File, "file: &UploadFile".to_owned());
        }
        collector.arguments
    }
}

impl<'a> Collector<'a, '_> {
    fn add(&mut self, part: Part<'a>, argument: String) {
        self.arguments.parts.push(part);
        self.arguments.list.push(argument);
    }

    fn describe(&mut self, name: &str, field: &Field, note: &str) {
        let doc = self.shapes.doc(field);
        if !doc.is_empty() || !note.is_empty() {
            let colon = if field.label.is_empty() && !doc.is_empty() {
                ":"
            } else {
                ""
            };
            let doc = format!("`{name}`{colon} {doc}");
            self.arguments.docs.push(doc.trim_end().to_owned() + note);
        }
    }

    fn add_path(&mut self) {
        let operation = self.operation;
        let segments = operation.path.split('/');
        let placeholders =
            segments.filter_map(|segment| segment.strip_prefix('{')?.strip_suffix('}'));
        for name in placeholders {
            let mut fields = operation.params_in(Location::Path);
            let field = fields.find(|field| field.name == name);
            field
                .into_iter()
                .for_each(|field| self.shapes.add_parameter(field));
            let ty = field.map_or_else(|| "&str".to_owned(), |field| self.borrowed(field));
            if let Some(field) = field {
                self.describe(name, field, "");
            }
            let ident = names::snake(name);
            self.add(Part::Path(name, field), format!("{ident}: {ty}"));
            self.names.push(ident);
        }
    }

    fn add_headers(&mut self) {
        let headers = self.operation.params_in(Location::Header);
        for field in headers.filter(|field| !field.is_written_by_client()) {
            self.shapes.add_parameter(field);
            let ident = names::unique(names::snake(&field.name), &mut self.names);
            let ty = self.optional(field);
            self.describe(&field.name, field, "");
            let argument = format!("#[header = {:?}] {ident}: {ty}", field.name);
            self.add(Part::Header(field), argument);
        }
    }

    /// Adds the query parameters: one by one, since the macro then compares their names, or in a struct if there are
    /// many.
    fn add_query(&mut self) {
        let all: Vec<_> = self.operation.params_in(Location::Query).collect();
        let optional = all.iter().filter(|field| !field.is_demanded()).count();
        // The body and the file are not there yet.
        let operation = self.operation;
        let later = usize::from(operation.request.is_some()) + usize::from(operation.upload);
        let others = self.arguments.list.len() + later;

        let (single, in_struct) =
            if optional <= OPTIONAL_PARAMETERS && others + all.len() <= ARGUMENTS {
                (all, Vec::new())
            } else if optional > 0 && others + all.len() - optional < ARGUMENTS {
                all.into_iter().partition(|field| field.is_demanded())
            } else {
                (Vec::new(), all)
            };
        single
            .into_iter()
            .for_each(|field| self.add_query_argument(field));
        if !in_struct.is_empty() {
            let name = self.shapes.add_query(in_struct.clone());
            let argument = format!("query: &{name}");
            self.add(Part::Queries(name, in_struct), argument);
        }
    }

    fn add_query_argument(&mut self, field: &'a Field) {
        self.shapes.add_parameter(field);
        let ident = names::unique(names::snake(&field.name), &mut self.names);
        let attribute = if names::is_name_of(&ident, &field.name) {
            "#[query]".to_owned()
        } else {
            format!("#[query = {:?}]", field.name)
        };
        let ty = self.optional(field);
        self.describe(&field.name, field, "");
        self.add(Part::Query(field), format!("{attribute} {ident}: {ty}"));
    }

    fn add_body(&mut self, ty: &'a Type, part: &str) {
        let name = self.shapes.add_request(ty, part);
        self.add(Part::Body(ty), format!("body: &{name}"));
    }

    /// Adds the parts of a multipart form beside the file. The client writes the usual `meta` by itself.
    fn add_form(&mut self, ty: &'a Type) {
        for part in self.shapes.fields(ty).unwrap_or_default() {
            match &part.ty {
                Type::Json(meta) if part.name == "meta" => {
                    if !self.is_usual_meta(meta) {
                        self.add_body(meta, "`meta`");
                    }
                }
                Type::File if part.name == "file" => {}
                Type::File => {
                    let note = format!(", with `UploadFile::with_part_name({:?})`", part.name);
                    self.describe("file", part, &note);
                }
                _ => {
                    let note = "; a text of the form: `UploadFile::with_text`";
                    self.describe(&part.name, part, note);
                }
            }
        }
    }

    fn is_usual_meta(&self, meta: &Type) -> bool {
        let fields = self.shapes.fields(meta).unwrap_or_default();
        let is_usual = |field: &Field| ["filename", "sha256"].contains(&&*field.name);
        fields.len() == 2 && fields.iter().all(is_usual)
    }

    /// The type of a header or query parameter. An empty list is left out, so lists are never `Option`.
    fn optional(&self, field: &Field) -> String {
        let ty = self.borrowed(field);
        if field.is_demanded() || matches!(field.ty, Type::Array(_)) {
            ty
        } else {
            format!("Option<{ty}>")
        }
    }

    /// The type of an argument.
    fn borrowed(&self, field: &Field) -> String {
        let item = |ty: &Type| match self.shapes.scalar(ty, Some(field)) {
            Scalar::Plain(name @ ("Fen" | "i64" | "u64" | "bool")) => name.to_owned(),
            Scalar::Sensitive => "&Sensitive".to_owned(),
            Scalar::DateTime => "&DateTime".to_owned(),
            Scalar::Enum(name) => format!("&{name}"),
            Scalar::Plain(_) | Scalar::Text => "&str".to_owned(),
        };
        match &field.ty {
            Type::Array(ty) => format!("&[{}]", item(ty)),
            ty => item(ty),
        }
    }
}
