//! 会员卡.

use wechatpay_endpoints::members::cards::*;

use crate::operation::*;

operations! {
    "POST /v3/marketing/membercard-open/cards" => create_member_card,
    "GET /v3/marketing/membercard-open/cards/{card_id}" => query_member_card,
    "GET /v3/marketing/membercard-open/cards" => list_member_cards,
    "PATCH /v3/marketing/membercard-open/cards/{card_id}" => update_member_card,
    "PATCH /v3/marketing/membercard-open/cards/{card_id}/rights" => update_member_card_rights,
    "POST /v3/marketing/membercard-open/cards/{card_id}/qrcode" => create_member_card_qrcode,
    "POST /v3/marketing/membercard-open/cards/{card_id}/permission-tokens" => create_member_card_permission_token,
    "POST /v3/marketing/membercard-open/cards/{card_id}/upgrade" => upgrade_member_card,
    "DELETE /v3/marketing/membercard-open/cards/{card_id}" => delete_member_card,
    "POST /v3/marketing/membercard-open/cards/{card_id}/service-modules" => create_service_module,
    "PATCH /v3/marketing/membercard-open/cards/{card_id}/service-modules/{service_module_id}" => update_service_module,
    "POST /v3/marketing/membercard-open/cards/{card_id}/codes/{code}/set-service-module-data" => set_service_module_data,
    "DELETE /v3/marketing/membercard-open/cards/{card_id}/service-modules/{service_module_id}" => delete_service_module,
    "GET /v3/marketing/membercard-open/activate-informations/{activate_ticket}" => query_activation_information,
    "GET /v3/marketing/membercard-open/cards/{card_id}/decrypt-code" => decrypt_member_card_code,
    "POST /v3/marketing/membercard-open/cards/{card_id}/codes/{code}/activate" => activate_user_member_card,
    "GET /v3/marketing/membercard-open/cards/{card_id}/codes/{code}" => query_user_member_card,
    "GET /v3/marketing/membercard-open/user/cards" => list_user_member_cards,
    "PATCH /v3/marketing/membercard-open/cards/{card_id}/codes/{code}" => update_user_member_card,
    "PATCH /v3/marketing/membercard-open/cards/{card_id}/codes/{code}/rights" => update_user_member_card_rights,
    "POST /v3/marketing/membercard-open/cards/{card_id}/codes/{code}/bonus/prepare" => prepare_bonus,
    "POST /v3/marketing/membercard-open/cards/{card_id}/codes/{code}/bonus/commit" => commit_bonus,
    "POST /v3/marketing/membercard-open/cards/{card_id}/codes/{code}/unavailable" => invalidate_user_member_card,
    "POST /v3/marketing/membercard-open/cards/{card_id}/codes/deposit" => import_member_card_codes,
    "POST /v3/marketing/membercard-open/cards/{card_id}/users/import" => import_member_card_users_by_openid,
    "POST /v3/marketing/membercard-open/cards/{card_id}/phone-membercard/import" => import_member_card_users_by_phone,
    "POST /v3/marketing/membercard-open/phonenumber-member/import" => import_phone_number_members,
    "GET /v3/marketing/membercard-open/phonenumber-member/search" => query_phone_number_member,
    "POST /v3/marketing/membercard-activity/activities" => create_member_card_activity,
    "GET /v3/marketing/membercard-activity/activities/{activity_id}" => query_member_card_activity,
    "GET /v3/marketing/membercard-activity/activities" => list_member_card_activities,
    "POST /v3/marketing/membercard-activity/activities/{activity_id}/terminate" => terminate_member_card_activity,
    "PATCH /v3/marketing/membercard-open/callback" => set_member_card_callback,
    "GET /v3/marketing/membercard-open/callback" => query_member_card_callback,
}

