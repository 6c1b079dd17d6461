//! The query of a thing with states: its operation, and the parameters.

use wechatpay_client::Client;
use wechatpay_endpoints::{
    facts,
    facts::{Field, Operation},
};

use super::machine::{Kind, Mode, Number, Whose};
use crate::{
    arguments::ConnectionArguments,
    command_line,
    failure::{Exit, Failure, Result},
    json::Json,
    missing,
    sender::{Request, Response},
    settings::Settings,
};

/// The names that only responses have for the number of the merchant that asks.
const OWN_NUMBERS: [&str; 2] = ["mch_id", "combine_mchid"];

/// The arguments of a query.
#[derive(Debug, Default)]
pub(super) struct Asked<'a> {
    /// The name of the kind.
    pub(super) kind: &'static str,
    pub(super) number: &'a str,
    pub(super) whose: Option<Whose>,
    /// The product, if it is not the plain one.
    pub(super) product: Option<&'static str>,
    /// The values of further parameters, by their names.
    pub(super) values: Vec<(&'static str, Option<&'a str>)>,
}

/// A query that can be sent.
#[derive(Debug)]
pub(super) struct Query {
    pub(super) kind_name: &'static str,
    pub(super) kind: &'static Kind,
    pub(super) mode: &'static Mode,
    pub(super) number: &'static Number,
    pub(super) value: String,
    /// The values of the arguments.
    values: Vec<(&'static str, String)>,
    /// The flags of the commands of next steps.
    pub(super) flags: String,
    request: Request,
}

impl Query {
    pub(super) fn new(
        asked: &Asked<'_>,
        connection: &ConnectionArguments,
        settings: &Settings,
    ) -> Result<Self> {
        let kind = Kind::find(asked.kind).ok_or_else(|| {
            Failure::configuration(format!("the state machines have no `{}`", asked.kind))
        })?;
        if settings.options().brand_id.is_some() {
            return Err(Failure::configuration(format!(
                "a brand (品牌) has no {} ({})",
                asked.kind, kind.label
            ))
            .cure("give --mchid and the keys of the merchant in place of --brand-id"));
        }
        let mode = mode(kind, asked, settings)?;
        let number = number(mode, asked)?;
        Ok(Self {
            kind_name: asked.kind,
            kind,
            mode,
            number,
            value: asked.number.to_owned(),
            values: asked.given(&number.name, settings.merchant()?.mchid()),
            flags: connection.flags.clone(),
            request: request(mode, number, asked, settings)?,
        })
    }

    pub(super) const fn operation(&self) -> &'static Operation {
        self.request.operation()
    }

