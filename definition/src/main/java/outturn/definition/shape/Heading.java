package outturn.definition.shape;

/// The keys with which every document begins.
public final class Heading {
  public static final Key<String> KIND =
      Key.required("kind", Forms.text(), "What this document describes.");
  public static final Key<String> NAME =
      Key.required("name", Forms.name(), "Its name; unique among its kind in the project.");
  public static final Key<String> TITLE =
      Key.optional("title", Forms.text(), "What people call it.");

  private Heading() {}
}
