//! What to ask for after a page of an answer.

/// The offset of the next page, if there is one: an empty page is the last, and so is the one that reaches the total. Where
/// the service tells no total, a page that is not full is the last.
pub fn next_offset(offset: Option<i64>, limit: Option<i64>, taken: usize, total: Option<i64>) -> Option<i64> {
    let taken = i64::try_from(taken).ok()?;
    let reached = offset.unwrap_or(0).checked_add(taken)?;
    let more = match (total, limit) {
        (Some(total), _) => reached < total,
        (None, Some(limit)) => taken >= limit,
        (None, None) => true,
    };
    (taken > 0 && more).then_some(reached)
}

/// The number of the next page, if there is one. Pages count from 1, and a service that is told no size takes its own,
/// which the first page shows.
pub fn next_page(number: Option<i64>, size: Option<i64>, taken: usize, total: Option<i64>) -> Option<i64> {
    let number = number.unwrap_or(1).max(1);
    let taken = i64::try_from(taken).ok()?;
    let before = size.unwrap_or(taken).checked_mul(number - 1)?;
    next_offset(Some(before), size, taken.try_into().ok()?, total)?;
    number.checked_add(1)
}

/// The token of the next page; an empty one is none.
pub fn next_token(answered: Option<&str>) -> Option<String> {
    answered.filter(|token| !token.is_empty()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_end_with_the_total_or_with_a_page_that_is_not_full() {
        assert_eq!(next_offset(None, Some(20), 20, Some(45)), Some(20));
        assert_eq!(next_offset(Some(40), Some(20), 5, Some(45)), None);
        assert_eq!(next_offset(Some(40), Some(20), 0, Some(100)), None);
        assert_eq!(next_offset(None, Some(20), 19, None), None);
        assert_eq!(next_offset(None, None, 20, None), Some(20));
        assert_eq!(next_offset(Some(i64::MAX), None, 1, None), None);
    }

    #[test]
    fn pages_are_counted_from_one() {
        assert_eq!(next_page(None, None, 10, Some(11)), Some(2));
        assert_eq!(next_page(Some(2), Some(10), 1, Some(11)), None);
        assert_eq!(next_page(Some(2), Some(10), 10, None), Some(3));
        assert_eq!(next_page(Some(0), Some(10), 0, None), None);
    }

    #[test]
    fn an_empty_token_is_none() {
        assert_eq!(
            (next_token(Some("x")), next_token(Some("")), next_token(None)),
            (Some("x".into()), None, None)
        );
    }
}
