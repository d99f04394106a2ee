package dev.sluice.core.language.template;

import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.payload.NullValue;
import dev.sluice.api.payload.Value;
import org.jspecify.annotations.Nullable;

/** The ways to a value that a path may take, one class for each. */
final class Paths {
  private Paths() {}

  private static Value follow(Value from, String[] keys, int start) {
    Value value = from;
    for (int i = start; i < keys.length; i++) {
      // Null stays null on the way down and does not become undefined.
      if (!value.isPresent()) {
        return value;
      }
      value = value.get(keys[i]);
    }
    return value;
  }

  /** A single key of the context. */
  record OfKey(String key) implements Term {
    @Override
    public Value evaluate(Rendering rendering, Scope scope) {
      rendering.step();
      Value context = scope.context();
      return context == NullValue.NULL ? context : context.get(key);
    }
  }

  /** Keys below the context. */
  static final class OfKeys implements Term {
    private final String[] keys;

    OfKeys(String[] keys) {
      this.keys = keys;
    }

    @Override
    public Value evaluate(Rendering rendering, Scope scope) {
      rendering.step();
      return follow(scope.context(), keys, 0);
    }
  }

  /** Keys, or none, below a context some levels up. */
  static final class OfOuter implements Term {
    private final int depth;
    private final String[] keys;

    OfOuter(int depth, String[] keys) {
      this.depth = depth;
      this.keys = keys;
    }

    @Override
    public Value evaluate(Rendering rendering, Scope scope) {
      rendering.step();
      Scope from = scope.up(depth);
      return from == null ? Value.undefined() : follow(from.context(), keys, 0);
    }
  }

  /** A data variable and keys below it. */
  static final class OfData implements Term {
    private final int depth;
    private final String[] keys;

    OfData(int depth, String[] keys) {
      this.depth = depth;
      this.keys = keys;
    }

    @Override
    public Value evaluate(Rendering rendering, Scope scope) {
      rendering.step();
      Frame frame = scope.frame().up(depth);
      if (frame == null) {
        return Value.undefined();
      }
      Value value = frame.get(keys[0]);
      // Here, and only here, any falsy value stays what it is on the way down.
      for (int i = 1; i < keys.length && value.isTruthy(); i++) {
        value = value.get(keys[i]);
      }
      return value;
    }
  }

  /** A block parameter and keys below it. */
  static final class OfName implements Term {
    private final int depth;
    private final int index;
    private final String[] keys;

    OfName(int depth, int index, String[] keys) {
      this.depth = depth;
      this.index = index;
      this.keys = keys;
    }

    @Override
    public Value evaluate(Rendering rendering, Scope scope) {
      rendering.step();
      Scope.@Nullable Names names = scope.names();
      for (int i = 0; i < depth && names != null; i++) {
        names = names.outer();
      }
      if (names == null || names.values().isEmpty()) {
        throw new EvaluationException(
            "The block that declares \"" + keys[0] + "\" gives it no value");
      }
      return index >= names.values().size()
          ? Value.undefined()
          : follow(names.values().get(index), keys, 1);
    }
  }

  /** A value that is written out. */
  record OfLiteral(Value value) implements Term {
    @Override
    public Value evaluate(Rendering rendering, Scope scope) {
      return value;
    }
  }
}
