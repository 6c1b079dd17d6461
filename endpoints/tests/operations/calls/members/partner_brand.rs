//! 商家名片会员 服务商.

use wechatpay_endpoints::members::partner_brand::*;

use crate::operation::*;

operations! {
    "POST /v3/brand/partner/card-member/cards" => create_partner_brand_member_card,
    "GET /v3/brand/partner/card-member/cards/{card_id}" => query_partner_brand_member_card,
    "GET /v3/brand/partner/card-member/cards" => list_partner_brand_member_cards,
    "PATCH /v3/brand/partner/card-member/cards/{card_id}" => update_partner_brand_member_card,
    "POST /v3/brand/partner/card-member/cards/{card_id}/invalidate" => invalidate_partner_brand_member_card,
    "DELETE /v3/brand/partner/card-member/cards/{card_id}" => delete_partner_brand_member_card,
    "POST /v3/brand/partner/card-member/pre-auth-tokens" => create_partner_brand_pre_auth_token,
    "POST /v3/brand/partner/card-member/pay-view-tokens" => create_partner_brand_pay_view_token,
    "POST /v3/brand/partner/card-member/user-cards/{user_card_code}/confirm" => confirm_partner_brand_user_card,
    "POST /v3/brand/partner/card-member/user-cards/import-by-openid" => import_partner_brand_user_cards_by_openid,
    "POST /v3/brand/partner/card-member/user-cards/import-by-phone" => import_partner_brand_user_cards_by_phone,
    "GET /v3/brand/partner/card-member/user-cards/{user_card_code}" => query_partner_brand_user_card,
    "GET /v3/brand/partner/card-member/user-cards" => list_partner_brand_user_cards,
    "PATCH /v3/brand/partner/card-member/user-cards/{user_card_code}" => update_partner_brand_user_card,
    "POST /v3/brand/partner/card-member/user-cards/{user_card_code}/invalidate" => invalidate_partner_brand_user_card,
    "POST /v3/brand/partner/card-member/user-points/sync" => sync_partner_brand_user_points,
    "POST /v3/brand/partner/card-member/user-points/exchange-coupon/confirm" => confirm_partner_brand_coupon_exchange,
    "POST /v3/brand/partner/card-member/user-feeds" => create_partner_brand_user_feed,
    "POST /v3/brand/partner/card-member/membership-activities" => create_membership_activity,
    "GET /v3/brand/partner/card-member/membership-activities/{activity_id}" => query_membership_activity,
    "GET /v3/brand/partner/card-member/membership-activities" => list_membership_activities,
    "PATCH /v3/brand/partner/card-member/membership-activities/{activity_id}" => update_membership_activity,
    "POST /v3/brand/partner/card-member/membership-activities/{activity_id}/terminate" => terminate_membership_activity,
    "GET /v3/brand/marketing/shake-activities/activities" => list_shake_activities,
}

async fn create_partner_brand_member_card(client: &Client) -> Result<Value> {
    let body = CreatePartnerBrandMemberCardRequest::builder()
        .brand_id("1004")
        .appid("wxea9c30890f48d5ae")
        .card_type(CardType::Purchase)
        .card_title("测试卡")
        .card_color("#FFFF00")
        .card_picture_url("https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0")
        .code_mode(CodeMode::SystemAllocate)
        .code_type(CodeType::NoneCode)
        .code_jump_information(
            JumpInformation::builder()
                .jump_appid("wxea9c30a90fs8d3fe")
                .jump_path("/pages/code/code")
                .build(),
        )
        .benefits("会员折扣、专属价")
        .notify_url("https://www.weixin.qq.com/wxpay/notify.php")
        .init_level("白银会员")
        .service_phone("010-8877xxxx")
        .legal_agreement("商家需在 48 小时内发货，若商品存在质量问题，用户可在 7 天内申请退货。")
        .valid_date_information(
            ValidDateInformation::builder()
                .r#type(ValidDateType::FixTimeRange)
                .available_begin_time("2020-05-20T13:29:35.120+08:00")
                .available_end_time("2030-05-20T13:29:35.120+08:00")
                .available_day_after_receive(200)
                .build(),
        )
        .points_information(
            JumpInformation::builder()
                .jump_appid("wxea9c30a90fs8d3fe")
                .jump_path("/pages/code/code")
                .build(),
        )
        .balance_information(
            JumpInformation::builder()
                .jump_appid("wxea9c30a90fs8d3fe")
                .jump_path("/pages/code/code")
                .build(),
        )
        .purchase_information(
            PurchaseInformation::builder()
                .price(Fen(100))
                .jump_appid("wxea9c30a90fs8d3fe")
                .jump_path("/pages/purchase/purchase")
                .build(),
        )
        .user_information(
            UserInformationForm::builder()
                .custom_field_list(vec![
                    CustomField::builder()
                        .name("喜欢的运动")
                        .values(vec!["篮球".into()])
                        .build(),
                ])
                .build(),
        )
        .member_information(
            JumpInformation::builder()
                .jump_appid("wxea9c30a90fs8d3fe")
                .jump_path("/pages/code/code")
                .build(),
        )
        .out_request_no("100002322019090134234sfdf")
        .build();
    let response = client.create_partner_brand_member_card(&body).await;
    json(response)
}

