package dev.sluice.core.language.template;

import dev.sluice.api.payload.ArrayValue;
import dev.sluice.api.payload.BooleanValue;
import dev.sluice.api.payload.NumberValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import java.util.List;

/** The kinds of parts that a template consists of. */
final class Blocks {
  private Blocks() {}

  /** Text. */
  record OfText(String text) implements Part {
    @Override
    public void render(Rendering rendering, Scope scope) {
      rendering.append(text);
    }
  }

  /** A value that is printed. */
  record OfTerm(Term term) implements Part {
    @Override
    public void render(Rendering rendering, Scope scope) {
      Value value = term.evaluate(rendering, scope);
      if (value.isPresent()) {
        rendering.chargeFor(value);
        rendering.append(value.toText());
      }
    }
  }

  /**
   * Values that are printed one after the other, not escaped, at the start of a program. Handlebars
   * joins what it prints with JavaScript's plus, which adds numbers and booleans until the first
   * text comes.
   */
  record OfLeadingTerms(List<Term> terms) implements Part {
    @Override
    public void render(Rendering rendering, Scope scope) {
      Value sum = null;
      for (Term term : terms) {
        Value value = term.evaluate(rendering, scope);
        rendering.chargeFor(value);
        if (sum == null) {
          sum = value;
        } else if (isSummand(sum) && isSummand(value)) {
          sum = NumberValue.of(sum.toNumber() + value.toNumber());
        } else {
          append(sum, rendering);
          sum = Value.of("");
          append(value, rendering);
        }
      }
      append(sum == null ? Value.undefined() : sum, rendering);
    }

    private static boolean isSummand(Value value) {
      return value instanceof NumberValue || value instanceof BooleanValue;
    }

    private static void append(Value value, Rendering rendering) {
      if (value.isPresent()) {
        rendering.append(value.toText());
      }
    }
  }

  /** A value that is printed safe for HTML. */
  record OfEscapedTerm(Term term) implements Part {
    @Override
    public void render(Rendering rendering, Scope scope) {
      Value value = term.evaluate(rendering, scope);
      switch (value) {
        case NumberValue number -> rendering.append(number.toText());
        case BooleanValue flag -> rendering.append(flag.toText());
        default -> {
          if (value.isPresent()) {
            rendering.chargeFor(value);
            rendering.appendEscaped(value.toText());
          }
        }
      }
    }
  }

  /**
   * The inside of a block.
   *
   * @param declaresNames whether it has block parameters
   */
  record Body(List<Part> parts, boolean declaresNames) implements Part {
    static final Body EMPTY = new Body(List.of(), false);

    @Override
    public void render(Rendering rendering, Scope scope) {
      rendering.step();
      for (int i = 0; i < parts.size(); i++) {
        parts.get(i).render(rendering, scope);
      }
    }

    /** Renders where the block stands, even if there is no context. */
    void renderHere(Rendering rendering, Scope scope) {
      render(
          rendering,
          declaresNames ? scope.enter(scope.context(), scope.frame(), true, List.of()) : scope);
    }

    /** Renders for the context that the block stands in, as a helper sees it. */
    void renderSame(Rendering rendering, Scope scope) {
      if (!parts.isEmpty()) {
        render(rendering, scope.same(declaresNames));
      }
    }
  }

  private static boolean isEmpty(Value value) {
    return (!value.isTruthy() && !isZero(value))
        || (value instanceof ArrayValue array && array.isEmpty());
  }

  private static boolean isZero(Value value) {
    return value instanceof NumberValue number && number.number() == 0;
  }

  /**
   * The condition on a value's being truthy and not empty.
   *
   * @param includeZero whether zero counts as truthy
   */
  record OfIf(Term condition, Term includeZero, Body then, Body otherwise) implements Part {
    @Override
    public void render(Rendering rendering, Scope scope) {
      Value value = condition.evaluate(rendering, scope);
      boolean holds =
          !isEmpty(value)
              && (value.isTruthy() || includeZero.evaluate(rendering, scope).isTruthy());
      (holds ? then : otherwise).renderSame(rendering, scope);
    }
  }

  /** A comparison as a block. */
  record OfCondition(Term condition, Body then, Body otherwise) implements Part {
    @Override
    public void render(Rendering rendering, Scope scope) {
      boolean holds = condition.evaluate(rendering, scope).isTruthy();
      (holds ? then : otherwise).renderSame(rendering, scope);
    }
  }

  /** A change of context. */
  record OfWith(Term context, Body body, Body otherwise) implements Part {
    @Override
    public void render(Rendering rendering, Scope scope) {
      Value value = context.evaluate(rendering, scope);
      if (isEmpty(value)) {
        otherwise.renderSame(rendering, scope);
      } else {
        body.render(
            rendering, scope.enter(value, scope.frame(), body.declaresNames(), List.of(value)));
      }
    }
  }

  /** A loop. */
  record OfEach(Term collection, Body body, Body otherwise) implements Part {
    @Override
    public void render(Rendering rendering, Scope scope) {
      renderEach(collection.evaluate(rendering, scope), rendering, scope, body, otherwise);
    }
  }

  private static void renderEach(
      Value collection, Rendering rendering, Scope scope, Body body, Body otherwise) {
    Frame frame = new Frame(scope.frame());
    switch (collection) {
      case ArrayValue array when !array.isEmpty() -> {
        int size = array.size();
        for (int i = 0; i < size; i++) {
          Value index = NumberValue.of(i);
          frame.index = index;
          renderRound(array.get(i), index, i, size, frame, rendering, scope, body);
        }
      }
      case ObjectValue object when !object.isEmpty() -> {
        int size = object.size();
        for (int i = 0; i < size; i++) {
          frame.index = NumberValue.of(i);
          Value key = Value.of(object.keyAt(i));
          renderRound(object.valueAt(i), key, i, size, frame, rendering, scope, body);
        }
      }
      default -> otherwise.renderSame(rendering, scope);
    }
  }

  private static void renderRound(
      Value item,
      Value key,
      int index,
      int size,
      Frame frame,
      Rendering rendering,
      Scope scope,
      Body body) {
    frame.key = key;
    frame.first = BooleanValue.of(index == 0);
    frame.last = BooleanValue.of(index == size - 1);
    List<Value> passed = body.declaresNames() ? List.of(item, key) : List.of();
    body.render(rendering, scope.enter(item, frame, body.declaresNames(), passed));
  }

  /** A block that names a value and leaves what it means to the value. */
  record OfSection(Term term, Body body, Body otherwise) implements Part {
    @Override
    public void render(Rendering rendering, Scope scope) {
      Value value = term.evaluate(rendering, scope);
      if (value == BooleanValue.TRUE) {
        body.renderHere(rendering, scope);
      } else if (value == BooleanValue.FALSE || !value.isPresent()) {
        otherwise.renderHere(rendering, scope);
      } else if (value instanceof ArrayValue) {
        renderEach(value, rendering, scope, body, otherwise);
      } else {
        body.render(rendering, scope.enter(value, scope.frame(), body.declaresNames(), List.of()));
      }
    }
  }
}
