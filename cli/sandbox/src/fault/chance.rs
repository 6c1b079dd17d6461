//! Chance that the same seed repeats.

/// Decides about the `turn` of a rule.
pub(super) fn is_drawn(seed: u64, turn: u64, percent: u8) -> bool {
    mixed(seed.wrapping_add(turn.wrapping_mul(GOLDEN))) % 100 < percent.into()
}

/// The increment of SplitMix64.
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// The number that SplitMix64 makes of a state.
const fn mixed(state: u64) -> u64 {
    let z = state.wrapping_add(GOLDEN);
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_those_of_splitmix64() {
        // The first numbers of the reference implementation with the seed 1234567.
        let numbers = [0, 1, 2].map(|turn: u64| mixed(1_234_567 + turn.wrapping_mul(GOLDEN)));
        let expected = [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
        ];
        assert_eq!(numbers, expected);
    }
}
