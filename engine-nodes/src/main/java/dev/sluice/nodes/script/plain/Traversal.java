package dev.sluice.nodes.script.plain;

import dev.sluice.api.payload.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A method of an array that calls a function for each item. */
record Traversal(Kind kind, Expression owner, Callback callback, @Nullable Expression initial)
    implements Expression {
  /** The methods. */
  enum Kind {
    FOR_EACH,
    MAP,
    FILTER,
    FIND,
    FIND_INDEX,
    SOME,
    EVERY,
    REDUCE;

    private static final Map<String, Kind> BY_NAME =
        Map.of(
            "forEach", FOR_EACH,
            "map", MAP,
            "filter", FILTER,
            "find", FIND,
            "findIndex", FIND_INDEX,
            "some", SOME,
            "every", EVERY,
            "reduce", REDUCE);

    static @Nullable Kind find(String name) {
      return BY_NAME.get(name);
    }
  }

  @Override
  public Object evaluate(Frame frame) {
    Object base = owner.evaluate(frame);
    if (base == Chain.CUT) {
      return base;
    }
    if (!(base instanceof ArrayDraft array)) {
      throw new DoubtException();
    }
    return switch (kind) {
      case FOR_EACH -> {
        collect(array, frame);
        yield Value.undefined();
      }
      case MAP, FILTER -> collect(array, frame);
      case FIND, FIND_INDEX, SOME, EVERY -> search(array, frame);
      case REDUCE -> reduce(array, frame);
    };
  }

  private Object call(ArrayDraft array, int index, Object item, Frame frame) {
    callback.bind(frame, 0, item);
    callback.bind(frame, 1, Value.of(index));
    callback.bind(frame, 2, array);
    callback.bindRest(frame, 3);
    return callback.call(frame);
  }

  private Object collect(ArrayDraft array, Frame frame) {
    List<Object> collected = new ArrayList<>();
    int length = array.length();
    for (int i = 0; i < length; i++) {
      Object item = array.get(i);
      Object result = call(array, i, item, frame);
      if (kind == Kind.MAP) {
        collected.add(result);
      } else if (kind == Kind.FILTER && Coercion.isTruthy(result)) {
        collected.add(item);
      }
    }
    return new ArrayDraft(collected.toArray());
  }

  private Object search(ArrayDraft array, Frame frame) {
    int length = array.length();
    boolean sought = kind != Kind.EVERY;
    for (int i = 0; i < length; i++) {
      Object item = array.get(i);
      if (Coercion.isTruthy(call(array, i, item, frame)) == sought) {
        return switch (kind) {
          case FIND -> item;
          case FIND_INDEX -> Value.of(i);
          default -> Value.of(sought);
        };
      }
    }
    return switch (kind) {
      case FIND -> Value.undefined();
      case FIND_INDEX -> Value.of(-1);
      default -> Value.of(!sought);
    };
  }

  private Object reduce(ArrayDraft array, Frame frame) {
    int length = array.length();
    int first = 0;
    Object result;
    if (initial != null) {
      result = initial.evaluate(frame);
    } else if (length > 0) {
      result = array.get(first++);
    } else {
      throw new DoubtException();
    }
    for (int i = first; i < length; i++) {
      callback.bind(frame, 0, result);
      callback.bind(frame, 1, array.get(i));
      callback.bind(frame, 2, Value.of(i));
      callback.bind(frame, 3, array);
      callback.bindRest(frame, 4);
      result = callback.call(frame);
    }
    return result;
  }
}
