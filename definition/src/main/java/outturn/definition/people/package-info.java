/// Groups of people: beneficiaries, the business, suppliers, IT.
@NullMarked
package outturn.definition.people;

import org.jspecify.annotations.NullMarked;
