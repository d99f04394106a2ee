package dev.sluice.core.language.template;

import dev.sluice.api.payload.NullValue;
import dev.sluice.api.payload.ObjectValue;
import dev.sluice.api.payload.Value;
import dev.sluice.core.language.template.helper.Comparison;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the paths of a program start.
 *
 * @param context what plain paths start from
 * @param outer where {@code ../} leads
 * @param frame the data variables
 * @param names the block parameters of the programs around that declare any
 */
record Scope(Value context, @Nullable Scope outer, Frame frame, @Nullable Names names) {
  /** What a block helper sees in the place of a context that is not there. */
  private static final ObjectValue NOTHING = ObjectValue.builder().build();

  /**
   * The block parameters of one program.
   *
   * @param values what was passed for them, maybe less than was declared
   */
  record Names(List<Value> values, @Nullable Names outer) {}

  static Scope of(Value root) {
    return new Scope(root, null, new Frame(root), null);
  }

  /** What a helper that renders its block for the context it was called in passes on. */
  Value self() {
    return context.isPresent() ? context : NOTHING;
  }

  /** The scope of a program that is rendered for the context of this one. */
  Scope same(boolean declaresNames) {
    if (context.isPresent() && !declaresNames) {
      return this;
    }
    return enter(self(), frame, declaresNames, List.of());
  }

  /** The scope of a program that is rendered for some context. */
  @SuppressWarnings("ReferenceEquality") // there is one NOTHING
  Scope enter(Value next, Frame data, boolean declaresNames, List<Value> passed) {
    // Handlebars adds no level for a context that it takes for the same.
    boolean stays =
        Comparison.looselyEqual(next, context) || (next == NOTHING && context == NullValue.NULL);
    Names declared = declaresNames ? new Names(passed, names) : names;
    return new Scope(next, stays ? outer : this, data, declared);
  }

  @Nullable Scope up(int levels) {
    Scope scope = this;
    for (int i = 0; i < levels && scope != null; i++) {
      scope = scope.outer;
    }
    return scope;
  }
}
