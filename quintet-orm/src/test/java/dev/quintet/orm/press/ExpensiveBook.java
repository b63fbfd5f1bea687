package dev.quintet.orm.press;

import dev.quintet.orm.Meta;
import dev.quintet.orm.QuerySet;
import dev.quintet.orm.Scope;
import java.math.BigDecimal;

/// Books that cost 60 and more, the dearest first.
@Meta(
        proxy = true,
        ordering = {"-price", "id"},
        defaultManager = "dear")
public class ExpensiveBook extends Book {

    @Scope
    static QuerySet<ExpensiveBook> dear(QuerySet<ExpensiveBook> books) {
        return books.filter(ExpensiveBooks.price.gte(new BigDecimal("60")));
    }

    /// Its price in words.
    public String boast() {
        return title + " costs " + price.toPlainString();
    }
}
