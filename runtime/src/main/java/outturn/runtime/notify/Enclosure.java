package outturn.runtime.notify;

/// A file that goes with a mail.
///
/// @param type `application/pdf`
public record Enclosure(String name, String type, byte[] bytes) {}
