package dev.sluice.core.language.template;

import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways to a value that a path may take, one class for each. */
final class Paths {
  private Paths() {}

  /** Keys below the context. */
  record OfKeys(PayloadPath path) implements Term {
    @Override
    public Value evaluate(Rendering rendering, Scope scope) {
      rendering.step();
      return scope.follow(path);
    }
  }

  /** Keys, or none, below a context some levels up. */
  record OfOuter(int depth, PayloadPath path) implements Term {
    @Override
    public Value evaluate(Rendering rendering, Scope scope) {
      rendering.step();
      Scope from = scope.up(depth);
      return from == null ? Value.undefined() : from.follow(path);
    }
  }

  /** A data variable and keys below it. */
  static final class OfData implements Term {
    private final int depth;
    private final Frame.Variable variable;
    private final String[] keys;

    OfData(int depth, String name, List<String> keys) {
      this.depth = depth;
      this.variable = Frame.Variable.of(name);
      this.keys = keys.toArray(String[]::new);
    }

    @Override
    public Value evaluate(Rendering rendering, Scope scope) {
      rendering.step();
      Frame frame = scope.frame().up(depth);
      if (frame == null) {
        return Value.undefined();
      }
      Value value = frame.get(variable);
      // Here, and only here, any falsy value stays what it is on the way down.
      for (int i = 0; i < keys.length && value.isTruthy(); i++) {
        value = value.get(keys[i]);
      }
      return value;
    }
  }

  /** A block parameter and keys below it. */
  record OfName(int depth, int index, String name, PayloadPath path) implements Term {
    @Override
    public Value evaluate(Rendering rendering, Scope scope) {
      rendering.step();
      Scope.@Nullable Names names = scope.names();
      for (int i = 0; i < depth && names != null; i++) {
        names = names.outer();
      }
      if (names == null || names.values().isEmpty()) {
        throw new EvaluationException("The block that declares \"" + name + "\" gives it no value");
      }
      return index >= names.values().size()
          ? Value.undefined()
          : path.follow(names.values().get(index));
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