async fn create_member_card(client: &Client) -> Result<Value> {
    let body = CreateMemberCardRequest::builder()
        .appid("wxea9c30890f48d5ae")
        .logo_url("https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0")
        .brand(
            Brand::builder()
                .brand_id("1004")
                .display_name("微信支付")
                .build(),
        )
        .title("微信支付测试卡")
        .background_picture_url("https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0")
        .description("使用本会员卡表示你同意xxx公司的协议，最终解释权归xxx公司所有")
        .service_phone("010-8877xxxx")
        .code_type(MemberCardCodeType::BarCode)
        .total_quantity(5000000)
        .date_information(
            CreateDateInformation::builder()
                .r#type(MemberCardDateInformationType::FixTimeRange)
                .available_begin_time("2020-05-20T13:29:35.120+08:00")
                .available_end_time("2030-05-20T13:29:35.120+08:00")
                .available_day_after_receive(200)
                .wait_days_after_receive(1)
                .build(),
        )
        .code_mode(MemberCardCodeMode::SystemAllocate)
        .init_level("白银会员")
        .out_request_no("100002322019090134234sfdf")
        .balance_information(
            BalanceInformation::builder()
                .balance_appid("wxea9c30890f48d5ae")
                .balance_path("pages/balance/balance")
                .balance_url("https://xxx.com")
                .build(),
        )
        .user_information_form(
            UserInformationForm::builder()
                .common_field_list(vec![MemberCardCommonField::UserFormFlagMobile])
                .custom_field_list(vec![
                    CustomField::builder()
                        .name("喜欢的运动")
                        .values(vec!["篮球".into(), "足球".into(), "羽毛球".into()])
                        .build(),
                ])
                .build(),
        )
        .additional_statement(
            AdditionalStatement::builder()
                .title("xxx会员卡使用须知")
                .url("https://xxx.111.com")
                .appid("wxea9c30890f48d5ae")
                .path("pages/statement/statement")
                .build(),
        )
        .need_dynamic_code(false)
        .build();
    let response = client.create_member_card(&body).await;
    json(response)
}

async fn query_member_card(client: &Client) -> Result<Value> {
    let response = client
        .query_member_card("pbLatjvWOibDc5-TBnbUk1pD12o0")
        .await;
    json(response)
}

async fn list_member_cards(client: &Client) -> Result<Value> {
    let query = ListMemberCardsQuery::builder()
        .brand_id("1001622624")
        .appid("wxea9c30890f48d5ae")
        .offset(1)
        .limit(20)
        .build();
    let response = client.list_member_cards(&query).await;
    json(response)
}

async fn update_member_card(client: &Client) -> Result<Value> {
    let body = UpdateMemberCardRequest::builder()
        .appid("wxea9c30890f48d5ae")
        .logo_url("https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0")
        .title("微信支付测试卡")
        .background_picture_url("https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0")
        .description("使用本会员卡表示你同意xxx公司的协议，最终解释权归xxx公司所有")
        .service_phone("010-8877xxxx")
        .total_quantity(5000000)
        .date_information(
            UpdateDateInformation::builder()
                .r#type(MemberCardDateInformationType::FixTimeRange)
                .available_end_time("2030-05-20T13:29:35.120+08:00")
                .available_day_after_receive(200)
                .wait_days_after_receive(2)
                .available_begin_time("2020-05-20T13:29:35.120+08:00")
                .build(),
        )
        .init_level("白银会员")
        .balance_information(
            BalanceInformation::builder()
                .balance_appid("wxea9c30890f48d5ae")
                .balance_path("pages/balance/balance")
                .balance_url("https://xxx.com")
                .build(),
        )
        .user_information_form(
            UpdateUserInformationForm::builder()
                .common_field_list(vec![MemberCardCommonField::UserFormFlagMobile])
                .custom_field_list(vec![
                    CustomField::builder()
                        .name("喜欢的运动")
                        .values(vec!["篮球".into()])
                        .build(),
                ])
                .build(),
        )
        .additional_statement(
            AdditionalStatement::builder()
                .title("xxx会员卡使用须知")
                .url("https://xxx.111.com")
                .appid("wxea9c30890f48d5ae")
                .path("pages/statement/statement")
                .build(),
        )
        .code_mode(MemberCardCodeMode::SystemAllocate)
        .code_type(MemberCardCodeType::BarCode)
        .need_dynamic_code(false)
        .build();
    let response = client
        .update_member_card("pbLatjvWOibDc5-TBnbUk1pD12o0", &body)
        .await;
    json(response)
}

