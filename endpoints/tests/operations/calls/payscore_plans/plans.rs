//! 支付分计划.

use wechatpay_endpoints::payscore_plans::plans::*;

use crate::operation::*;

operations! {
    "POST /v3/payscore/plan/payscore-plans" => create_payscore_plan,
    "GET /v3/payscore/plan/payscore-plans/merchant-plan-no/{merchant_plan_no}" => query_payscore_plan,
    "POST /v3/payscore/plan/payscore-plans/merchant-plan-no/{merchant_plan_no}/stop" => stop_payscore_plan,
    "POST /v3/payscore/plan/partner/payscore-plans" => create_partner_payscore_plan,
    "GET /v3/payscore/plan/partner/payscore-plans/merchant-plan-no/{merchant_plan_no}" => query_partner_payscore_plan,
    "POST /v3/payscore/plan/partner/payscore-plans/merchant-plan-no/{merchant_plan_no}/stop" => stop_partner_payscore_plan,
    "POST /v3/payscore/sign-plan/user-sign-plans" => create_user_sign_plan,
    "GET /v3/payscore/sign-plan/user-sign-plans/merchant-sign-plan-no/{merchant_sign_plan_no}" => query_user_sign_plan,
    "POST /v3/payscore/sign-plan/user-sign-plans/merchant-sign-plan-no/{merchant_sign_plan_no}/stop" => stop_user_sign_plan,
    "POST /v3/payscore/sign-plan/partner/user-sign-plans" => create_partner_user_sign_plan,
    "GET /v3/payscore/sign-plan/partner/user-sign-plans/merchant-sign-plan-no/{merchant_sign_plan_no}" => query_partner_user_sign_plan,
    "POST /v3/payscore/sign-plan/partner/user-sign-plans/merchant-sign-plan-no/{merchant_sign_plan_no}/stop" => stop_partner_user_sign_plan,
    "POST /v3/payscore/sign-plan/serviceorder" => create_sign_plan_service_order,
    "POST /v3/payscore/sign-plan/partner/serviceorder" => create_partner_sign_plan_service_order,
}

async fn create_payscore_plan(client: &Client) -> Result<Value> {
    let body = CreatePayscorePlanRequest::builder()
        .service_id("2002000000000558128851361561536")
        .appid("wxd678efh567hg6787")
        .plan_name("瑜伽课20节")
        .plan_duration(300)
        .deduction_quantity(10)
        .total_original_price(Fen(15000))
        .total_actual_price(Fen(15000))
        .plan_detail_list(vec![
            CreatePlanDetail::builder()
                .original_price(Fen(15000))
                .plan_discount_description("享受九折")
                .actual_price(Fen(14000))
                .plan_detail_name("第八节课")
                .build(),
        ])
        .merchant_plan_no("1234323JKHDFE1243252")
        .build();
    let response = client.create_payscore_plan(&body).await;
    json(response)
}

async fn query_payscore_plan(client: &Client) -> Result<Value> {
    let response = client.query_payscore_plan("1234323JKHDFE1243252").await;
    json(response)
}

async fn stop_payscore_plan(client: &Client) -> Result<Value> {
    let response = client.stop_payscore_plan("1234323JKHDFE1243252").await;
    json(response)
}

async fn create_partner_payscore_plan(client: &Client) -> Result<Value> {
    let body = CreatePartnerPayscorePlanRequest::builder()
        .service_id("2002000000000558128851361561536")
        .appid("wxd678efh567hg6787")
        .sub_mchid("1900000109")
        .sub_appid("wxd678efh567hg6787")
        .plan_name("瑜伽课20节")
        .plan_duration(300)
        .deduction_quantity(10)
        .total_original_price(Fen(15000))
        .total_actual_price(Fen(15000))
        .plan_detail_list(vec![
            CreatePlanDetail::builder()
                .original_price(Fen(15000))
                .plan_discount_description("享受九折")
                .actual_price(Fen(14000))
                .plan_detail_name("第八节课")
                .build(),
        ])
        .merchant_plan_no("1234323JKHDFE1243252")
        .build();
    let response = client.create_partner_payscore_plan(&body).await;
    json(response)
}

async fn query_partner_payscore_plan(client: &Client) -> Result<Value> {
    let response = client
        .query_partner_payscore_plan("1234323JKHDFE1243252", "1900000109")
        .await;
    json(response)
}

async fn stop_partner_payscore_plan(client: &Client) -> Result<Value> {
    let body = StopPartnerPayscorePlanRequest::builder()
        .sub_mchid("1900000109")
        .build();
    let response = client
        .stop_partner_payscore_plan("1234323JKHDFE1243252", &body)
        .await;
    json(response)
}

