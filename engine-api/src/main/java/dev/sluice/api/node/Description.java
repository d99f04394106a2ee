package dev.sluice.api.node;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tells people what a config field is for, or what a record that a {@link Choice} chooses does. The
 * palette and the reference of the nodes show it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE})
public @interface Description {
  /**
   * What it is for.
   *
   * @return a sentence or two
   */
  String value();
}
