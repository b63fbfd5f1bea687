package dev.quintet.conformance.queries;

import dev.quintet.conformance.UncoveredException;
import dev.quintet.conformance.realdb.library.Author;
import dev.quintet.conformance.realdb.library.Book;
import dev.quintet.conformance.realdb.library.ExpensiveBook;
import dev.quintet.conformance.realdb.library.TaggedItem;
import dev.quintet.orm.ModelMapping;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Relations to objects of any model, which `quintet-contenttypes` brings: what asks for them is
/// not compared yet.
final class GenericRelations {

    private static final Set<Class<?>> TAGGED =
            Set.of(Author.class, Book.class, ExpensiveBook.class);

    private GenericRelations() {}

    /// Refuses the names of generic relations.
    ///
    /// @param model where the name stands, or `null` where that is not known
    static void refuse(@Nullable ModelMapping<?> model, String name) {
        boolean tags = name.equals("tags") && (model == null || TAGGED.contains(model.type()));
        boolean back =
                model != null
                        && model.type() == TaggedItem.class
                        && Set.of("book", "author", "content_object").contains(name);
        if (tags || back) {
            throw new UncoveredException("generic relations");
        }
    }

    /// Refuses to delete what has generic relations, whose rows would go as well.
    static void refuseDeleting(ModelMapping<?> model) {
        if (TAGGED.contains(model.type())) {
            throw new UncoveredException("generic relations");
        }
    }
}
