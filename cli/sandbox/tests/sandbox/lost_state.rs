//! A state that lacks changes: its file or its log was removed, cut or damaged. SQLite opens it without an error.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::{fs, net::TcpListener};

use tempfile::TempDir;
use wechatpay_sandbox::{Sandbox, Settings};

use crate::shop::{MCHID, Orders as _, copy, new_folder, open_in, order};

/// A folder with the files of the state as a killed sandbox leaves them: with an order of before, and two in the log.
async fn killed() -> TempDir {
    let shop = open_in(new_folder()).await;
    shop.client.place(&order("20260101001", 100)).await.unwrap();
    let folder = shop.folder;
    drop(shop.sandbox);
    let shop = open_in(folder).await;
    for number in ["20260101002", "20260101003"] {
        shop.client.place(&order(number, 100)).await.unwrap();
    }
    let killed = tempfile::tempdir().unwrap();
    copy(shop.folder.path(), killed.path());
    killed
}

#[tokio::test]
async fn a_state_whose_log_is_lost_or_damaged_is_named() {
    type Damage = fn(&mut Vec<u8>);
    let none: Damage = |_| ();
    let damages: [(Damage, usize); 5] = [
        (none, 0),
        (|log| log.clear(), 2),
        (|log| log[0] ^= 1, 2),
        (|log| log.truncate(log.len() - 1), 1),
        (|log| *log.last_mut().unwrap() ^= 1, 1),
    ];
    for (damage, lost) in damages {
        let folder = killed().await;
        let log = folder.path().join("state.sqlite-wal");
        let mut content = fs::read(&log).unwrap();
        damage(&mut content);
        fs::write(&log, content).unwrap();
        let shop = open_in(folder).await;
        let changes = ["", "change", "2 changes"][lost];
        let expected = format!(
            "{} lacks the last {changes}: state.sqlite-wal was removed or damaged, or the file is an earlier copy; the \
             sandbox begins with the orders, refunds and notifications of then",
            shop.folder.path().join("state.sqlite").display()
        );
        let expected = (lost > 0).then_some(expected);
        assert_eq!(shop.sandbox.folder().made_again(), expected.as_slice());
        for (number, is_kept) in [(1, true), (2, lost < 2), (3, lost < 1)] {
            let number = format!("2026010100{number}");
            let found = shop.client.query(&number, MCHID).await;
            assert_eq!(found.is_ok(), is_kept, "{number}, {lost} lost");
        }
        let folder = shop.folder;
        drop(shop.sandbox);
        let shop = open_in(folder).await;
        assert_eq!(shop.sandbox.folder().made_again(), [""; 0]);
    }
}

#[tokio::test]
async fn a_state_whose_tables_were_in_a_lost_log_is_named() {
    for log in [None, Some("")] {
        let shop = open_in(new_folder()).await;
        let folder = tempfile::tempdir().unwrap();
        copy(shop.folder.path(), folder.path());
        let file = folder.path().join("state.sqlite-wal");
        match log {
            None => fs::remove_file(file).unwrap(),
            Some(log) => fs::write(file, log).unwrap(),
        }
        let shop = open_in(folder).await;
        let expected = format!(
            "{} was empty: the sandbox begins without the orders, refunds and notifications of before",
            shop.folder.path().join("state.sqlite").display()
        );
        assert_eq!(shop.sandbox.folder().made_again(), [expected]);
    }
}

#[tokio::test]
async fn a_lost_state_is_named_until_a_start_succeeds() {
    let folder = killed().await;
    fs::write(folder.path().join("state.sqlite-wal"), "").unwrap();
    let other = TcpListener::bind("127.0.0.1:0").unwrap();
    let mut settings = Settings::new(folder.path());
    (settings.http_port, settings.proxy_port) = (0, 0);
    settings.https_port = other.local_addr().unwrap().port();
    Sandbox::start(&settings).await.unwrap_err();
    let shop = open_in(folder).await;
    let [lost] = shop.sandbox.folder().made_again() else {
        unreachable!("no loss");
    };
    assert!(lost.contains("lacks the last 2 changes"), "{lost}");
}