async fn query_partner_brand_member_card(client: &Client) -> Result<Value> {
    let response = client
        .query_partner_brand_member_card("pbLatjvWOibDc5-TBnbUk1pD12o0", "1004")
        .await;
    json(response)
}

async fn list_partner_brand_member_cards(client: &Client) -> Result<Value> {
    let response = client
        .list_partner_brand_member_cards("1004", None, None, Some(20))
        .await;
    json(response)
}

async fn update_partner_brand_member_card(client: &Client) -> Result<Value> {
    let body = UpdatePartnerBrandMemberCardRequest::builder()
        .brand_id("1004")
        .card_title("测试卡")
        .card_color("#FFFF00")
        .card_picture_url("https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0")
        .code_jump_information(
            JumpInformation::builder()
                .jump_appid("wxea9c30a90fs8d3fe")
                .jump_path("/pages/code/code")
                .build(),
        )
        .benefits("会员折扣、专属价")
        .notify_url("https://www.weixin.qq.com/wxpay/notify.php")
        .init_level("白银会员")
        .service_phone("010-8877xxxx")
        .legal_agreement("商家需在 48 小时内发货，若商品存在质量问题，用户可在 7 天内申请退货。")
        .valid_date_information(
            ValidDateInformation::builder()
                .r#type(ValidDateType::FixTimeRange)
                .available_begin_time("2020-05-20T13:29:35.120+08:00")
                .available_end_time("2030-05-20T13:29:35.120+08:00")
                .available_day_after_receive(200)
                .build(),
        )
        .points_information(
            JumpInformation::builder()
                .jump_appid("wxea9c30a90fs8d3fe")
                .jump_path("/pages/code/code")
                .build(),
        )
        .balance_information(
            JumpInformation::builder()
                .jump_appid("wxea9c30a90fs8d3fe")
                .jump_path("/pages/code/code")
                .build(),
        )
        .purchase_information(
            PurchaseInformation::builder()
                .price(Fen(100))
                .jump_appid("wxea9c30a90fs8d3fe")
                .jump_path("/pages/purchase/purchase")
                .build(),
        )
        .user_information(
            UserInformationForm::builder()
                .custom_field_list(vec![
                    CustomField::builder()
                        .name("喜欢的运动")
                        .values(vec!["篮球".into()])
                        .build(),
                ])
                .build(),
        )
        .member_information(
            JumpInformation::builder()
                .jump_appid("wxea9c30a90fs8d3fe")
                .jump_path("/pages/code/code")
                .build(),
        )
        .build();
    let response = client
        .update_partner_brand_member_card("pbLatjvWOibDc5-TBnbUk1pD12o0", &body)
        .await;
    json(response)
}

async fn invalidate_partner_brand_member_card(client: &Client) -> Result<Value> {
    let body = BrandIdRequest::builder().brand_id("1004").build();
    let response = client
        .invalidate_partner_brand_member_card("pbLatjvWOibDc5-TBnbUk1pD12o0", &body)
        .await;
    json(response)
}

