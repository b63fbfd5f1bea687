package dev.quintet.forms;

import dev.quintet.kernel.validate.IpAddressValidator;
import dev.quintet.kernel.validate.IpAddresses;
import dev.quintet.kernel.validate.ValidationError;
import org.jspecify.annotations.Nullable;

/// An IP address, those of IPv6 in their shortest spelling. Django: `GenericIPAddressField`.
public final class IpAddressField extends TextualField<IpAddressField> {

    private IpAddressValidator kind = new IpAddressValidator(IpAddressValidator.Protocol.BOTH);
    private boolean unpack;

    /// Makes a field for addresses of both kinds.
    public IpAddressField() {}

    /// Sets which kinds of addresses there may be.
    public IpAddressField protocol(IpAddressValidator.Protocol protocol) {
        this.kind = new IpAddressValidator(protocol);
        return this;
    }

    /// Makes `10.0.0.1` of `::ffff:10.0.0.1`.
    public IpAddressField unpackIpv4() {
        this.unpack = true;
        return this;
    }

    @Override
    protected @Nullable String parse(@Nullable Object raw, Refusals refused) {
        if (raw != null && !(raw instanceof CharSequence) && !empty(raw)) {
            refuse(refused, kind.validate(""));
            return null;
        }
        return super.parse(raw, refused);
    }

    @Override
    protected @Nullable String read(String text, Refusals refused) {
        if (text.indexOf(':') < 0) {
            return text;
        }
        String clean = IpAddresses.cleanV6(text, unpack);
        if (clean == null) {
            refuse(refused, ValidationError.of("This is not a valid IPv6 address.", INVALID));
        }
        return clean;
    }

    @Override
    protected void rules(String value, Refusals refused) {
        refuse(refused, kind.validate(value));
    }
}
