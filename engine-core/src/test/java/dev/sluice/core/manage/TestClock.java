package dev.sluice.core.manage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes on when it is told to. */
final class TestClock implements InstantSource {
  static final Instant BEGIN = Instant.parse("2025-03-04T05:06:07.123456Z");

  private volatile Instant now = BEGIN;

  void advance(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
