package outturn.definition.measure;

import java.util.List;
import java.util.Optional;
import outturn.definition.expression.Template;

/// What a measure takes from the usage reports of Microsoft 365, by the Microsoft Graph API.
///
/// @param above of a measure of values the value, of a fraction the numerator: the sum of these
/// @param below the denominator likewise; empty for values, and where `eligible` is given
/// @param eligible a denominator that no report has: how many people could
public record GraphSource(
    Access access,
    List<Figure> above,
    List<Figure> below,
    Optional<Double> eligible,
    OfDays ofDays) {

  /// Who asks, and where.
  ///
  /// @param tenant the organisation: its id or its domain
  /// @param client the id of the registered application
  /// @param login address of the identity platform
  /// @param service address of the Graph API
  public record Access(
      String tenant, String client, Template secret, String login, String service) {}

  /// Columns of a report, added up. Of a report of users it is how many of them have more than 0 in
  /// one of the columns.
  public record Figure(String report, List<String> columns) {
    private static final String OF_USERS = "UserDetail";

    public boolean isOfUsers() {
      return report.endsWith(OF_USERS);
    }
  }

  /// What is made of the days of a period.
  public enum OfDays {
    SUM,
    MEAN
  }

  /// Whether it gives numerators and denominators.
  public boolean isFraction() {
    return eligible.isPresent() || !below.isEmpty();
  }
}
