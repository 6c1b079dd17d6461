//! The derive of `Deserialize`: only the members of the struct, and calls of the runtime for all else.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::{
    Attribute, Data, DataStruct, DeriveInput, Field, Fields, LitStr, Result, Token, ext::IdentExt,
    meta::ParseNestedMeta, spanned::Spanned,
};

use crate::errors::Errors;

/// Expands the derive. All mistakes are reported at once.
pub(crate) fn expand(item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let expanded = syn::parse2(item).and_then(|item| implementation(&item, &mut errors));
    let expanded = expanded.unwrap_or_else(|error| {
        errors.push(error);
        TokenStream::new()
    });
    quote!(#errors #expanded)
}

/// A member of the struct.
struct Member<'a> {
    field: &'a Ident,
    /// The local variable that holds the value until all members are read.
    variable: Ident,
    /// The name in JSON.
    name: String,
    /// An absent member is the default of its type.
    has_default: bool,
}

fn implementation(item: &DeriveInput, errors: &mut Errors) -> Result<TokenStream> {
    let fields = fields(item)?;
    for attribute in serde_attributes(&item.attrs) {
        errors.at(attribute, UNSUPPORTED);
    }
    let members = fields.iter().enumerate().filter_map(|(place, field)| {
        let field = field.ident.as_ref().map(|name| (name, field));
        field.map(|(name, field)| Member::of(name, field, place, errors))
    });
    let members: Vec<_> = members.collect();
    let read = read(&members);
    let (ident, name) = (&item.ident, item.ident.unraw().to_string());
    let names = members.iter().map(|member| &member.name);
    Ok(quote! {
        #[automatically_derived]
        impl<'de> ::wechatpay_client::__private::serde::Deserialize<'de> for #ident {
            fn deserialize<D: ::wechatpay_client::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                ::wechatpay_client::__private::json::deserialize(deserializer)
            }
        }

        #[automatically_derived]
        impl<'de> ::wechatpay_client::__private::json::Members<'de> for #ident {
            const TYPE: &'static str = #name;
            const NAMES: &'static [&'static str] = &[#(#names),*];

            #read
        }
    })
}

/// The method that reads the members into variables, and makes the struct of them.
fn read(members: &[Member<'_>]) -> TokenStream {
    let variables = members.iter().map(|member| &member.variable);
    let arms = members.iter().enumerate().map(|(place, member)| {
        let Member { variable, name, .. } = member;
        quote!(#place => ::wechatpay_client::__private::json::read(&mut members, &mut #variable, #name),)
    });
    let values = members.iter().map(|member| {
        let Member {
            field,
            variable,
            name,
            ..
        } = member;
        if member.has_default {
            return quote!(#field: #variable.unwrap_or_default(),);
        }
        // The compiler checks a `match` faster than `?`.
        quote! {
            #field: match ::wechatpay_client::__private::json::member(#variable, #name) {
                ::core::result::Result::Ok(value) => value,
                ::core::result::Result::Err(error) => return ::core::result::Result::Err(error),
            },
        }
    });
    quote! {
        fn read<A: ::wechatpay_client::__private::serde::de::MapAccess<'de>>(
            mut members: A,
        ) -> ::core::result::Result<Self, A::Error> {
            #(let mut #variables = ::core::option::Option::None;)*
            while let ::core::option::Option::Some(place) =
                ::wechatpay_client::__private::json::next::<Self, A>(&mut members)?
            {
                match place {
                    #(#arms)*
                    _ => ::wechatpay_client::__private::json::skip(&mut members),
                }?;
            }
            ::core::result::Result::Ok(Self { #(#values)* })
        }
    }
}

fn fields(item: &DeriveInput) -> Result<&Fields> {
    let Data::Struct(DataStruct { fields, .. }) = &item.data else {
        return Err(syn::Error::new(item.ident.span(), NO_STRUCT));
    };
    if matches!(fields, Fields::Unnamed(_)) {
        return Err(syn::Error::new(fields.span(), NO_STRUCT));
    }
    if !item.generics.params.is_empty() {
        return Err(syn::Error::new(item.generics.span(), NO_STRUCT));
    }
    Ok(fields)
}

const NO_STRUCT: &str = "only a struct with named fields and without parameters is read from an \
    object: derive `serde::Deserialize` for any other type";

const UNSUPPORTED: &str = "only `rename = \"…\"`, `default` and `skip_serializing_if` of members \
    are known here: derive `serde::Deserialize` for a type with others";

impl<'a> Member<'a> {
    fn of(field: &'a Ident, declared: &Field, place: usize, errors: &mut Errors) -> Self {
        let mut member = Self {
            field,
            variable: format_ident!("member{place}"),
            name: field.unraw().to_string(),
            has_default: false,
        };
        for attribute in serde_attributes(&declared.attrs) {
            let read = attribute.parse_nested_meta(|meta| member.read_attribute(&meta));
            read.unwrap_or_else(|error| errors.push(error));
        }
        member
    }

    fn read_attribute(&mut self, meta: &ParseNestedMeta<'_>) -> Result<()> {
        let has_value = meta.input.peek(Token![=]);
        if meta.path.is_ident("rename") && has_value {
            self.name = meta.value()?.parse::<LitStr>()?.value();
        } else if meta.path.is_ident("default") && !has_value {
            self.has_default = true;
        } else if meta.path.is_ident("skip_serializing_if") {
            meta.value()?.parse::<LitStr>()?;
        } else {
            return Err(meta.error(UNSUPPORTED));
        }
        Ok(())
    }
}

fn serde_attributes(attributes: &[Attribute]) -> impl Iterator<Item = &Attribute> {
    attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("serde"))
}
