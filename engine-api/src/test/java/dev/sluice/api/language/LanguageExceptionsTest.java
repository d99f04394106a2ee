package dev.sluice.api.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LanguageExceptionsTest {
  @Test
  void aSyntaxErrorSaysWhereItIs() {
    SyntaxException thrown = new SyntaxException("No.", 7);
    assertEquals("No.", thrown.getMessage());
    assertEquals(7, thrown.offset());
  }

  @Test
  void aFailedEvaluationSaysWhatFailed() {
    EvaluationException thrown = new EvaluationException("No.");
    assertEquals("No.", thrown.getMessage());
    assertEquals(0, thrown.getStackTrace().length);
  }
}
