package dev.quintet.test.stages;

import dev.quintet.orm.ValueType;
import dev.quintet.orm.state.SqlType;
import java.util.Locale;

/// A colour, as `#rrggbb`.
public record Colour(int rgb) {

    @Override
    public String toString() {
        return "#%06x".formatted(rgb);
    }

    /// Keeps a colour as text.
    public static final class Type implements ValueType<Colour> {

        @Override
        public String name() {
            return "ColourField";
        }

        @Override
        public SqlType sqlType() {
            return new SqlType.VarChar(7);
        }

        @Override
        public Object encode(Colour colour) {
            return colour.toString();
        }

        @Override
        public Colour decode(Object stored) {
            String text = stored.toString().toLowerCase(Locale.ROOT);
            if (!text.matches("#[0-9a-f]{6}")) {
                throw new IllegalArgumentException(text);
            }
            return new Colour(Integer.parseInt(text.substring(1), 16));
        }
    }
}
