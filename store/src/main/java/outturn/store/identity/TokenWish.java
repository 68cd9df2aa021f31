package outturn.store.identity;

import java.time.Duration;

/// A token that is to be made.
///
/// @param role at most; never more than the user's
/// @param label for whom or what it is
/// @param life how long it works
public record TokenWish(Role role, TokenScope scope, String label, Duration life) {}
