package dev.quintet.conformance.python;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Methods of numbers and of bytes.
final class NumberMethods {

    private NumberMethods() {}

    static @Nullable Object of(Number number, String name) {
        return switch (name) {
            case "real", "numerator" -> number;
            case "is_integer" ->
                    (Function) _ -> number.doubleValue() == Math.rint(number.doubleValue());
            case "bit_length" -> (Function) _ -> (long) Numbers.whole(number).bitLength();
            default -> PythonObject.MISSING;
        };
    }

    static @Nullable Object of(BigDecimal number, String name) {
        return switch (name) {
            case "quantize" ->
                    (Function)
                            arguments ->
                                    number.setScale(
                                            ((BigDecimal)
                                                            java.util.Objects.requireNonNull(
                                                                    arguments.get(0)))
                                                    .scale(),
                                            RoundingMode.HALF_EVEN);
            case "normalize" -> (Function) _ -> number.stripTrailingZeros();
            case "to_integral_value" -> (Function) _ -> number.setScale(0, RoundingMode.HALF_EVEN);
            default -> of((Number) number, name);
        };
    }

    static @Nullable Object of(byte[] bytes, String name) {
        return switch (name) {
            case "hex" -> (Function) _ -> HexFormat.of().formatHex(bytes);
            case "decode" -> (Function) _ -> new String(bytes, StandardCharsets.UTF_8);
            case "tobytes" -> (Function) _ -> bytes;
            default -> PythonObject.MISSING;
        };
    }
}
