package outturn.definition.flow;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.definition.expression.Template;
import outturn.definition.expression.ValueType;

/// On what terms a person approves.
///
/// @param by a role on the server, or a group of people
/// @param within how long the task waits; as long as it takes when empty
/// @param text what is to be approved, in words
public record ApprovalTerms(
    String by, Optional<Duration> within, Otherwise otherwise, Optional<Template> text) {
  /// The words that name a role and no group.
  public static final List<String> ROLES =
      List.of("viewer", "operator", "editor", "owner", "admin");

  public static final String APPROVED_BY = "approvedBy";
  public static final String COMMENT = "comment";

  /// What an approval writes.
  public static final Map<String, ValueType> OUTPUTS =
      Map.of(APPROVED_BY, ValueType.STRING, COMMENT, ValueType.STRING);

  /// What the task comes to when nobody answered in time.
  public enum Otherwise {
    FAIL,
    APPROVE,
    SKIP
  }
}
