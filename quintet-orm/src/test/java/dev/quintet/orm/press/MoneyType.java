package dev.quintet.orm.press;

import dev.quintet.kernel.validate.ValidationError;
import dev.quintet.kernel.validate.Validator;
import dev.quintet.orm.ValueType;
import dev.quintet.orm.state.SqlType;
import java.util.List;

/// Keeps money as text: `1250 EUR`.
public final class MoneyType implements ValueType<Money> {

    @Override
    public String name() {
        return "MoneyField";
    }

    @Override
    public SqlType sqlType() {
        return new SqlType.VarChar(30);
    }

    @Override
    public Object encode(Money money) {
        return money.cents() + " " + money.currency();
    }

    @Override
    public Money decode(Object stored) {
        String[] parts = ((String) stored).split(" ");
        return new Money(Long.parseLong(parts[0]), parts[1]);
    }

    @Override
    public List<Validator<? super Money>> validators() {
        return List.of(money ->
                money.cents() < 0
                        ? ValidationError.of("Nobody is paid to take it.", "negative")
                        : null);
    }
}
