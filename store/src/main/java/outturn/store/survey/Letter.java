package outturn.store.survey;

/// A mail that is to be sent now.
///
/// @param number 1 is the invitation, those after it remind
/// @param tries with this one
public record Letter(Wave wave, Invitee to, int number, int tries) {}
