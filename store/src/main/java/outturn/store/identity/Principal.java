package outturn.store.identity;

/// Who makes a request, and what this request may do.
public record Principal(String user, Role role) {}
