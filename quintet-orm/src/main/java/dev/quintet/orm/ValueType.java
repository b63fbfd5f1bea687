package dev.quintet.orm;

import dev.quintet.kernel.validate.Validator;
import dev.quintet.orm.sql.Codec;
import dev.quintet.orm.state.SqlType;
import java.util.List;

/// How values of a type of your own are kept in a column: named by `@Field(type = ...)`. Has a
/// constructor without parameters. Django: a custom field.
///
/// Safe for many threads.
///
/// @param <V> type of the field
public interface ValueType<V> extends Codec<V> {

    /// {@return what migrations, forms and the admin know it by, such as `MoneyField`}
    String name();

    /// {@return the kind of column; {@link #encode} gives the Java type that it names}
    SqlType sqlType();

    /// {@return what a value must satisfy}
    default List<Validator<? super V>> validators() {
        return List.of();
    }

    /// Stands for no type of your own.
    final class None implements ValueType<Object> {

        private None() {}

        @Override
        public String name() {
            return "";
        }

        @Override
        public SqlType sqlType() {
            return new SqlType.Text();
        }

        @Override
        public Object encode(Object value) {
            return value;
        }

        @Override
        public Object decode(Object stored) {
            return stored;
        }
    }
}