async fn delete_partner_brand_member_card(client: &Client) -> Result<Value> {
    let response = client
        .delete_partner_brand_member_card("pbLatjvWOibDc5-TBnbUk1pD12o0", "1004")
        .await;
    json(response)
}

async fn create_partner_brand_pre_auth_token(client: &Client) -> Result<Value> {
    let body = TokenRequest::builder()
        .brand_id("1004")
        .card_id("pbLatjvWOibDc5-TBnbUk1pD12o0")
        .openid("obLatjnx9gnqzS4myYGmLZ7LgLBA")
        .build();
    let response = client.create_partner_brand_pre_auth_token(&body).await;
    json(response)
}

async fn create_partner_brand_pay_view_token(client: &Client) -> Result<Value> {
    let body = TokenRequest::builder()
        .brand_id("1004")
        .card_id("pbLatjvWOibDc5-TBnbUk1pD12o0")
        .openid("obLatjnx9gnqzS4myYGmLZ7LgLBA")
        .build();
    let response = client.create_partner_brand_pay_view_token(&body).await;
    json(response)
}

async fn confirm_partner_brand_user_card(client: &Client) -> Result<Value> {
    let body = ConfirmPartnerBrandUserCardRequest::builder()
        .brand_id("1004")
        .openid("obLatjnx9gnqzS4myYGmLZ7LgLBA")
        .card_color("#FFFF00")
        .card_picture_url("https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0")
        .phone_number("vvysDQeEaH3I+wRh14St0abIkvQyFgh/fbWY==")
        .level("钻石会员")
        .valid_date_information(
            ValidDateInformation::builder()
                .r#type(ValidDateType::FixTimeRange)
                .available_begin_time("2020-05-20T13:29:35.120+08:00")
                .available_end_time("2030-05-20T13:29:35.120+08:00")
                .available_day_after_receive(200)
                .build(),
        )
        .user_information(
            UserInformation::builder()
                .common_field_list(vec![
                    UserCommonField::builder()
                        .value("vvysDQeEaH3I+wRh14St0abIkvQyFgh/fbWY==")
                        .build(),
                ])
                .custom_field_list(vec![
                    UserCustomField::builder()
                        .name("喜欢的运动")
                        .user_chosen_values(vec!["vvysDQeEaH3I+wRh14St0abIkvQyFgh/fbWY==".into()])
                        .build(),
                ])
                .build(),
        )
        .attach("自定义数据说明")
        .user_card_confirm_state(UserCardConfirmState::Success)
        .build();
    let response = client
        .confirm_partner_brand_user_card("478515832665", "pbLatjvWOibDc5-TBnbUk1pD12o0", &body)
        .await;
    json(response)
}

async fn import_partner_brand_user_cards_by_openid(client: &Client) -> Result<Value> {
    let body = ImportPartnerBrandUserCardsByOpenidRequest::builder()
        .brand_id("1004")
        .card_id("pbLatjvWOibDc5-TBnbUk1pD12o0")
        .openid("obLatjnx9gnqzS4myYGmLZ7LgLBA")
        .user_card_code("478515832665")
        .phone_number("vvysDQeEaH3I+wRh14St0abIkvQyFgh/fbWY==")
        .user_information(
            UserInformation::builder()
                .common_field_list(vec![
                    UserCommonField::builder()
                        .value("vvysDQeEaH3I+wRh14St0abIkvQyFgh/fbWY==")
                        .build(),
                ])
                .custom_field_list(vec![
                    UserCustomField::builder()
                        .name("喜欢的运动")
                        .user_chosen_values(vec!["vvysDQeEaH3I+wRh14St0abIkvQyFgh/fbWY==".into()])
                        .build(),
                ])
                .build(),
        )
        .valid_date_information(
            ValidDateInformation::builder()
                .r#type(ValidDateType::FixTimeRange)
                .available_begin_time("2020-05-20T13:29:35.120+08:00")
                .available_end_time("2030-05-20T13:29:35.120+08:00")
                .available_day_after_receive(200)
                .build(),
        )
        .pickup_time("2020-05-20T13:29:35.120+08:00")
        .build();
    let response = client
        .import_partner_brand_user_cards_by_openid(&body)
        .await;
    json(response)
}

