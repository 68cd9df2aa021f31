package outturn.evidence.survey;

import java.util.List;
import java.util.Map;

/// A grouping of respondents of which the size of every group in the population is known, such as
/// department or site.
///
/// @param categories the group of each respondent, in the order of all other data of the survey
/// @param totals people of the population per group
public record Margin(String name, List<String> categories, Map<String, Double> totals) {
  public Margin {
    categories = List.copyOf(categories);
    totals = Map.copyOf(totals);
  }

  double population() {
    return totals.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  int respondents(String category) {
    return (int) categories.stream().filter(category::equals).count();
  }
}
