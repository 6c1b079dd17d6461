//! The parameters of the request for a bill: the options, the date, the merchant and the defaults.

use chrono::NaiveDate;
use wechatpay_endpoints::{
    facts,
    facts::{Field, Operation, Type},
};

use super::{BillArguments, date, kind::Kind};
use crate::{
    failure::{Failure, Result},
    missing,
    sender::Request,
    settings::Settings,
};

/// The parameters that options have, each with its option and the name of its value.
const OPTIONS: [(&str, &str, &str); 5] = [
    ("sub_mchid", "--sub-mchid", "MCHID"),
    ("bill_type", "--type", "TYPE"),
    ("account_type", "--account", "ACCOUNT"),
    ("service_id", "--service-id", "ID"),
    ("stock_id", "--stock-id", "ID"),
];

const DATES: [&str; 2] = ["bill_date", "date"];

/// The values that the command adds by itself.
struct Own {
    /// The parameter of the merchant number.
    mchid_name: &'static str,
    mchid: String,
    date: Option<String>,
}

impl BillArguments {
    /// The date, if the operation has one.
    pub(super) fn date(&self, operation: &Operation) -> Result<Option<NaiveDate>> {
        let has_date = DATES
            .iter()
            .any(|name| parameter(operation, name).is_some());
        match (has_date, &self.date) {
            (false, Some(_)) => Err(
                Failure::configuration(format!("`{}` has no date", self.bill))
                    .cure("leave out --date"),
            ),
            (false, None) => Ok(None),
            (true, text) => date::date(text.as_deref(), date::now()).map(Some),
        }
    }

    /// The parameters that options give, each with its value.
    pub(super) fn given(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let values = [
            &self.sub_mchid,
            &self.bill_type,
            &self.account_type,
            &self.service_id,
            &self.stock_id,
        ];
        let names = OPTIONS.iter().map(|(name, ..)| *name);
        let given = names.zip(values);
        given.filter_map(|(name, value)| Some((name, value.as_deref()?)))
    }

    pub(super) fn request(
        &self,
        kind: &Kind,
        operation: &'static Operation,
        date: Option<NaiveDate>,
        settings: &Settings,
    ) -> Result<Request> {
        self.check_query(operation)?;
        for (name, value) in self.given() {
            self.check(operation, name, value)?;
        }
        let own = Own {
            // A service provider outside the mainland is the `sp_mchid`.
            mchid_name: match operation.host.is_some() && self.sub_mchid.is_some() {
                true => "sp_mchid",
                false => "mchid",
            },
            mchid: settings.merchant()?.mchid().to_owned(),
            date: date.map(|date| date.format(&kind.date_format).to_string()),
        };
        let mut request = Request::new(operation);
        for (name, value) in &self.query {
            request = request.with_parameter(name, value);
        }
        for parameter in &operation.params {
            let name = &*parameter.field.name;
            if self.query.iter().any(|(known, _)| known == name) {
                continue;
            }
            match self.value(name, kind, &own) {
                Some(value) => request = request.with_parameter(name, value),
                None if parameter.field.required => {
                    return Err(missing_parameter(&parameter.field));
                }
                None => {}
            }
        }
        Ok(request)
    }

    /// Refuses `-q` for the date, of which the report and the name of the file tell, and for a parameter that an option
    /// gives too.
    fn check_query(&self, operation: &Operation) -> Result<()> {
        for (name, value) in &self.query {
            let option = match OPTIONS.iter().find(|(known, ..)| known == name) {
                Some((_, option, _)) if self.given().any(|(given, _)| given == name) => option,
                None if DATES.contains(&&**name) && parameter(operation, name).is_some() => {
                    "--date"
                }
                _ => continue,
            };
            let error = format!("{option} gives the {name}, not -q {name}={value}");
            return Err(Failure::configuration(error)
                .cure(format!("leave out -q {name}, and write {option} {value}")));
        }
        Ok(())
    }

    fn value<'a>(&'a self, name: &str, kind: &'a Kind, own: &'a Own) -> Option<&'a str> {
        let given = self.given().find(|(known, _)| *known == name);
        match (name, given) {
            (_, Some((_, value))) => Some(value),
            ("tar_type", None) => Some("GZIP"),
            (name, None) if DATES.contains(&name) => own.date.as_deref(),
            (name, None) if name == own.mchid_name => Some(&own.mchid),
            (name, None) => kind.defaults.get(name).map(String::as_str),
        }
    }

    /// Refuses an option that the operation does not have, or a value that it does not list.
    fn check(&self, operation: &Operation, name: &str, value: &str) -> Result<()> {
        let bill = &self.bill;
        let Some(field) = parameter(operation, name) else {
            let mut options = OPTIONS.iter();
            let option = options.find(|(known, ..)| *known == name);
            let option = option.map_or(name, |(_, option, _)| *option);
            return Err(
                Failure::configuration(format!("`{bill}` does not take {option}"))
                    .cure(format!("leave out {option}")),
            );
        };
        let Type::Enum(listed) = &field.ty else {
            return Ok(());
        };
        let types = facts().products.get(&operation.product);
        let Some(listed) = types.and_then(|types| types.enums.get(listed)) else {
            return Ok(());
        };
        let known: Vec<_> = listed
            .values
            .iter()
            .filter_map(|known| known.as_str())
            .collect();
        if known.contains(&value) {
            return Ok(());
        }
        Err(
            Failure::configuration(format!("`{bill}` has no {name} `{value}`"))
                .cure(format!("use one of: {}", known.join(", ")))
                .cure(format!("-q {name}={value} sends it without this check")),
        )
    }
}

/// The name and the value of `-q`.
pub(super) fn pair(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, value)) if !name.is_empty() => Ok((name.to_owned(), value.to_owned())),
        _ => Err("write NAME=VALUE, such as out_bill_no=plfk2020042013".to_owned()),
    }
}

fn parameter<'a>(operation: &'a Operation, name: &str) -> Option<&'a Field> {
    let mut fields = operation.params.iter().map(|parameter| &parameter.field);
    fields.find(|field| field.name == name)
}

fn missing_parameter(field: &Field) -> Failure {
    let Field { name, label, .. } = field;
    let option = OPTIONS.iter().find(|(known, ..)| known == name);
    let option = match option {
        Some((_, option, value)) => format!("{option} {value}"),
        None => format!("-q {name}=VALUE"),
    };
    missing::argument(&format!("the {name} ({label})"), &option)
}