async fn update_member_card_rights(client: &Client) -> Result<Value> {
    let body = UpdateMemberCardRightsRequest::builder()
        .show_bonus(true)
        .show_favor(true)
        .bonus(
            BonusRights::builder()
                .init_bonus(100)
                .bonus_value_word("我的积分")
                .bonus_cost_title("积分兑换")
                .bonus_cost_word("500积分=2小时免费停车券")
                .bonus_jump_word("更多礼品")
                .bonus_jump_appid("wxea9c30a90fs8d3fe")
                .bonus_jump_path("/pages/bonus/bonus")
                .bonus_support_appid("wxea9c30a90fs8d3fe")
                .bonus_support_path("pages/selfbonus/selfbonus")
                .build(),
        )
        .favor(
            FavorRights::builder()
                .show_coupon(true)
                .member_price_word("周二会员全场八折")
                .member_price_appid("wxea9c30a90fs8d3fe")
                .member_price_path("pages/favor/favor")
                .member_price_title(MemberPriceTitle::Price)
                .favor_module_title(FavorModuleTitle::Favor)
                .build(),
        )
        .show_fapiao(false)
        .fapiao(
            FapiaoRights::builder()
                .fapiao_jump_word("查看我的发票")
                .fapiao_jump_appid("wxea9c30a90fs8d3fe")
                .fapiao_jump_path("pages/fapiao/fapiao")
                .build(),
        )
        .show_guide(false)
        .guide(
            GuideRights::builder()
                .staff_name("酒店管家-何小明")
                .head_image_url("https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0")
                .contact_information_name("微信号")
                .contact_information_value("weixin123")
                .phone_number("0755-12345677")
                .build(),
        )
        .build();
    let response = client
        .update_member_card_rights("pbLatjvWOibDc5-TBnbUk1pD12o0", &body)
        .await;
    json(response)
}

async fn create_member_card_qrcode(client: &Client) -> Result<Value> {
    let body = CreateMemberCardQrcodeRequest::builder()
        .activate_type(MemberCardActivateType::AutoActivate)
        .activate_url("https://w.url.cn/s/Ahz3p2C")
        .activate_appid("wxea9c30a90fs8d3fe")
        .activate_path("pages/activate/activate")
        .outer_str("szwxtd")
        .build();
    let response = client
        .create_member_card_qrcode("pbLatjvWOibDc5-TBnbUk1pD12o0", &body)
        .await;
    json(response)
}

async fn create_member_card_permission_token(client: &Client) -> Result<Value> {
    let body = CreateMemberCardPermissionTokenRequest::builder()
        .activate_type("AUTO_ACTIVATE")
        .activate_url("https://w.url.cn/s/Ahz3p2C")
        .activate_appid("wxea9c30a90fs8d3fe")
        .activate_path("pages/activate/activate")
        .outer_str("szwxtd")
        .build();
    let response = client
        .create_member_card_permission_token("pbLatjvWOibDc5-TBnbUk1pD12o0", &body)
        .await;
    json(response)
}

async fn upgrade_member_card(client: &Client) -> Result<Value> {
    let body = UpgradeMemberCardRequest::builder()
        .brand_id("1001622624")
        .appid("wxea9c30890f48d5ae")
        .build();
    let response = client
        .upgrade_member_card("pbLatjvWOibDc5-TBnbUk1pD12o0", &body)
        .await;
    json(response)
}

async fn delete_member_card(client: &Client) -> Result<Value> {
    let response = client
        .delete_member_card("pbLatjvWOibDc5-TBnbUk1pD12o0")
        .await;
    json(response)
}

async fn create_service_module(client: &Client) -> Result<Value> {
    let body = CreateServiceModuleRequest::builder()
        .service_module_id("666")
        .jump_miniprogram(
            JumpMiniprogram::builder()
                .appid("wx37178d097a6851d8")
                .path("pages/index/index")
                .build(),
        )
        .build();
    let response = client
        .create_service_module("pbLatjvWOibDc5-TBnbUk1pD12o0", &body)
        .await;
    json(response)
}

async fn update_service_module(client: &Client) -> Result<Value> {
    let body = UpdateServiceModuleRequest::builder()
        .jump_miniprogram(
            JumpMiniprogram::builder()
                .appid("wx37178d097a6851d8")
                .path("pages/index/index")
                .build(),
        )
        .build();
    let response = client
        .update_service_module("pbLatjvWOibDc5-TBnbUk1pD12o0", "666", &body)
        .await;
    json(response)
}

