//! The names and values that a user gives a rule, and their checks.

use std::{collections::BTreeMap, fmt, ops::RangeInclusive, str::FromStr};

use wechatpay_client::gateway::{Operations as _, sandbox::check_operation};
use wechatpay_endpoints::{facts, facts::FindErrorKind};

use super::{
    FaultError, FaultRule,
    known::{self, Effect, KNOWN, KnownFault, Target, When},
};

const NAMES: [&str; 11] = [
    "fault",
    "on",
    "method",
    "path",
    "event",
    "when",
    "count",
    "percent",
    "seed",
    "milliseconds",
    "bytes",
];

/// A path of a file, which the facts do not have, because a response names it.
const DOWNLOAD: &str = "/v3/billdownload/file";

/// The longest delay, in milliseconds: a day.
const LONGEST_DELAY: u32 = 86_400_000;

/// The largest padded body, in bytes.
const LARGEST_BODY: u32 = 1 << 30;

/// The given values, by their names.
pub(super) struct Given {
    values: BTreeMap<String, String>,
}

impl Given {
    /// Refuses unknown and repeated names. An empty value, as of a form, is none.
    pub(super) fn new(
        pairs: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, FaultError> {
        let mut values = BTreeMap::new();
        for (name, value) in pairs {
            if !NAMES.contains(&&*name) {
                return Err(unknown("member", &name, NAMES));
            }
            if !value.is_empty() && values.insert(name.clone(), value).is_some() {
                return Err(FaultError::new(format!("`{name}` is given twice")));
            }
        }
        Ok(Self { values })
    }

    /// The rule of the values.
    pub(super) fn rule(mut self) -> Result<FaultRule, FaultError> {
        let fault = self.fault()?;
        let on = self.target(fault)?;
        let (method, path, when) = match on {
            Target::Requests => {
                let (method, path) = self.operation()?;
                (method, path, Some(self.when(fault)?))
            }
            Target::Notifications => (None, None, None),
        };
        let rule = FaultRule {
            fault,
            on,
            method,
            path,
            event: self.event(on)?,
            when,
            count: self.number("count", 1..=u32::MAX)?,
            percent: self.number("percent", 1..=100)?.unwrap_or(100),
            seed: self.number("seed", 0..=u64::MAX)?.unwrap_or(0),
            milliseconds: self.number_of("milliseconds", Effect::Delay, fault, LONGEST_DELAY)?,
            bytes: self.number_of("bytes", Effect::Oversize, fault, LARGEST_BODY)?,
        };
        match self.values.keys().next() {
            None => Ok(rule),
            Some(name) => Err(FaultError::new(format!(
                "`{}` on {} has no `{name}`: leave it out",
                fault.name,
                on.name()
            ))),
        }
    }

    fn fault(&mut self) -> Result<&'static KnownFault, FaultError> {
        let names = KNOWN.iter().map(|known| known.name);
        match self.values.remove("fault") {
            Some(name) => known::find(&name).ok_or_else(|| unknown("fault", &name, names)),
            None => Err(FaultError::new(format!(
                "name a fault: {}",
                names.collect::<Vec<_>>().join(", ")
            ))),
        }
    }

    /// The exchanges that are given, or that an event implies.
    fn target(&mut self, fault: &KnownFault) -> Result<Target, FaultError> {
        let has_event = self.values.contains_key("event");
        let given = self.choice("on", Target::ALL, Target::name)?;
        let given = given.or_else(|| has_event.then_some(Target::Notifications));
        allowed(fault, given, fault.on, Target::name)
    }

    fn when(&mut self, fault: &KnownFault) -> Result<When, FaultError> {
        let given = self.choice("when", When::ALL, When::name)?;
        allowed(fault, given, fault.when, When::name)
    }

    /// The method and the path. WeChat Pay has no other operations than the known ones.
    fn operation(&mut self) -> Result<(Option<String>, Option<String>), FaultError> {
        let (method, path) = (self.values.remove("method"), self.values.remove("path"));
        let shown = method.as_deref().unwrap_or("GET");
        check_operation(shown, path.as_deref().unwrap_or("/")).map_err(FaultError::new)?;
        match path.as_deref() {
            Some(path) if path != DOWNLOAD => check_known(method.as_deref(), path)?,
            _ => {}
        }
        Ok((method, path))
    }

