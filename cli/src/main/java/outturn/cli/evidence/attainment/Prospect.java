package outturn.cli.evidence.attainment;

import java.util.Optional;
import outturn.evidence.attainment.Forecast;
import outturn.evidence.attainment.Plan;
import outturn.evidence.attainment.Update;

/// What a plan is likely to come to, as it is told.
///
/// @param now the latest forecast
/// @param passed how many periods have been observed or missed
/// @param update where something has been observed
record Prospect(Plan plan, Forecast now, int passed, Optional<Update> update) {}