    /// The value of a parameter that the query was made with.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        let mut values = self.values.iter();
        let value = values.find(|(known, _)| *known == name);
        value.map(|(_, value)| &**value)
    }

    /// A text whose commands have the options that choose the merchant, and the sub-merchant.
    pub(super) fn with_options(&self, text: &str) -> String {
        let sub_mchid = self.parameter("sub_mchid");
        let sub_mchid = sub_mchid.map(|value| command_line::flag("sub-mchid", value));
        let options = format!("{}{}", self.flags, sub_mchid.unwrap_or_default());
        command_line::with_flags(text, &options)
    }

    /// Sends the query. The failure of a number that does not exist says which numbers there are.
    pub(super) async fn send(&self, client: &Client) -> Result<Response> {
        let response = self.request.send(client).await;
        let response = response.map_err(|failure| match failure.is_not_found() {
            true => self.not_found(failure.of_query()),
            false => failure.of_query_to(&self.operation().path),
        })?;
        self.check(&response.body)?;
        Ok(response)
    }

    /// Refuses the response about another number or another merchant. WeChat Pay signs no request, so that a proxy could
    /// return the response to another query.
    fn check(&self, body: &Json) -> Result<()> {
        let machine = self.mode.machine(self.number);
        let thing = machine.map_or(body, |machine| machine.thing(body));
        let own = self.parameter("mchid").unwrap_or_default();
        let own = OWN_NUMBERS.map(|name| (name, own));
        let asked = self.values.iter().map(|(name, value)| (*name, &**value));
        for (name, asked) in asked.chain(own) {
            let given = [thing, body].into_iter();
            let mut given = given.filter_map(|object| object.get(name)?.scalar());
            let other = given.next().filter(|given| *given != asked);
            if let Some(other) = other.filter(|_| self.must_agree(name)) {
                return Err(self.about_another(name, asked, other));
            }
        }
        Ok(())
    }

    /// Tests if a member of the response has the value of the query. The `mchid` of some responses to a service provider
    /// may be that of another merchant.
    fn must_agree(&self, name: &str) -> bool {
        let is_partner = self.parameter("sub_mchid").is_some();
        name != "mchid"
            || !is_partner
            || self
                .label(name)
                .is_some_and(|label| label.contains("服务商"))
    }

    fn about_another(&self, name: &str, asked: &str, other: &str) -> Failure {
        let label = self.label(name);
        let label = label.map(|label| format!(" ({label})")).unwrap_or_default();
        let other = other.escape_debug();
        Failure::configuration(format!(
            "the response is about another {name}{label}: {other}, not {asked}"
        ))
        .with_exit(Exit::NotExecuted)
        .cure("look for a proxy that stores responses, and query again without the proxy")
    }

    /// The Chinese name of a number or a member of the response.
    fn label(&self, name: &str) -> Option<&'static str> {
        if name == self.number.name {
            return Some(&self.number.label);
        }
        let operation = self.operation();
        let members = facts().members(&operation.product, operation.response_type()?)?;
        let field = members.iter().find(|field| field.name == name)?;
        Some(&field.label)
    }

    fn not_found(&self, failure: Failure) -> Failure {
        let Number { name, label, .. } = self.number;
        let mut failure = failure.cure(format!(
            "the query was by {name} ({label}): check the number and the merchant"
        ));
        for step in other_numbers(self.mode, self.number) {
            failure = failure.cure(step);
        }
        let modes = self.kind.modes.iter();
        let others = modes.filter(|mode| mode.name != self.mode.name);
        let flags: Vec<_> = others.filter_map(|mode| flag(&mode.name)).collect();
        match &*flags {
            [] => failure,
            flags => failure.cure(format!(
                "a number of another product needs its option: {}",
                flags.join(", ")
            )),
        }
    }
}

/// The steps for a number that is another one than the one asked for.
fn other_numbers(mode: &Mode, asked: &Number) -> impl Iterator<Item = String> {
    let others = mode.numbers.iter();
    let others = others.filter(move |number| number.whose != asked.whose);
    others.map(|number| {
        let Number { name, label, .. } = number;
        let flag = match number.whose {
            Whose::Merchant => "--out",
            Whose::WeChatPay => "--id",
        };
        let article = if name.starts_with('o') { "an" } else { "a" };
        format!("if the number is {article} {name} ({label}), add {flag}")
    })
}

/// The option that selects a mode.
fn flag(mode: &str) -> Option<&'static str> {
    Some(match mode {
        "partner" => "--sub-mchid (服务商)",
        "combined" => "--combined (合单)",
        "ecommerce" => "--ecommerce (收付通)",
        "qq-wallet" => "--qq-wallet (QQ钱包)",
        "batch" => "--batch (批量转账)",
        "global" => "--global (境外)",
        _ => return None,
    })
}

fn mode(kind: &'static Kind, asked: &Asked<'_>, settings: &Settings) -> Result<&'static Mode> {
    let has_sub_mchid = asked.value("sub_mchid").is_some();
    let has_no = |name: &str| {
        Failure::configuration(format!(
            "`wechatpay {}` ({}) has no query for `{name}`",
            asked.kind, kind.label
        ))
    };
    let cure = "leave out --global, which a profile may set too";
    let name = match (settings.options().global, asked.product) {
        (true, Some(product)) => return Err(has_no(&format!("global {product}")).cure(cure)),
        (true, None) => "global",
        (false, Some(product)) => product,
        (false, None) if has_sub_mchid => "partner",
        (false, None) => "direct",
    };
    kind.mode(name).ok_or_else(|| has_no(name).cure(cure))
}

