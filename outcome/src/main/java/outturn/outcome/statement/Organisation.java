package outturn.outcome.statement;

import java.util.List;

/// What an organisation knows that a stranger does not.
///
/// @param groups its register of stakeholders, as they are called; where there is none, whoever
///   looks like a person counts
/// @param people further nouns for people, in the singular
/// @param technology further nouns for machines, products and teams of machines, in the singular
/// @param glossary terms that everybody there knows, as they are written
public record Organisation(
    List<String> groups, List<String> people, List<String> technology, List<String> glossary) {
  public static final Organisation UNKNOWN =
      new Organisation(List.of(), List.of(), List.of(), List.of());

  public Organisation {
    groups = List.copyOf(groups);
    people = List.copyOf(people);
    technology = List.copyOf(technology);
    glossary = List.copyOf(glossary);
  }
}
