package outturn.store.notify;

/// A ticket that was opened for a notification.
///
/// @param number for people
/// @param key for the system that has it
public record Ticket(String channel, String number, String key, String url) {}
