package dev.sluice.api.node;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a sealed interface of config records of which a property chooses one: its text is the
 * record's name in lower camel case.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Choice {
  /**
   * The property that chooses.
   *
   * @return such as {@code type}
   */
  String value();
}