    fn event(&mut self, on: Target) -> Result<Option<String>, FaultError> {
        let Some(event) = self
            .values
            .get("event")
            .filter(|_| on == Target::Notifications)
        else {
            return Ok(None);
        };
        let events = facts().events.iter().map(|event| &*event.event_type);
        if !events.clone().any(|known| known == event) {
            return Err(unknown("event", event, events));
        }
        Ok(self.values.remove("event"))
    }

    /// A value of a few. `None` if none is given.
    fn choice<T: Copy, const N: usize>(
        &mut self,
        name: &str,
        all: [T; N],
        value: impl Fn(T) -> &'static str,
    ) -> Result<Option<T>, FaultError> {
        let Some(given) = self.values.remove(name) else {
            return Ok(None);
        };
        let found = all.into_iter().find(|known| value(*known) == given);
        match found {
            Some(found) => Ok(Some(found)),
            None => Err(unknown(name, &given, all.map(value))),
        }
    }

    fn number<T: FromStr + PartialOrd + fmt::Display>(
        &mut self,
        name: &str,
        range: RangeInclusive<T>,
    ) -> Result<Option<T>, FaultError> {
        let Some(given) = self.values.remove(name) else {
            return Ok(None);
        };
        let number = given
            .parse::<T>()
            .ok()
            .filter(|number| range.contains(number));
        match number {
            Some(number) => Ok(Some(number)),
            None => Err(FaultError::new(format!(
                "`{name}` is {given:?}: give a whole number from {} to {}",
                range.start(),
                range.end()
            ))),
        }
    }

    /// A number that only the fault of one effect has, and needs.
    fn number_of(
        &mut self,
        name: &str,
        effect: Effect,
        fault: &KnownFault,
        most: u32,
    ) -> Result<Option<u32>, FaultError> {
        if fault.effect != effect {
            return Ok(None);
        }
        match self.number(name, 1..=most)? {
            Some(number) => Ok(Some(number)),
            None => Err(FaultError::new(format!(
                "`{}` needs `{name}`: add {name}=NUMBER",
                fault.name
            ))),
        }
    }
}

/// The given choice, or the default of the fault. Refuses a choice that the fault does not have.
fn allowed<T: Copy + PartialEq>(
    fault: &KnownFault,
    given: Option<T>,
    known: &[T],
    name: impl Fn(T) -> &'static str,
) -> Result<T, FaultError> {
    let choice = given.or_else(|| known.first().copied());
    let choice = choice.filter(|choice| known.contains(choice));
    choice.ok_or_else(|| {
        let known: Vec<_> = known.iter().map(|known| name(*known)).collect();
        let given = given.map(name).unwrap_or_default();
        FaultError::new(format!(
            "`{}` has no `{given}`, only `{}`",
            fault.name,
            known.join("` and `")
        ))
    })
}

/// Checks that an operation is known. The path may have placeholders of any names, or values.
fn check_known(method: Option<&str>, path: &str) -> Result<(), FaultError> {
    let text = match method {
        Some(method) => format!("{method} {path}"),
        None => path.to_owned(),
    };
    let Err(error) = facts().find(&text) else {
        return Ok(());
    };
    if matches!(error.kind(), FindErrorKind::Several(_)) {
        return Ok(());
    }
    // Without a method, an operation of any method is similar.
    let similar = facts().similar(method.unwrap_or_default(), path);
    Err(FaultError::new(match &*similar {
        [] => format!("no known operation is `{text}`"),
        similar => format!(
            "no known operation is `{text}`: did you mean {}?",
            similar.join(" or ")
        ),
    }))
}

fn unknown<'k>(kind: &str, given: &str, known: impl IntoIterator<Item = &'k str>) -> FaultError {
    let known: Vec<_> = known.into_iter().collect();
    FaultError::new(format!(
        "unknown {kind} {given:?}: use one of {}",
        known.join(", ")
    ))
}
