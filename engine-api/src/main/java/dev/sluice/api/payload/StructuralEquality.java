package dev.sluice.api.payload;

/** Deep equality of containers, within the limits of nesting and of values visited. */
final class StructuralEquality {
  private int compared;

  private StructuralEquality() {}

  static boolean test(ContainerValue left, ContainerValue right) {
    return new StructuralEquality().equal(left, right, 0);
  }

  @SuppressWarnings("ReferenceEquality") // only a short cut: what is shared is equal
  private boolean equal(Value left, Value right, int depth) {
    if (left == right) {
      return true;
    }
    if (depth > Json.MAX_DEPTH) {
      throw Json.tooDeep();
    }
    Json.checkCount(++compared);
    return switch (left) {
      case ObjectValue object ->
          right instanceof ObjectValue other && equalObjects(object, other, depth);
      case ArrayValue array ->
          right instanceof ArrayValue other && equalArrays(array, other, depth);
      default -> left.equals(right);
    };
  }

  private boolean equalObjects(ObjectValue left, ObjectValue right, int depth) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      String key = left.keyAt(i);
      if (!right.has(key) || !equal(left.peekAt(i), right.peek(key), depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean equalArrays(ArrayValue left, ArrayValue right, int depth) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!equal(left.peek(i), right.peek(i), depth + 1)) {
        return false;
      }
    }
    return true;
  }
}
