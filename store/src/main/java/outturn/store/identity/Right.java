package outturn.store.identity;

/// A role, and where it holds.
public record Right(Role role, Scope scope) {}