async fn set_service_module_data(client: &Client) -> Result<Value> {
    let body = SetServiceModuleDataRequest::builder()
        .out_request_no("100002322019090134234sfdf")
        .service_module_id("666")
        .state_setting(
            ServiceModuleStateSetting::builder()
                .state_id("CHECKED_IN")
                .content_template_data(
                    ContentTemplateData::builder()
                        .field_list(vec![
                            TemplateField::builder()
                                .field_id("hotel_name")
                                .field_value("深圳市南山区滨海路700号")
                                .build(),
                        ])
                        .action_setting(
                            ActionSetting::builder()
                                .action_name("一键开锁")
                                .jump_miniprogram(
                                    JumpMiniprogram::builder()
                                        .appid("wx37178d097a6851d8")
                                        .path("pages/index/index")
                                        .build(),
                                )
                                .build(),
                        )
                        .build(),
                )
                .message_template_setting(
                    MessageTemplateSetting::builder()
                        .message_template_id("9bJgRNz9XG248XZ-a0nDKH3Vt_vaTp32fRP1LWvxjzI")
                        .field_list(vec![
                            TemplateField::builder()
                                .field_id("hotel_name")
                                .field_value("深圳市南山区滨海路700号")
                                .build(),
                        ])
                        .build(),
                )
                .build(),
        )
        .build();
    let response = client
        .set_service_module_data("pbLatjvWOibDc5-TBnbUk1pD12o0", "478515832665", &body)
        .await;
    json(response)
}

async fn delete_service_module(client: &Client) -> Result<Value> {
    let response = client
        .delete_service_module("pbLatjvWOibDc5-TBnbUk1pD12o0", "666")
        .await;
    json(response)
}

async fn query_activation_information(client: &Client) -> Result<Value> {
    let response = client.query_activation_information("abcdefg").await;
    json(response)
}

async fn decrypt_member_card_code(client: &Client) -> Result<Value> {
    let response = client
        .decrypt_member_card_code(
            "pbLatjvWOibDc5-TBnbUk1pD12o0",
            "XXIzTtMqCxwOaawoE91+VJdsFmv7b8g0VZIZkqf4GWA60Fzpc8ksZ/5ZZ0DVkXdE",
        )
        .await;
    json(response)
}

async fn activate_user_member_card(client: &Client) -> Result<Value> {
    let body = ActivateUserMemberCardRequest::builder()
        .membership_number("316510891298")
        .build();
    let response = client
        .activate_user_member_card("pbLatjvWOibDc5-TBnbUk1pD12o0", "478515832665", &body)
        .await;
    json(response)
}

async fn query_user_member_card(client: &Client) -> Result<Value> {
    let response = client
        .query_user_member_card("pbLatjvWOibDc5-TBnbUk1pD12o0", "478515832665")
        .await;
    json(response)
}

async fn list_user_member_cards(client: &Client) -> Result<Value> {
    let response = client
        .list_user_member_cards(
            "obLatjnx9gnqzS4myYGmLZ7LgLBA",
            Some("wxea9c30890f48d5ae"),
            Some(1),
            Some(1),
        )
        .await;
    json(response)
}

async fn update_user_member_card(client: &Client) -> Result<Value> {
    let body = UpdateUserMemberCardRequest::builder()
        .membership_number("316510891298")
        .background_picture_url("https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0")
        .level("钻石会员")
        .out_request_no("100002322019090134234sfdf")
        .balance_information(
            UserBalanceInformation::builder()
                .before_balance(Fen(888))
                .balance(Fen(888))
                .add_balance(Fen(100))
                .balance_remark("购买一杯珍珠奶茶，消耗30元")
                .build(),
        )
        .need_inform_balance(true)
        .need_inform_level(true)
        .build();
    let response = client
        .update_user_member_card("pbLatjvWOibDc5-TBnbUk1pD12o0", "478515832665", &body)
        .await;
    json(response)
}

