//! A call of every typed operation, by its family.

#[cfg(feature = "brand_members")]
mod brand_members;
#[cfg(feature = "brand_product_coupons")]
mod brand_product_coupons;
#[cfg(feature = "brands")]
mod brands;
#[cfg(feature = "compensations")]
mod compensations;
#[cfg(feature = "complaints")]
mod complaints;
#[cfg(feature = "coupons")]
mod coupons;
#[cfg(feature = "devices")]
mod devices;
#[cfg(feature = "ecommerce")]
mod ecommerce;
#[cfg(feature = "enterprise")]
mod enterprise;
#[cfg(feature = "fapiao")]
mod fapiao;
#[cfg(feature = "funds")]
mod funds;
#[cfg(feature = "global")]
mod global;
#[cfg(feature = "gov_subsidies")]
mod gov_subsidies;
#[cfg(feature = "hongkong")]
mod hongkong;
#[cfg(feature = "industries")]
mod industries;
#[cfg(feature = "members")]
mod members;
#[cfg(feature = "merchants")]
mod merchants;
#[cfg(feature = "papay")]
mod papay;
#[cfg(feature = "payments")]
mod payments;
#[cfg(feature = "payscore")]
mod payscore;
#[cfg(feature = "payscore_institutions")]
mod payscore_institutions;
#[cfg(feature = "payscore_plans")]
mod payscore_plans;
#[cfg(feature = "platform")]
mod platform;
#[cfg(feature = "product_coupons")]
mod product_coupons;
#[cfg(feature = "profit_sharing")]
mod profit_sharing;
#[cfg(feature = "stores")]
mod stores;
#[cfg(feature = "transfers")]
mod transfers;
#[cfg(feature = "transport")]
mod transport;

families! {
    "brand_members" => brand_members,
    "brand_product_coupons" => brand_product_coupons,
    "brands" => brands,
    "compensations" => compensations,
    "complaints" => complaints,
    "coupons" => coupons,
    "devices" => devices,
    "ecommerce" => ecommerce,
    "enterprise" => enterprise,
    "fapiao" => fapiao,
    "funds" => funds,
    "global" => global,
    "gov_subsidies" => gov_subsidies,
    "hongkong" => hongkong,
    "industries" => industries,
    "members" => members,
    "merchants" => merchants,
    "papay" => papay,
    "payments" => payments,
    "payscore" => payscore,
    "payscore_institutions" => payscore_institutions,
    "payscore_plans" => payscore_plans,
    "platform" => platform,
    "product_coupons" => product_coupons,
    "profit_sharing" => profit_sharing,
    "stores" => stores,
    "transfers" => transfers,
    "transport" => transport,
}
