package dev.sluice.core.language.template;

import dev.sluice.api.language.EvaluationException;
import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.StringValue;
import dev.sluice.api.payload.Value;
import dev.sluice.core.language.template.helper.Helper;
import dev.sluice.core.language.template.helper.Invocation;
import java.time.Instant;
import java.util.List;

/** Calls that give a value, one class for each kind of helper. */
final class Calls {
  private Calls() {}

  private static Value argument(Term term, Rendering rendering, Scope scope) {
    Value value = term.evaluate(rendering, scope);
    rendering.chargeFor(value);
    return value;
  }

  private static Value result(Value value, Rendering rendering) {
    if (value instanceof StringValue string) {
      rendering.charge(string.text().length() >> 4);
    }
    return value;
  }

  /** A call of a helper of one value. */
  record OfOne(Helper.OfOne helper, Term argument) implements Term {
    @Override
    public Value evaluate(Rendering rendering, Scope scope) {
      rendering.step();
      return result(helper.apply(Calls.argument(argument, rendering, scope)), rendering);
    }
  }

  /** A call of a helper of two values. */
  record OfTwo(Helper.OfTwo helper, Term first, Term second) implements Term {
    @Override
    public Value evaluate(Rendering rendering, Scope scope) {
      rendering.step();
      Value left = argument(first, rendering, scope);
      Value right = argument(second, rendering, scope);
      return result(helper.apply(left, right), rendering);
    }
  }

  /** A condition. */
  record OfCondition(Helper.Condition helper, Term first, Term second) implements Term {
    @Override
    public Value evaluate(Rendering rendering, Scope scope) {
      rendering.step();
      Value left = argument(first, rendering, scope);
      return Value.of(helper.test(left, argument(second, rendering, scope)));
    }
  }

  /** A condition that accounts for what it costs. */
  record OfMeasuredCondition(Helper.MeasuredCondition helper, Term first, Term second)
      implements Term {
    @Override
    public Value evaluate(Rendering rendering, Scope scope) {
      rendering.step();
      Value left = argument(first, rendering, scope);
      Value right = argument(second, rendering, scope);
      return Value.of(helper.test(left, right, rendering));
    }
  }

  /** A named argument. */
  record NamedTerm(String name, Term term) {}

  /** A call of a helper that wants to see the call. */
  record OfCall(Helper.OfCall helper, List<Term> arguments, List<NamedTerm> hash) implements Term {
    @Override
    public Value evaluate(Rendering rendering, Scope scope) {
      rendering.step();
      Value[] values = new Value[arguments.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = argument(arguments.get(i), rendering, scope);
      }
      Value[] named = new Value[hash.size()];
      for (int i = 0; i < named.length; i++) {
        named[i] = argument(hash.get(i).term, rendering, scope);
      }
      return result(helper.apply(new Running(this, values, named, rendering, scope)), rendering);
    }
  }

  /** What a helper sees of its call. */
  private static final class Running implements Invocation {
    private final OfCall call;
    private final Value[] values;
    private final Value[] named;
    private final Rendering rendering;
    private final Scope scope;

    Running(OfCall call, Value[] values, Value[] named, Rendering rendering, Scope scope) {
      this.call = call;
      this.values = values;
      this.named = named;
      this.rendering = rendering;
      this.scope = scope;
    }

    @Override
    public int count() {
      return values.length;
    }

    @Override
    public Value argument(int index) {
      return index < values.length ? values[index] : Value.undefined();
    }

    @Override
    public Value named(String name) {
      for (int i = 0; i < named.length; i++) {
        if (call.hash.get(i).name.equals(name)) {
          return named[i];
        }
      }
      return Value.undefined();
    }

    @Override
    public ObjectValue named() {
      ObjectValue.Builder builder = ObjectValue.builder();
      for (int i = named.length - 1; i >= 0; i--) {
        builder.put(call.hash.get(i).name, named[i]);
      }
      return builder.build();
    }

    @Override
    public Value context() {
      return scope.context();
    }

    @Override
    public Instant now() {
      return rendering.now();
    }

    @Override
    public void charge(long steps) {
      rendering.charge(steps);
    }

    @Override
    public String render(String template, Value context) {
      return rendering.render(template, context);
    }

    @Override
    public Value express(String expression, Value context) {
      return rendering.express(expression, context);
    }
  }

  /** A call with arguments that its helper does not look at, but that may fail. */
  record OfIgnoring(List<Term> ignored, Term call) implements Term {
    @Override
    public Value evaluate(Rendering rendering, Scope scope) {
      for (Term term : ignored) {
        term.evaluate(rendering, scope);
      }
      return call.evaluate(rendering, scope);
    }
  }

  /** A lookup without exactly one key: it is only found out where there is something to look in. */
  record OfFailingLookup(Term holder) implements Term {
    @Override
    public Value evaluate(Rendering rendering, Scope scope) {
      Value from = holder.evaluate(rendering, scope);
      if (from.isTruthy()) {
        throw new EvaluationException("The helper lookup needs two arguments");
      }
      return from;
    }
  }

  /** The built-in lookup of a computed key. */
  record OfLookup(Term holder, Term key) implements Term {
    @Override
    public Value evaluate(Rendering rendering, Scope scope) {
      rendering.step();
      Value from = holder.evaluate(rendering, scope);
      Value wanted = argument(key, rendering, scope);
      if (!from.isTruthy()) {
        return from;
      }
      if (from instanceof ArrayValue array && wanted instanceof NumberValue number) {
        int index = (int) number.number();
        return index == number.number() ? array.get(index) : Value.undefined();
      }
      return from.get(wanted.toText());
    }
  }

  /** A call of something that is no helper. */
  record OfMissing(String name, Term property, boolean hasArguments) implements Term {
    @Override
    public Value evaluate(Rendering rendering, Scope scope) {
      Value value = property.evaluate(rendering, scope);
      if (value.isTruthy()) {
        throw new EvaluationException("\"" + name + "\" is a value and cannot be called");
      }
      if (hasArguments) {
        throw new EvaluationException("There is no helper \"" + name + "\"");
      }
      return Value.undefined();
    }
  }

  /** A call that cannot succeed. */
  record OfFailure(String message) implements Term {
    @Override
    public Value evaluate(Rendering rendering, Scope scope) {
      throw new EvaluationException(message);
    }
  }
}
