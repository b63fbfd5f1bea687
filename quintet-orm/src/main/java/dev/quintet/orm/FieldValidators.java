package dev.quintet.orm;

import dev.quintet.kernel.validate.DecimalValidator;
import dev.quintet.kernel.validate.EmailValidator;
import dev.quintet.kernel.validate.IpAddressValidator;
import dev.quintet.kernel.validate.MaxLengthValidator;
import dev.quintet.kernel.validate.MinValueValidator;
import dev.quintet.kernel.validate.SlugValidator;
import dev.quintet.kernel.validate.UrlValidator;
import dev.quintet.kernel.validate.Validator;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.SqlType;
import java.util.ArrayList;
import java.util.List;

/// What the type of a field asks of its values: the same for models, forms and serializers. They
/// take values as stored.
public final class FieldValidators {

    private FieldValidators() {}

    /// {@return the validators of a field}
    public static List<Validator<?>> of(FieldState field) {
        List<Validator<?>> all = new ArrayList<>();
        switch (field.type().name()) {
            case "EmailField" -> all.add(new EmailValidator());
            case "URLField" -> all.add(new UrlValidator());
            case "SlugField" -> all.add(new SlugValidator(field.type().unicode()));
            case "GenericIPAddressField" -> all.add(address(field.type().variety()));
            default -> {}
        }
        if (!field.choices().isEmpty()) {
            return all;
        }
        switch (field.type().sql()) {
            case SqlType.VarChar(int length) -> all.add(new MaxLengthValidator(length));
            case SqlType.Decimal(int digits, int decimals) ->
                    all.add(new DecimalValidator(digits, decimals));
            default -> {}
        }
        if (field.type().positive()) {
            boolean large = field.type().sql() instanceof SqlType.BigInt;
            all.add(large ? new MinValueValidator<>(0L) : new MinValueValidator<>(0));
        }
        return all;
    }

    private static IpAddressValidator address(String variety) {
        return new IpAddressValidator(
                switch (variety) {
                    case "ipv4" -> IpAddressValidator.Protocol.IPV4;
                    case "ipv6" -> IpAddressValidator.Protocol.IPV6;
                    default -> IpAddressValidator.Protocol.BOTH;
                });
    }
}
