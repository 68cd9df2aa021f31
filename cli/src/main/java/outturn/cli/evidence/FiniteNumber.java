package outturn.cli.evidence;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a number that is one, not `NaN` and not endless.
public final class FiniteNumber implements ITypeConverter<Double> {
  @Override
  public Double convert(String text) {
    try {
      var number = Double.parseDouble(text);
      if (Double.isFinite(number)) return number;
    } catch (NumberFormatException _) {
      // Told below, like the others.
    }
    throw new TypeConversionException("expected a number such as 0.8");
  }
}
