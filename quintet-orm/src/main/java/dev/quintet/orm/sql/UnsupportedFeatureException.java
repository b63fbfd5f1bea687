package dev.quintet.orm.sql;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.OrmException;
import java.io.Serial;

/// A query asks for something that its database cannot do. Django: `NotSupportedError`.
public final class UnsupportedFeatureException extends OrmException {

    @Serial private static final long serialVersionUID = 1L;

    private final Feature feature;

    /// For a dialect that has not got `feature`.
    public UnsupportedFeatureException(Dialect dialect, Feature feature) {
        super(
                Problem.of("orm.E200", feature.words() + " is not known to " + dialect.name() + ".")
                        .because("It can do: " + dialect.features() + ".")
                        .fixedBy(feature.instead()));
        this.feature = feature;
    }

    /// {@return what is missing}
    public Feature feature() {
        return feature;
    }
}
