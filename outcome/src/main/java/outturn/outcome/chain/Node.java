package outturn.outcome.chain;

import java.util.List;
import java.util.Optional;
import outturn.definition.outcome.Lever;

/// A link of the chain.
///
/// @param id with its kind, and with the outcome or service it is of: `lever:one-visit/training`
/// @param note a few words beside the title: who answers for it, or what one is worth
/// @param element of a lever
/// @param measures by which it is known how far it is there
public record Node(
    String id,
    Kind kind,
    String name,
    String title,
    String note,
    Optional<Lever.Element> element,
    List<String> measures) {
  public Node {
    measures = List.copyOf(measures);
  }

  /// Whether a measure tells of it. Objectives are names, of which none is asked.
  public boolean isMeasured() {
    return kind == Kind.OBJECTIVE || !measures.isEmpty();
  }
}
