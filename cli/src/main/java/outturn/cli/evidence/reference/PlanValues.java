package outturn.cli.evidence.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import outturn.evidence.money.DiscountTable;
import outturn.evidence.money.DiscountTables;
import outturn.evidence.quantity.Pert;

/// Discount factors, and estimates of three points.
final class PlanValues {
  /// When the rates of the reference values were in force.
  private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

  private PlanValues() {}

  static Map<String, Double> greenBook() {
    var table = table();
    double[] amounts = {-100, 30, 30, 30, 30, 30};
    return Map.of(
        "df_t1", factor(table, 1),
        "df_t5", factor(table, 5),
        "df_t10", factor(table, 10),
        "df_t30", factor(table, 30),
        "df_t31", factor(table, 31),
        "npv_-100_30x5", table.presentValue(amounts).result().orElseThrow());
  }

  static Map<String, Double> pert() {
    var pert = Pert.of(2, 5, 14).result().orElseThrow();
    return Map.of(
        "pert_2_5_14.mean", pert.mean(),
        "pert_2_5_14.sd_beta", pert.standardDeviation(),
        "pert_2_5_14.sd_classic", pert.classicDeviation(),
        "pert_2_5_14.p10", pert.quantile(.1),
        "pert_2_5_14.p50", pert.quantile(.5),
        "pert_2_5_14.p90", pert.quantile(.9));
  }

  private static double factor(DiscountTable table, int year) {
    return table.factor(year).result().orElseThrow();
  }

  private static DiscountTable table() {
    var name = "green-book.csv";
    try (var in = Objects.requireNonNull(DiscountTable.class.getResourceAsStream(name), name)) {
      var lines = new String(in.readAllBytes(), UTF_8).lines().toList();
      return DiscountTables.read(lines).then(tables -> tables.at(DAY)).result().orElseThrow();
    } catch (IOException broken) {
      throw new UncheckedIOException(name, broken);
    }
  }
}
