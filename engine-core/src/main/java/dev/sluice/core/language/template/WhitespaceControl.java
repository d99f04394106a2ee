package dev.sluice.core.language.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes white space out of the text around tags: all of it where a tilde asks for it, and the line
 * that a block tag or a comment stands on alone.
 *
 * <p>Source of the rules: Handlebars 4.7. Whether a tag stands alone is asked of the text as it was
 * written, so that one tag's stripping does not make its neighbour stand alone.
 */
final class WhitespaceControl {
  private WhitespaceControl() {}

  /** What a tag asks of the text around it. */
  private record Effect(
      boolean before,
      boolean after,
      boolean openMayStandAlone,
      boolean closeMayStandAlone,
      boolean inlineMayStandAlone) {}

  static void apply(Program template) {
    visit(template, true);
  }

  private static void visit(Program program, boolean root) {
    List<Node> nodes = program.nodes();
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      Effect effect = effect(node);
      if (effect == null) {
        continue;
      }
      boolean blankBefore = endsBlank(nodes, i, root);
      boolean blankAfter = startsBlank(nodes, i, root);
      if (effect.after) {
        stripStart(nodes, i + 1, true);
      }
      if (effect.before) {
        stripEnd(nodes, i - 1, true);
      }
      if (effect.inlineMayStandAlone && blankBefore && blankAfter) {
        stripStart(nodes, i + 1, false);
        stripEnd(nodes, i - 1, false);
      }
      if (!(node instanceof Node.Block block)) {
        continue;
      }
      if (effect.openMayStandAlone && blankBefore) {
        stripStart(block.first().nodes(), 0, false);
        stripEnd(nodes, i - 1, false);
      }
      if (effect.closeMayStandAlone && blankAfter) {
        stripStart(nodes, i + 1, false);
        List<Node> last = last(block);
        stripEnd(last, last.size() - 1, false);
      }
    }
  }

  private static List<Node> last(Node.Block block) {
    Program inverse = block.inverse();
    return inverse == null ? block.first().nodes() : inverse.nodes();
  }

  private static @Nullable Effect effect(Node node) {
    return switch (node) {
      case Node.Text text -> null;
      case Node.Comment comment ->
          new Effect(comment.strip().before(), comment.strip().after(), false, false, true);
      case Node.Mustache mustache ->
          new Effect(mustache.strip().before(), mustache.strip().after(), false, false, false);
      case Node.Block block -> visitBlock(block);
    };
  }

  private static Effect visitBlock(Node.Block block) {
    Program first = block.first();
    Program inverse = block.program() == null ? null : block.inverse();
    visit(first, false);
    if (inverse != null) {
      visit(inverse, false);
    }
    List<Node> firstNodes = first.nodes();
    Program firstInverse = inverse;
    Program lastInverse = inverse;
    if (inverse != null && inverse.chained()) {
      firstInverse = inverse.chainedBlock().first();
      while (lastInverse != null && lastInverse.chained()) {
        lastInverse = lastInverse.chainedBlock().first();
      }
    }
    List<Node> closing = firstInverse == null ? firstNodes : firstInverse.nodes();
    Effect effect =
        new Effect(
            block.openStrip().before(),
            block.closeStrip().after(),
            startsBlank(firstNodes, -1, false),
            endsBlank(closing, closing.size(), false),
            false);
    if (block.openStrip().after()) {
      stripStart(firstNodes, 0, true);
    }
    if (firstInverse != null && lastInverse != null) {
      List<Node> inverseNodes = firstInverse.nodes();
      if (block.inverseStrip().before()) {
        stripEnd(firstNodes, firstNodes.size() - 1, true);
      }
      if (block.inverseStrip().after()) {
        stripStart(inverseNodes, 0, true);
      }
      if (block.closeStrip().before()) {
        List<Node> lastNodes = lastInverse.nodes();
        stripEnd(lastNodes, lastNodes.size() - 1, true);
      }
      if (endsBlank(firstNodes, firstNodes.size(), false) && startsBlank(inverseNodes, -1, false)) {
        stripEnd(firstNodes, firstNodes.size() - 1, false);
        stripStart(inverseNodes, 0, false);
      }
    } else if (block.closeStrip().before()) {
      stripEnd(firstNodes, firstNodes.size() - 1, true);
    }
    return effect;
  }

  private static @Nullable Node at(List<Node> nodes, int index) {
    return index >= 0 && index < nodes.size() ? nodes.get(index) : null;
  }

  /** Whether only white space stands between a place and the start of its line. */
  private static boolean endsBlank(List<Node> nodes, int index, boolean root) {
    Node previous = at(nodes, index - 1);
    if (previous == null) {
      return root;
    }
    if (!(previous instanceof Node.Text text)) {
      return false;
    }
    String original = text.original;
    int start = Spaces.trailing(original);
    return original.indexOf('\n', start) >= 0
        || (start == 0 && root && at(nodes, index - 2) == null);
  }

  /** Whether only white space stands between a place and the end of its line. */
  private static boolean startsBlank(List<Node> nodes, int index, boolean root) {
    Node next = at(nodes, index + 1);
    if (next == null) {
      return root;
    }
    if (!(next instanceof Node.Text text)) {
      return false;
    }
    String original = text.original;
    int end = Spaces.skip(original, 0);
    int line = original.indexOf('\n');
    return (line >= 0 && line < end)
        || (end == original.length() && root && at(nodes, index + 2) == null);
  }

  private static void stripStart(List<Node> nodes, int index, boolean all) {
    if (!(at(nodes, index) instanceof Node.Text text) || (!all && text.startStripped)) {
      return;
    }
    String value = text.value;
    int start = 0;
    if (all) {
      start = Spaces.skip(value, 0);
    } else {
      while (start < value.length() && isBlank(value.charAt(start))) {
        start++;
      }
      if (value.startsWith("\r\n", start)) {
        start += 2;
      } else if (value.startsWith("\n", start) || value.startsWith("\r", start)) {
        start++;
      }
    }
    text.value = value.substring(start);
    text.startStripped = start > 0;
  }

  private static void stripEnd(List<Node> nodes, int index, boolean all) {
    if (!(at(nodes, index) instanceof Node.Text text) || (!all && text.endStripped)) {
      return;
    }
    String value = text.value;
    int end = value.length();
    if (all) {
      end = Spaces.trailing(value);
    } else {
      while (end > 0 && isBlank(value.charAt(end - 1))) {
        end--;
      }
    }
    text.endStripped = end < value.length();
    text.value = value.substring(0, end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
