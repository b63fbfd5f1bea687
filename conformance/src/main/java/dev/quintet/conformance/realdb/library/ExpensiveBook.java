package dev.quintet.conformance.realdb.library;

import dev.quintet.orm.Meta;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.Scope;
import java.math.BigDecimal;

/// A book for 60 or more, the dearest first.
@Meta(
        proxy = true,
        ordering = {"-price", "id"},
        defaultManager = "expensive")
public class ExpensiveBook extends Book {

    private static final BigDecimal LEAST = BigDecimal.valueOf(60);

    /// {@return those for 60 or more}
    @Scope
    public static QuerySet<ExpensiveBook> expensive(QuerySet<ExpensiveBook> books) {
        return books.filter(ExpensiveBooks.price.gte(LEAST));
    }
}
