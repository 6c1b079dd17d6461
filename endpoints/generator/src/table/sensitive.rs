//! The members of a request body that go encrypted.

use wechatpay_endpoints::facts::{Facts, Operation, Type};

/// The JSON pointers of the sensitive members of the body, with `*` for each item of a list.
pub(super) fn sensitive_pointers(operation: &Operation, facts: &Facts) -> Vec<String> {
    let mut pointers = Vec::new();
    let request = operation.request.as_ref().filter(|_| !operation.upload);
    if let Some(request) = request {
        collect(facts, &operation.product, request, "", &mut pointers);
    }
    pointers
}

fn collect(facts: &Facts, product: &str, ty: &Type, at: &str, pointers: &mut Vec<String>) {
    if let Type::Array(item) = ty {
        return collect(facts, product, item, &format!("{at}/*"), pointers);
    }
    // No schema refers to itself, so this ends.
    for member in facts.members(product, ty).unwrap_or_default() {
        let at = format!("{at}/{}", member.name);
        match &member.ty {
            Type::Array(item) if member.sensitive && **item == Type::String => {
                pointers.push(format!("{at}/*"));
            }
            _ if member.sensitive => pointers.push(at),
            ty => collect(facts, product, ty, &at, pointers),
        }
    }
}
