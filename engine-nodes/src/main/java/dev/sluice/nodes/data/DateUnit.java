package dev.sluice.nodes.data;

/** A unit of time, or a part of a date. */
enum DateUnit {
  YEAR,
  QUARTER,
  MONTH,
  WEEK,
  DAY_OF_YEAR,
  DAY,
  DAY_OF_WEEK,
  HOUR,
  MINUTE,
  SECOND,
  MILLISECOND
}
