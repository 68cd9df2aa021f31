package outturn.outcome.step;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import outturn.definition.change.Change;
import outturn.definition.outcome.Outcome;
import outturn.outcome.claim.Overlap;
import outturn.outcome.position.LeverStart;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.register.Registration;
import outturn.outcome.statement.Organisation;
import outturn.outcome.terms.AgreedTerms;
import outturn.outcome.terms.Terms;

/// All that the gates of an outcome are computed from.
///
/// @param people the groups of its project
/// @param organisation the words that its project knows
/// @param changes of the whole server
/// @param overlap with others that value a change of the same measure
public record Case(
    OutcomePosition position,
    People people,
    Organisation organisation,
    List<Change> changes,
    Optional<Overlap> overlap,
    Acts acts) {
  public Case {
    changes = List.copyOf(changes);
  }

  public List<Agreed> agreements() {
    return acts.agreements();
  }

  List<Accepted> accepted() {
    return acts.accepted();
  }

  Registration registration() {
    return acts.registration();
  }

  Outcome outcome() {
    return position.outcome();
  }

  About about() {
    return About.outcome(outcome().name());
  }

  public Terms terms() {
    return AgreedTerms.of(position);
  }

  /// The latest agreement, if it is to what the outcome says now.
  public Optional<Agreed> standing() {
    var hash = terms().hash();
    return agreements().stream().findFirst().filter(each -> each.hash().equals(hash));
  }

  /// The change whose effect the analysis asks for.
  Optional<Change> intervention() {
    return outcome()
        .appraisal()
        .analysis()
        .flatMap(analysis ->
            changes.stream()
                .filter(each -> each.name().equals(analysis.intervention()))
                .findFirst());
  }

  /// When a measure may first be moved: at the intervention, or by a lever before it; empty while
  /// neither has a date.
  Optional<LocalDate> goLive(String measure) {
    var levers =
        position.levers().stream()
            .filter(start -> start.lever().moves().equals(measure))
            .map(LeverStart::date)
            .flatMap(Optional::stream);
    return Stream.concat(intervention().map(Change::date).stream(), levers)
        .min(LocalDate::compareTo);
  }
}