async fn import_partner_brand_user_cards_by_phone(client: &Client) -> Result<Value> {
    let body = ImportPartnerBrandUserCardsByPhoneRequest::builder()
        .brand_id("1004")
        .card_id("pbLatjvWOibDc5-TBnbUk1pD12o0")
        .phone_number("vvysDQeEaH3I+wRh14St0abIkvQyFgh/fbWY==")
        .user_card_code("478515832665")
        .user_information(
            UserInformation::builder()
                .common_field_list(vec![
                    UserCommonField::builder()
                        .value("vvysDQeEaH3I+wRh14St0abIkvQyFgh/fbWY==")
                        .build(),
                ])
                .custom_field_list(vec![
                    UserCustomField::builder()
                        .name("喜欢的运动")
                        .user_chosen_values(vec!["vvysDQeEaH3I+wRh14St0abIkvQyFgh/fbWY==".into()])
                        .build(),
                ])
                .build(),
        )
        .date_information(
            ValidDateInformation::builder()
                .r#type(ValidDateType::FixTimeRange)
                .available_begin_time("2020-05-20T13:29:35.120+08:00")
                .available_end_time("2030-05-20T13:29:35.120+08:00")
                .available_day_after_receive(200)
                .build(),
        )
        .pickup_time("2020-05-20T13:29:35.120+08:00")
        .build();
    let response = client.import_partner_brand_user_cards_by_phone(&body).await;
    json(response)
}

async fn query_partner_brand_user_card(client: &Client) -> Result<Value> {
    let response = client
        .query_partner_brand_user_card(
            "478515832665",
            "1004",
            "pbLatjvWOibDc5-TBnbUk1pD12o0",
            "obLatjnx9gnqzS4myYGmLZ7LgLBA",
        )
        .await;
    json(response)
}

async fn list_partner_brand_user_cards(client: &Client) -> Result<Value> {
    let response = client
        .list_partner_brand_user_cards("1004", "obLatjnx9gnqzS4myYGmLZ7LgLBA", None, 1, 20)
        .await;
    json(response)
}

async fn update_partner_brand_user_card(client: &Client) -> Result<Value> {
    let body = UpdatePartnerBrandUserCardRequest::builder()
        .brand_id("1004")
        .openid("obLatjnx9gnqzS4myYGmLZ7LgLBA")
        .card_color("#FFFF00")
        .card_picture_url("https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0")
        .phone_number("vvysDQeEaH3I+wRh14St0abIkvQyFgh/fbWY==")
        .level("钻石会员")
        .valid_date_information(
            ValidDateInformation::builder()
                .r#type(ValidDateType::FixTimeRange)
                .available_begin_time("2020-05-20T13:29:35.120+08:00")
                .available_end_time("2030-05-20T13:29:35.120+08:00")
                .available_day_after_receive(200)
                .build(),
        )
        .pickup_time("2020-05-20T13:29:35.120+08:00")
        .user_information(
            UserInformation::builder()
                .common_field_list(vec![
                    UserCommonField::builder()
                        .value("vvysDQeEaH3I+wRh14St0abIkvQyFgh/fbWY==")
                        .build(),
                ])
                .custom_field_list(vec![
                    UserCustomField::builder()
                        .name("喜欢的运动")
                        .user_chosen_values(vec!["vvysDQeEaH3I+wRh14St0abIkvQyFgh/fbWY==".into()])
                        .build(),
                ])
                .build(),
        )
        .attach("自定义数据说明")
        .build();
    let response = client
        .update_partner_brand_user_card("478515832665", "pbLatjvWOibDc5-TBnbUk1pD12o0", &body)
        .await;
    json(response)
}

async fn invalidate_partner_brand_user_card(client: &Client) -> Result<Value> {
    let body = InvalidatePartnerBrandUserCardRequest::builder()
        .openid("obLatjnx9gnqzS4myYGmLZ7LgLBA")
        .invalid_reason("传入的自定义作废原因")
        .build();
    let response = client
        .invalidate_partner_brand_user_card(
            "478515832665",
            "1004",
            "pbLatjvWOibDc5-TBnbUk1pD12o0",
            &body,
        )
        .await;
    json(response)
}

