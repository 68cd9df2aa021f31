package outturn.outcome.step;

import java.util.Collection;
import java.util.Optional;

/// Who may agree to an outcome: a named person of the business, and not its author of IT alone.
public final class Agreeing {
  private Agreeing() {}

  /// Why somebody may not agree, with what to do; empty for whoever may.
  ///
  /// @param authors who have put versions of its project in force
  public static Optional<String> refusal(Case about, String user, Collection<String> authors) {
    var people = about.people();
    if (!people.isOfTheBusiness(user)) {
      var groups = people.business();
      return Optional.of(
          "%s is not a member of a group of the business, and only the business agrees to an outcome; %s"
              .formatted(
                  user,
                  groups.isEmpty()
                      ? "the project needs a group with is: business, or is: beneficiary, and members:"
                      : "let one of its members do it, or add %s under members: of %s"
                          .formatted(user, String.join(" or ", groups))));
    }
    if (authors.contains(user) && people.isOfIt(user)) {
      return Optional.of(
          "%s has put this project in force and is of IT, and an author of IT cannot agree alone; let another member of %s do it"
              .formatted(user, String.join(" or ", people.business())));
    }
    return Optional.empty();
  }
}
