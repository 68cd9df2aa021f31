package outturn.outcome.impact;

import java.time.LocalDate;
import outturn.definition.outcome.Analysis;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.position.Position;
import outturn.outcome.register.Registration.Badge;

/// All that an impact is read from.
///
/// @param outcome whose levers, value and changes count
/// @param position of the measure whose change is asked for, one of the outcome's
/// @param plan as it is locked, or as it stands where it is not
/// @param badge whether the plan was fixed before its data came in
/// @param day as of which it is read
/// @param seed of all random numbers
public record Study(
    OutcomePosition outcome,
    Position position,
    Analysis plan,
    Badge badge,
    Beside beside,
    LocalDate day,
    long seed) {}