async fn create_user_sign_plan(client: &Client) -> Result<Value> {
    let body = CreateUserSignPlanRequest::builder()
        .service_id("2002000000000558128851361561536")
        .plan_id("01000033210000324638000000376258")
        .appid("wxd678efh567hg6787")
        .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .merchant_sign_plan_no("1234323JKHDFE1243252")
        .notify_url("https://api.test.com")
        .sign_plan_detail(vec![
            SignPlanDetail::builder()
                .plan_detail_no(1)
                .merchant_plan_detail_no("1234323JKHDFE1243252")
                .build(),
        ])
        .build();
    let response = client.create_user_sign_plan(&body).await;
    json(response)
}

async fn query_user_sign_plan(client: &Client) -> Result<Value> {
    let response = client.query_user_sign_plan("1234323JKHDFE1243252").await;
    json(response)
}

async fn stop_user_sign_plan(client: &Client) -> Result<Value> {
    let body = StopUserSignPlanRequest::builder()
        .stop_reason("用户协商后停止")
        .build();
    let response = client
        .stop_user_sign_plan("1234323JKHDFE1243252", &body)
        .await;
    json(response)
}

async fn create_partner_user_sign_plan(client: &Client) -> Result<Value> {
    let body = CreatePartnerUserSignPlanRequest::builder()
        .service_id("2002000000000558128851361561536")
        .plan_id("01000033210000324638000000376258")
        .appid("wxd678efh567hg6787")
        .sub_mchid("1900000109")
        .sub_appid("wxd678efh567hg6999")
        .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .sub_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .merchant_sign_plan_no("1234323JKHDFE1243252")
        .notify_url("https://api.test.com")
        .sign_plan_detail(vec![
            SignPlanDetail::builder()
                .plan_detail_no(1)
                .merchant_plan_detail_no("1234323JKHDFE1243252")
                .build(),
        ])
        .build();
    let response = client.create_partner_user_sign_plan(&body).await;
    json(response)
}

async fn query_partner_user_sign_plan(client: &Client) -> Result<Value> {
    let response = client
        .query_partner_user_sign_plan("1234323JKHDFE1243252", "1900000109")
        .await;
    json(response)
}

async fn stop_partner_user_sign_plan(client: &Client) -> Result<Value> {
    let body = StopPartnerUserSignPlanRequest::builder()
        .sub_mchid("1900000109")
        .stop_reason("用户协商后停止")
        .build();
    let response = client
        .stop_partner_user_sign_plan("1234323JKHDFE1243252", &body)
        .await;
    json(response)
}

async fn create_sign_plan_service_order(client: &Client) -> Result<Value> {
    let body = CreateSignPlanServiceOrderRequest::builder()
        .service_id("2002000000000558128851361561536")
        .sign_plan_id("01000033210000324638000000376258")
        .plan_detail_no(2)
        .appid("wxd678efh567hg6787")
        .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .notify_url("https://api.test.com")
        .service_introduction("羽毛球课基础练习课程")
        .time_range(
            TimeRange::builder()
                .start_time("20091225091010")
                .end_time("20091225121010")
                .start_time_remark("备注1")
                .end_time_remark("备注2")
                .build(),
        )
        .location(
            Location::builder()
                .start_location("嗨客时尚主题展餐厅")
                .end_location("嗨客时尚主题展餐厅")
                .build(),
        )
        .attach("Easdfowealsdkjfnlaksjdlfkwqoi&wl3l2sald")
        .out_trade_no("1514323JSVDFE1243252")
        .build();
    let response = client.create_sign_plan_service_order(&body).await;
    json(response)
}

async fn create_partner_sign_plan_service_order(client: &Client) -> Result<Value> {
    let body = CreatePartnerSignPlanServiceOrderRequest::builder()
        .service_id("2002000000000558128851361561536")
        .sign_plan_id("01000033210000324638000000376258")
        .plan_detail_no(2)
        .appid("wxd678efh567hg6787")
        .sub_mchid("1900000109")
        .sub_appid("wxd678efh567hg6999")
        .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .sub_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .notify_url("https://api.test.com")
        .service_introduction("羽毛球课基础练习课程")
        .time_range(
            TimeRange::builder()
                .start_time("20091225091010")
                .end_time("20091225121010")
                .start_time_remark("备注1")
                .end_time_remark("备注2")
                .build(),
        )
        .location(
            Location::builder()
                .start_location("嗨客时尚主题展餐厅")
                .end_location("嗨客时尚主题展餐厅")
                .build(),
        )
        .attach("Easdfowealsdkjfnlaksjdlfkwqoi&wl3l2sald")
        .out_trade_no("1514323JSVDFE1243252")
        .build();
    let response = client.create_partner_sign_plan_service_order(&body).await;
    json(response)
}
