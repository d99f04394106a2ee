package dev.sluice.core.trigger;

import dev.sluice.api.trigger.Fact;
import dev.sluice.api.trigger.Firing;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Where a trigger is found, and what it makes of what finds it.
 *
 * @param addresses where; several only if no fact looks at two of them
 * @param response what it makes of a fact
 */
record Placement(List<Address> addresses, Response response) {
  /** At one address, for any fact that finds it there. */
  static Optional<Placement> at(Address address) {
    return at(address, (fact, now) -> List.of(fact.firing()));
  }

  static Optional<Placement> at(Address address, Response response) {
    return Optional.of(new Placement(List.of(address), response));
  }

  /** A response to facts of a type that a trigger's configuration has a condition on. */
  static <F extends Fact> Response where(Class<F> type, Predicate<F> condition) {
    return (fact, now) -> condition.test(type.cast(fact)) ? List.of(fact.firing()) : List.of();
  }

  /** A response to facts of a type by a firing that a trigger's configuration has a part in. */
  static <F extends Fact> Response firing(Class<F> type, Function<F, Optional<Firing>> firing) {
    return (fact, now) -> firing.apply(type.cast(fact)).stream().toList();
  }
}