async fn update_user_member_card_rights(client: &Client) -> Result<Value> {
    let body = UpdateUserMemberCardRightsRequest::builder()
        .before_bonus_value(500)
        .bonus_value(600)
        .add_bonus_value(100)
        .out_request_no("100002322019090134234sfdf")
        .need_inform_bonus(true)
        .member_price_word("钻石会员尊享8折")
        .fapiao_jump_word("3张发票可开")
        .guide(
            GuideRights::builder()
                .staff_name("酒店管家-何小明")
                .head_image_url("https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0")
                .contact_information_name("微信号")
                .contact_information_value("weixin123")
                .phone_number("0755-12345677")
                .build(),
        )
        .build();
    let response = client
        .update_user_member_card_rights("pbLatjvWOibDc5-TBnbUk1pD12o0", "478515832665", &body)
        .await;
    json(response)
}

async fn prepare_bonus(client: &Client) -> Result<Value> {
    let body = PrepareBonusRequest::builder()
        .out_trade_no("1217752501201407033233368018")
        .mchid("1230000109")
        .sub_mchid("1900000109")
        .bonus_value(30)
        .build();
    let response = client
        .prepare_bonus("478515832665", "478515832665", &body)
        .await;
    json(response)
}

async fn commit_bonus(client: &Client) -> Result<Value> {
    let body = CommitBonusRequest::builder()
        .out_trade_no("1217752501201407033233368018")
        .mchid("1230000109")
        .sub_mchid("1900000109")
        .bonus_value(30)
        .build();
    let response = client
        .commit_bonus("478515832665", "478515832665", &body)
        .await;
    json(response)
}

async fn invalidate_user_member_card(client: &Client) -> Result<Value> {
    let body = InvalidateUserMemberCardRequest::builder()
        .reason("用户违反会员条例")
        .build();
    let response = client
        .invalidate_user_member_card("pbLatjvWOibDc5-TBnbUk1pD12o0", "478515832665", &body)
        .await;
    json(response)
}

async fn import_member_card_codes(client: &Client) -> Result<Value> {
    let body = ImportMemberCardCodesRequest::builder()
        .code(vec!["478515832665".into()])
        .build();
    let response = client
        .import_member_card_codes("pbLatjvWOibDc5-TBnbUk1pD12o0", &body)
        .await;
    json(response)
}

async fn import_member_card_users_by_openid(client: &Client) -> Result<Value> {
    let body = ImportMemberCardUsersByOpenidRequest::builder()
        .openid("obLatjnx9gnqzS4myYGmLZ7LgLBA")
        .code("478515832665")
        .out_request_no("100002322019090134234sfdf")
        .build();
    let response = client
        .import_member_card_users_by_openid("pbLatjvWOibDc5-TBnbUk1pD12o0", &body)
        .await;
    json(response)
}

async fn import_member_card_users_by_phone(client: &Client) -> Result<Value> {
    let body = ImportMemberCardUsersByPhoneRequest::builder()
        .encrypted_phone_number(
            "vvysDQeEaH3I+wRh14St0aaKSE2j4mAFON3kzNexb/SYkHZNJAuCittaW4wpGj7U+h9A==",
        )
        .code("478515832665")
        .out_request_no("100002322019090134234sfdf")
        .build();
    let response = client
        .import_member_card_users_by_phone("pbLatjvWOibDc5-TBnbUk1pD12o0", &body)
        .await;
    json(response)
}

async fn import_phone_number_members(client: &Client) -> Result<Value> {
    let body = ImportPhoneNumberMembersRequest::builder()
        .member_information(
            MemberInformation::builder()
                .card_id("pbLatjvWOibDc5-TBnbUk1pD12o0")
                .code("478515832665")
                .membership_number("316510891298")
                .registration_time("2015-05-20T13:29:35.120+08:00")
                .build(),
        )
        .encrypted_phone_number(
            "vvysDQeEaH3I+wRh14St0abIkvQyFgh/fbWYSs2bLtG9tj+bdJn4WSCPzqSyXnFbzaaKSE2j4mAFON3kzNexb/SYkHZNJAuCittaW4wpGj7U+h9A==",
        )
        .outer_str("my_card_CARD")
        .build();
    let response = client.import_phone_number_members(&body).await;
    json(response)
}

