package outturn.definition.shape;

import java.util.Map;
import java.util.Optional;

/// A key of a mapping. Compared by identity: readers ask for values by the key's constant.
///
/// @param <T> what its value is read into
public final class Key<T> {
  private final String name;
  private final Form<T> form;
  private final Presence presence;
  private final String about;

  private Key(String name, Form<T> form, Presence presence, String about) {
    this.name = name;
    this.form = form;
    this.presence = presence;
    this.about = about;
  }

  /// Whether a key must, may or cannot yet be there.
  public enum Presence {
    REQUIRED,
    OPTIONAL,
    NOT_YET
  }

  /// @param about one sentence for editors
  public static <T> Key<T> required(String name, Form<T> form, String about) {
    return new Key<>(name, form, Presence.REQUIRED, about);
  }

  /// @param about one sentence for editors
  public static <T> Key<T> optional(String name, Form<T> form, String about) {
    return new Key<>(name, form, Presence.OPTIONAL, about);
  }

  /// A key that the language has and this release cannot follow; it is refused, never ignored.
  public static Key<Object> notYet(String name) {
    var none =
        new Form<Object>("nothing yet", Map.of(), (form, node, problems) -> Optional.empty());
    return new Key<>(name, none, Presence.NOT_YET, "Not in this release.");
  }

  public String name() {
    return name;
  }

  public Form<T> form() {
    return form;
  }

  public Presence presence() {
    return presence;
  }

  public String about() {
    return about;
  }
}
