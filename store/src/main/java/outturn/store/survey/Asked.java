package outturn.store.survey;

/// Whom a link asks, and what.
public record Asked(Wave wave, Invitee invitee) {}
