package outturn.definition.survey;

import java.util.List;
import java.util.Optional;

/// The people of whom some are asked.
///
/// @param group whose members they are; empty when they stand in a file
/// @param attributes by which answers are grouped, such as a site
/// @param people of the file
public record Population(Optional<String> group, List<String> attributes, List<Person> people) {
  public Population {
    attributes = List.copyOf(attributes);
    people = List.copyOf(people);
  }

  /// Somebody who may be asked.
  ///
  /// @param groups one for each attribute
  public record Person(String address, Language language, List<String> groups) {
    public Person {
      groups = List.copyOf(groups);
    }

    private static final String ADDRESS = "[^\\s@<>,;\"]{1,64}@[^\\s@<>,;\"]{1,190}";

    /// Whether a text is an address of mail.
    public static boolean isAddress(String text) {
      return text.matches(ADDRESS);
    }
  }
}
