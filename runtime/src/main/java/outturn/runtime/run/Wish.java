package outturn.runtime.run;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import outturn.engine.run.Order;

/// A run that somebody asks for.
///
/// @param inputs as JSON has them; what is left out takes its default
/// @param businessDate today in the workflow's zone when it is left out
/// @param reason kept in the audit trail
public record Wish(
    String workflow,
    Map<String, Object> inputs,
    Optional<LocalDate> businessDate,
    Order.Terms terms,
    Optional<String> reason) {

  /// On the usual terms, and without a reason.
  public Wish(String workflow, Map<String, Object> inputs, Optional<LocalDate> businessDate) {
    this(workflow, inputs, businessDate, Order.Terms.NONE, Optional.empty());
  }
}
