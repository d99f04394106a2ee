package dev.sluice.api.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables hold what Node.js 20 gives for {@code Number(text)} and {@code String(number)}. */
class NumbersTest {
  static Stream<Arguments> parsed() {
    return Stream.of(
        Arguments.of("", 0.0),
        Arguments.of("   ", 0.0),
        Arguments.of("0", 0.0),
        Arguments.of("-0", -0.0),
        Arguments.of("+0", 0.0),
        Arguments.of("12", 12.0),
        Arguments.of(" 12 ", 12.0),
        Arguments.of("\t\n\r12\u00a0\ufeff\u2003\u2029", 12.0),
        Arguments.of("\u008512", Double.NaN),
        Arguments.of("\u180e12", Double.NaN),
        Arguments.of("12 34", Double.NaN),
        Arguments.of("1_000", Double.NaN),
        Arguments.of("1,5", Double.NaN),
        Arguments.of("0x1F", 31.0),
        Arguments.of("0X1f", 31.0),
        Arguments.of("0x", Double.NaN),
        Arguments.of("0xg", Double.NaN),
        Arguments.of("-0x10", Double.NaN),
        Arguments.of("+0x10", Double.NaN),
        Arguments.of("0x1.8", Double.NaN),
        Arguments.of("0o17", 15.0),
        Arguments.of("0O17", 15.0),
        Arguments.of("0o8", Double.NaN),
        Arguments.of("0b101", 5.0),
        Arguments.of("0B102", Double.NaN),
        Arguments.of("017", 17.0),
        Arguments.of("08", 8.0),
        Arguments.of("1e3", 1000.0),
        Arguments.of("1E+3", 1000.0),
        Arguments.of("1e-3", 0.001),
        Arguments.of("1e", Double.NaN),
        Arguments.of("1e+", Double.NaN),
        Arguments.of("e5", Double.NaN),
        Arguments.of(".5", 0.5),
        Arguments.of("5.", 5.0),
        Arguments.of(".", Double.NaN),
        Arguments.of("-.5", -0.5),
        Arguments.of("+.5e1", 5.0),
        Arguments.of("-", Double.NaN),
        Arguments.of("+", Double.NaN),
        Arguments.of("--1", Double.NaN),
        Arguments.of("+-1", Double.NaN),
        Arguments.of("1e1000", Double.POSITIVE_INFINITY),
        Arguments.of("-1e1000", Double.NEGATIVE_INFINITY),
        Arguments.of("1e-1000", 0.0),
        Arguments.of("Infinity", Double.POSITIVE_INFINITY),
        Arguments.of("+Infinity", Double.POSITIVE_INFINITY),
        Arguments.of("-Infinity", Double.NEGATIVE_INFINITY),
        Arguments.of(" Infinity ", Double.POSITIVE_INFINITY),
        Arguments.of("infinity", Double.NaN),
        Arguments.of("Infinit", Double.NaN),
        Arguments.of("Infinityx", Double.NaN),
        Arguments.of("INFINITY", Double.NaN),
        Arguments.of("NaN", Double.NaN),
        Arguments.of("1f", Double.NaN),
        Arguments.of("1d", Double.NaN),
        Arguments.of("1.5F", Double.NaN),
        Arguments.of("0x1p3", Double.NaN),
        Arguments.of("1L", Double.NaN),
        Arguments.of("null", Double.NaN),
        Arguments.of("true", Double.NaN),
        Arguments.of("9007199254740993", 9007199254740992.0),
        Arguments.of("0x20000000000001", 9007199254740992.0),
        Arguments.of("0x20000000000003", 9007199254740996.0),
        Arguments.of("123456789012345680000", 123456789012345680000.0),
        Arguments.of("5e-324", 5e-324),
        Arguments.of("2e-324", 0.0),
        Arguments.of("2.4703282292062328e-324", 5e-324),
        Arguments.of("1.7976931348623157e308", 1.7976931348623157e+308),
        Arguments.of("1.7976931348623159e308", Double.POSITIVE_INFINITY),
        Arguments.of("0.1", 0.1),
        Arguments.of("00012", 12.0),
        Arguments.of("\u0661", Double.NaN),
        Arguments.of("\uff11", Double.NaN),
        Arguments.of("1\u0000", Double.NaN),
        Arguments.of("4.35", 4.35),
        Arguments.of("179769313486231580793728971405301e276", 1.7976931348623157e+308));
  }

  @ParameterizedTest
  @MethodSource("parsed")
  void readsTextAsJavaScriptDoes(String text, double number) {
    assertEquals(number, Numbers.parse(text));
    assertEquals(number, Value.of(text).toNumber());
  }