/// The number that was asked for: the merchant's or WeChat Pay's, as the arguments say, or else by its form.
fn number(mode: &'static Mode, asked: &Asked<'_>) -> Result<&'static Number> {
    let mut numbers = mode.numbers.iter();
    let number = match asked.whose {
        Some(whose) => numbers.find(|number| number.whose == whose),
        None => numbers
            .find(|number| number.has_form(asked.number))
            .or_else(|| mode.numbers.first()),
    };
    number.ok_or_else(|| {
        let known = mode.numbers.iter();
        let known: Vec<_> = known
            .map(|number| format!("{} ({})", number.name, number.label))
            .collect();
        Failure::configuration(format!(
            "WeChat Pay has no query of this {} by its own number",
            asked.kind
        ))
        .cure(format!("give the {}, without --id", known.join(" or the ")))
    })
}

fn request(
    mode: &Mode,
    number: &Number,
    asked: &Asked<'_>,
    settings: &Settings,
) -> Result<Request> {
    let operation = number
        .operation
        .split_once(' ')
        .and_then(|(method, path)| facts().operation(method, path));
    let operation = operation
        .ok_or_else(|| Failure::configuration(format!("the facts have no {}", number.operation)))?;
    asked.check(operation)?;
    let mchid = settings.merchant()?.mchid().to_owned();
    let mut request = Request::new(operation);
    for parameter in &operation.params {
        let name = &*parameter.field.name;
        // Outside the mainland, one query declares both: a merchant has the one, a service provider the others.
        let is_either = declares(operation, "mchid") && declares(operation, "sp_mchid");
        let value = match (name, asked.value("sub_mchid").is_some()) {
            (name, _) if name == number.name => Some(asked.number),
            ("mchid", true) | ("sp_mchid" | "sub_mchid", false) if is_either => continue,
            ("mchid" | "sp_mchid", _) => Some(&*mchid),
            (name, _) => asked
                .value(name)
                .or_else(|| mode.fixed.get(name).map(String::as_str)),
        };
        match value {
            Some(value) => request = request.with_parameter(name, value),
            None if parameter.field.required => {
                let failure = missing_parameter(&parameter.field);
                return Err(other_numbers(mode, number).fold(failure, Failure::cure));
            }
            None => {}
        }
    }
    Ok(request)
}

fn declares(operation: &Operation, name: &str) -> bool {
    let mut parameters = operation.params.iter();
    parameters.any(|parameter| parameter.field.name == name)
}

fn missing_parameter(field: &Field) -> Failure {
    let Field { name, label, .. } = field;
    let flag = flag_of(name);
    missing::argument(&format!("the {name} ({label})"), &format!("{flag} VALUE"))
}

/// The option of a parameter.
fn flag_of(name: &str) -> String {
    format!("--{}", name.replace('_', "-"))
}

impl<'a> Asked<'a> {
    /// Refuses a value that the operation does not take.
    fn check(&self, operation: &Operation) -> Result<()> {
        let mut given = self.values.iter().filter(|(_, value)| value.is_some());
        match given.find(|(name, _)| !declares(operation, name)) {
            None => Ok(()),
            Some((name, _)) => {
                let flag = flag_of(name);
                Err(
                    Failure::configuration(format!("{operation} does not take {flag}"))
                        .cure(format!("leave out {flag}")),
                )
            }
        }
    }

    /// The given values, with the number under its name, and the merchant.
    fn given(&self, number: &'static str, mchid: &str) -> Vec<(&'static str, String)> {
        let values = self.values.iter();
        let given = values.filter_map(|(name, value)| Some((*name, (*value)?.to_owned())));
        let merchant = ["mchid", "sp_mchid"].map(|name| (name, mchid.to_owned()));
        let number = [(number, self.number.to_owned())];
        given.chain(number).chain(merchant).collect()
    }

    fn value(&self, name: &str) -> Option<&'a str> {
        let mut values = self.values.iter();
        values.find(|(known, _)| *known == name)?.1
    }
}