async fn query_phone_number_member(client: &Client) -> Result<Value> {
    let response = client
        .query_phone_number_member(
            "pbLatjvWOibDc5-TBnbUk1pD12o0",
            &Sensitive::from(
                "vvysDQeEaH3I+wRh14St0abIkvQyFgh/fbWYSs2bLtG9tj+bdJn4WSCPzLyXnFbzaaKSE2j4mAFON3kzNexb/SYkHZNJAuCittaW4wpGj7U+h9A==",
            ),
        )
        .await;
    json(response)
}

async fn create_member_card_activity(client: &Client) -> Result<Value> {
    let body = CreateMemberCardActivityRequest::builder()
        .card_id("pbLatjvWOibDc5-TBnbUk1pD12o0")
        .activity_name("良品铺子回馈活动")
        .activity_type(ActivityType::NonMemberAfterpay)
        .begin_time("2020-01-20T13:29:35.120+08:00")
        .end_time("2020-01-29T13:29:35.120+08:00")
        .award_send_period(
            AwardSendPeriod::builder()
                .award_send_time(vec![
                    AwardSendTime::builder()
                        .begin_time("2020-01-21T00:00:00.000+08:00")
                        .end_time("2020-01-27T00:00:00.000+08:00")
                        .build(),
                ])
                .award_send_day_time(vec![
                    AwardSendDayTime::builder()
                        .begin_day_time(DayTime::builder().hours(9).minutes(34).seconds(6).build())
                        .end_day_time(DayTime::builder().hours(9).minutes(34).seconds(6).build())
                        .build(),
                ])
                .build(),
        )
        .stock_list(vec![
            ActivityStock::builder()
                .stock_creator_mchid("10000022")
                .stock_id("98065001")
                .build(),
        ])
        .out_request_no("100002322019090134234sfdf")
        .pay_activity_setting(
            PayActivitySetting::builder()
                .logo_url("https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0")
                .activity_second_title("湖南麻辣美食券")
                .mchid_list(vec!["10000022".into(), "10000023".into()])
                .activate_setting(
                    ActivateSetting::builder()
                        .activate_type("AUTO_ACTIVATE")
                        .activate_url("https://w.url.cn/s/Ahz3p2C")
                        .activate_miniprogram(
                            ActivateMiniprogram::builder()
                                .activate_appid("wxea9c30a90fs8d3fe")
                                .activate_path("pages/activate/activate")
                                .build(),
                        )
                        .build(),
                )
                .payment_setting(
                    PaymentSetting::builder()
                        .payment_mode(
                            PaymentMode::builder()
                                .payment_scene_list(vec!["APP".into()])
                                .build(),
                        )
                        .limit_bank("CFT")
                        .goods_tags(vec!["xxx".into(), "yyy".into()])
                        .build(),
                )
                .build(),
        )
        .miniprogram_activity_setting(
            MiniprogramActivitySetting::builder()
                .outer_str(vec!["领取渠道1".into(), "领取渠道2".into()])
                .award_jump_deploy(
                    AwardJumpDeploy::builder()
                        .mini_program_appid("wxc0b84a53ed8e8d29")
                        .mini_program_path("mall/pages/List")
                        .button_text("点击")
                        .build(),
                )
                .build(),
        )
        .build();
    let response = client.create_member_card_activity(&body).await;
    json(response)
}

async fn query_member_card_activity(client: &Client) -> Result<Value> {
    let response = client.query_member_card_activity("371067").await;
    json(response)
}

async fn list_member_card_activities(client: &Client) -> Result<Value> {
    let query = ListMemberCardActivitiesQuery::builder()
        .limit(5)
        .offset(10)
        .activity_type(ActivityType::NonMemberAfterpay)
        .card_id("pbLatjvWOibDc5-TBnbUk1pD12o0")
        .activity_status(ActivityStatusFilter::Ongoing)
        .build();
    let response = client.list_member_card_activities(&query).await;
    json(response)
}

async fn terminate_member_card_activity(client: &Client) -> Result<Value> {
    let response = client.terminate_member_card_activity("371067").await;
    json(response)
}

async fn set_member_card_callback(client: &Client) -> Result<Value> {
    let body = SetMemberCardCallbackRequest::builder()
        .notify_url("https://pay.weixin.qq.com")
        .build();
    let response = client.set_member_card_callback(&body).await;
    json(response)
}

async fn query_member_card_callback(client: &Client) -> Result<Value> {
    let response = client.query_member_card_callback().await;
    json(response)
}
