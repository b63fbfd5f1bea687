package dev.quintet.migrations.store;

import dev.quintet.orm.ValueType;
import dev.quintet.orm.state.SqlType;

/// A colour, as `#rrggbb`.
public record Colour(int rgb) {

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
            return "#%06x".formatted(colour.rgb());
        }

        @Override
        public Colour decode(Object stored) {
            return new Colour(Integer.parseInt(stored.toString().substring(1), 16));
        }
    }
}
