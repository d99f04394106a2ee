package dev.sluice.nodes.script.plain;

/** Makes one operand of two. */
interface BinaryOperator {
  Object apply(Object left, Object right, Frame frame);
}
