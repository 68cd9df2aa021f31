package outturn.store.identity;

/// Whose session a cookie is of.
///
/// @param mustChange that nothing may be done in it but setting another password
public record VerifiedSession(long id, Principal principal, boolean mustChange) {}
