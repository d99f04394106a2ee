package dev.sluice.core.language.template;

import dev.sluice.api.payload.NullValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.PayloadPath;
import dev.sluice.api.payload.Value;
import dev.sluice.core.language.template.helper.Comparison;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the paths of a program start. */
final class Scope {
  /** What a block helper sees in the place of a context that is not there. */
  private static final ObjectValue NOTHING = ObjectValue.builder().build();

  /**
   * Null for the whole payload: to hand that out would have the next write copy it, while most
   * templates only follow paths.
   */
  private final @Nullable Value context;

  private final @Nullable Scope outer;
  private final Frame frame;
  private final @Nullable Names names;

  /**
   * The block parameters of one program.
   *
   * @param values what was passed for them, maybe less than was declared
   */
  record Names(List<Value> values, @Nullable Names outer) {}

  private Scope(
      @Nullable Value context, @Nullable Scope outer, Frame frame, @Nullable Names names) {
    this.context = context;
    this.outer = outer;
    this.frame = frame;
    this.names = names;
  }

  static Scope of(Payload payload) {
    return new Scope(null, null, new Frame(payload), null);
  }

  /** What plain paths start from. */
  Value context() {
    return context == null ? frame.payload().root() : context;
  }

  /** What a plain path leads to. */
  Value follow(PayloadPath path) {
    return context == null ? frame.payload().follow(path) : path.follow(context);
  }

  /** The data variables. */
  Frame frame() {
    return frame;
  }

  /** The block parameters of the programs around that declare any. */
  @Nullable Names names() {
    return names;
  }

  private boolean hasContext() {
    return context == null ? frame.payload().isPresent() : context.isPresent();
  }

  /** What a helper that renders its block for the context it was called in passes on. */
  private Value self() {
    return hasContext() ? context() : NOTHING;
  }

  /** The scope of a program that is rendered for the context of this one. */
  Scope same(boolean declaresNames) {
    if (!declaresNames && hasContext()) {
      return this;
    }
    return enter(self(), frame, declaresNames, List.of());
  }

  /** The scope of a program that is rendered for some context. */
  @SuppressWarnings("ReferenceEquality") // there is one NOTHING
  Scope enter(Value next, Frame data, boolean declaresNames, List<Value> passed) {
    Value here = context();
    // Handlebars adds no level for a context that it takes for the same.
    boolean stays =
        Comparison.looselyEqual(next, here) || (next == NOTHING && here == NullValue.NULL);
    Names declared = declaresNames ? new Names(passed, names) : names;
    return new Scope(next, stays ? outer : this, data, declared);
  }

  /** Where {@code ../} leads, so many times; null if there are fewer levels. */
  @Nullable Scope up(int levels) {
    Scope scope = this;
    for (int i = 0; i < levels && scope != null; i++) {
      scope = scope.outer;
    }
    return scope;
  }
}
