package dev.sluice.core.language.template;

import dev.sluice.api.payload.Payload;
import dev.sluice.api.payload.Value;
import org.jspecify.annotations.Nullable;

/** One evaluation of a JSON template that is going on: what fills its places. */
final class Filling {
  private final StringBuilder output = new StringBuilder();
  private final Rendering rendering;
  private final Scope scope;
  private final int maxLength;
  private long length;

  /**
   * A filling.
   *
   * @param length how much text stands around the places
   */
  Filling(TemplateCompiler compiler, Payload payload, int length) {
    this.rendering = new Rendering(compiler, output);
    this.scope = Scope.of(payload);
    this.maxLength = compiler.limits().maxOutput();
    this.length = length;
  }

  /** The text that fills a place, null if the whole would be too long. */
  @Nullable String text(Part place) {
    output.setLength(0);
    place.render(rendering, scope);
    length += output.length();
    return length > maxLength ? null : output.toString();
  }

  /** The value that a place refers to, null if it does more than to refer to one. */
  @Nullable Value reference(Part place) {
    return switch (place) {
      case Blocks.OfEscapedTerm(Paths.OfKeys keys) -> keys.evaluate(rendering, scope);
      case Blocks.OfTerm(Paths.OfKeys keys) -> keys.evaluate(rendering, scope);
      default -> null;
    };
  }
}