  static Stream<Arguments> printed() {
    return Stream.of(
        Arguments.of(0.0, "0"),
        Arguments.of(-0.0, "0"),
        Arguments.of(1.0, "1"),
        Arguments.of(-1.0, "-1"),
        Arguments.of(1023.0, "1023"),
        Arguments.of(1024.0, "1024"),
        Arguments.of(-128.0, "-128"),
        Arguments.of(-129.0, "-129"),
        Arguments.of(0.1, "0.1"),
        Arguments.of(0.30000000000000004, "0.30000000000000004"),
        Arguments.of(0.3333333333333333, "0.3333333333333333"),
        Arguments.of(-1.5, "-1.5"),
        Arguments.of(100.0, "100"),
        Arguments.of(100000.0, "100000"),
        Arguments.of(123456.789, "123456.789"),
        Arguments.of(100000000000000000000.0, "100000000000000000000"),
        Arguments.of(123456789012345680000.0, "123456789012345680000"),
        Arguments.of(1e+21, "1e+21"),
        Arguments.of(-1e+21, "-1e+21"),
        Arguments.of(1.5e+21, "1.5e+21"),
        Arguments.of(1.23e-18, "1.23e-18"),
        Arguments.of(0.000001, "0.000001"),
        Arguments.of(0.0000015, "0.0000015"),
        Arguments.of(1e-7, "1e-7"),
        Arguments.of(-1.5e-7, "-1.5e-7"),
        Arguments.of(5e-324, "5e-324"),
        Arguments.of(2 * 5e-324, "1e-323"),
        Arguments.of(3 * 5e-324, "1.5e-323"),
        Arguments.of(4 * 5e-324, "2e-323"),
        Arguments.of(18 * 5e-324, "9e-323"),
        Arguments.of(19 * 5e-324, "9.4e-323"),
        Arguments.of(20 * 5e-324, "1e-322"),
        Arguments.of(21 * 5e-324, "1.04e-322"),
        Arguments.of(58 * 5e-324, "2.87e-322"),
        Arguments.of(182 * 5e-324, "9e-322"),
        Arguments.of(-5e-324, "-5e-324"),
        Arguments.of(1.7976931348623157e+308, "1.7976931348623157e+308"),
        Arguments.of(2.2250738585072014e-308, "2.2250738585072014e-308"),
        Arguments.of(9007199254740991.0, "9007199254740991"),
        Arguments.of(9007199254740992.0, "9007199254740992"),
        Arguments.of(9007199254740992.0, "9007199254740992"),
        Arguments.of(9007199254740994.0, "9007199254740994"),
        Arguments.of(9223372036854776000.0, "9223372036854776000"),
        Arguments.of(-9223372036854776000.0, "-9223372036854776000"),
        Arguments.of(2147483648.0, "2147483648"),
        Arguments.of(-2147483648.0, "-2147483648"),
        Arguments.of(2147483647.0, "2147483647"),
        Arguments.of(4294967296.0, "4294967296"),
        Arguments.of(1000000000000000.0, "1000000000000000"),
        Arguments.of(10000000000000000.0, "10000000000000000"),
        Arguments.of(999999999999999900000.0, "999999999999999900000"),
        Arguments.of(1e+300, "1e+300"),
        Arguments.of(0.002, "0.002"),
        Arguments.of(4.35, "4.35"),
        Arguments.of(0.000001234, "0.000001234"),
        Arguments.of(1.234e-9, "1.234e-9"),
        Arguments.of(1.5e-323, "1.5e-323"),
        Arguments.of(1.0000000000000002, "1.0000000000000002"),
        Arguments.of(2e+23, "2e+23"),
        Arguments.of(9.5367431640625e-7, "9.5367431640625e-7"),
        Arguments.of(8.41e+21, "8.41e+21"),
        Arguments.of(Double.NaN, "NaN"),
        Arguments.of(Double.POSITIVE_INFINITY, "Infinity"),
        Arguments.of(Double.NEGATIVE_INFINITY, "-Infinity"));
  }

  @ParameterizedTest
  @MethodSource("printed")
  void writesNumbersAsJavaScriptDoes(double number, String text) {
    assertEquals(text, Numbers.print(number));
    assertEquals(text, Value.of(number).toText());
  }

  @Test
  void whatIsWrittenReadsBackAsTheSameNumber() {
    Random random = new Random(42);
    for (int i = 0; i < 100_000; i++) {
      double number = Double.longBitsToDouble(random.nextLong());
      assertEquals(number, Numbers.parse(Numbers.print(number)));
      double ordinary = random.nextInt(2_000_000) / 1000.0;
      assertEquals(ordinary, Numbers.parse(Numbers.print(ordinary)));
    }
  }

  @Test
  void integersAreWrittenWithoutAPoint() {
    Random random = new Random(43);
    for (int i = 0; i < 100_000; i++) {
      long integer = random.nextLong() >> (11 + random.nextInt(50));
      assertEquals(Long.toString(integer), Numbers.print(integer));
    }
  }

  @Test
  void longTextIsReadWithoutTrouble() {
    assertEquals(Double.POSITIVE_INFINITY, Numbers.parse("0x" + "f".repeat(1_000_000)));
    assertEquals(Double.POSITIVE_INFINITY, Numbers.parse("0b" + "1".repeat(2_000)));
    assertEquals(Double.POSITIVE_INFINITY, Numbers.parse("9".repeat(1_000_000)));
    assertEquals(Double.POSITIVE_INFINITY, Numbers.parse("1e" + "9".repeat(1_000_000)));
    assertEquals(0.0, Numbers.parse("1e-" + "9".repeat(1_000_000)));
    assertEquals(0.0, Numbers.parse(" ".repeat(1_000_000)));
  }

  /** Leading zeros are no reason to be infinite. */
  @Test
  void leadingZerosOfOtherRadixesCountForNothing() {
    assertEquals(31.0, Numbers.parse("0x" + "0".repeat(5_000) + "1f"));
    assertEquals(5.0, Numbers.parse("0b" + "0".repeat(5_000) + "101"));
    assertEquals(0.0, Numbers.parse("0o" + "0".repeat(5_000)));
  }

  @Test
  void theSpacesAreThoseOfJavaScript() {
    StringBuilder spaces = new StringBuilder();
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      if (Numbers.isSpace((char) c)) {
        spaces.append(Integer.toHexString(c)).append(' ');
      }
    }
    assertEquals(
        "9 a b c d 20 a0 1680 2000 2001 2002 2003 2004 2005 2006 2007 2008 2009 200a"
            + " 2028 2029 202f 205f 3000 feff ",
        spaces.toString());
  }
}