async fn sync_partner_brand_user_points(client: &Client) -> Result<Value> {
    let body = SyncUserPointsRequest::builder()
        .out_request_no("100002322019090134234sfdf")
        .brand_id("1004")
        .card_id("pbLatjvWOibDc5-TBnbUk1pD12o0")
        .openid("obLatjnx9gnqzS4myYGmLZ7LgLBA")
        .user_card_code("478515832665")
        .point_balance(1000)
        .build();
    let response = client.sync_partner_brand_user_points(&body).await;
    json(response)
}

async fn confirm_partner_brand_coupon_exchange(client: &Client) -> Result<Value> {
    let body = ConfirmCouponExchangeRequest::builder()
        .record_id("pbLatjvWOibDc5-TBnbUk1pD12o0")
        .exchange_coupon_template_id("0Flpo7FqTQ")
        .brand_id("1004")
        .card_id("pbLatjvWOibDc5-TBnbUk1pD12o0")
        .openid("obLatjnx9gnqzS4myYGmLZ7LgLBA")
        .user_card_code("478515832665")
        .state(CouponExchangeState::Success)
        .coupon_code("123446565767")
        .fail_reason("积分不足")
        .build();
    let response = client.confirm_partner_brand_coupon_exchange(&body).await;
    json(response)
}

async fn create_partner_brand_user_feed(client: &Client) -> Result<Value> {
    let body = CreateUserFeedRequest::builder()
        .brand_id("1004")
        .card_id("pbLatjvWOibDc5-TBnbUk1pD12o0")
        .user_card_code("478515832665")
        .openid("obLatjnx9gnqzS4myYGmLZ7LgLBA")
        .out_request_no("100002322019090134234sfdf")
        .cell("15_1200_1")
        .build();
    let response = client.create_partner_brand_user_feed(&body).await;
    json(response)
}

async fn create_membership_activity(client: &Client) -> Result<Value> {
    let body = CreateMembershipActivityRequest::builder()
        .out_request_no("100002322019090134234sfdf")
        .brand_id("1004")
        .card_id("pbLatjvWOibDc5-TBnbUk1pD12o0")
        .activity_channel(MembershipActivityChannel::MechantAppComponent)
        .title("入会享券")
        .sub_title("5张满减券")
        .begin_time("2020-01-20T13:29:35.120+08:00")
        .end_time("2020-01-29T13:29:35.120+08:00")
        .apply_total(1000)
        .product_coupon_stock_list(vec![
            ProductCouponStock::builder()
                .product_coupon_id("701138812971763025610907319729")
                .stock_id("98065001")
                .build(),
        ])
        .build();
    let response = client.create_membership_activity(&body).await;
    json(response)
}

async fn query_membership_activity(client: &Client) -> Result<Value> {
    let response = client.query_membership_activity("371067", "1004").await;
    json(response)
}

async fn list_membership_activities(client: &Client) -> Result<Value> {
    let response = client
        .list_membership_activities(
            "1004",
            Some("pbLatjvWOibDc5-TBnbUk1pD12o0"),
            Some(&MembershipActivityState::Created),
            10,
            5,
        )
        .await;
    json(response)
}

async fn update_membership_activity(client: &Client) -> Result<Value> {
    let body = UpdateMembershipActivityRequest::builder()
        .brand_id("1004")
        .title("入会享券")
        .sub_title("5张满减券")
        .begin_time("2020-01-20T13:29:35.120+08:00")
        .end_time("2020-01-29T13:29:35.120+08:00")
        .build();
    let response = client.update_membership_activity("371067", &body).await;
    json(response)
}

async fn terminate_membership_activity(client: &Client) -> Result<Value> {
    let body = BrandIdRequest::builder().brand_id("1004").build();
    let response = client.terminate_membership_activity("371067", &body).await;
    json(response)
}

async fn list_shake_activities(client: &Client) -> Result<Value> {
    let response = client
        .list_shake_activities(
            "120344",
            5,
            10,
            Some(&ShakeActivityState::Created),
            Some(&ShakeActivityAuditState::Pending),
        )
        .await;
    json(response)
}
