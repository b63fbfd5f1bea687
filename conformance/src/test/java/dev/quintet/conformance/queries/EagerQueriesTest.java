package dev.quintet.conformance.queries;

import dev.quintet.conformance.realdb.library.Authors;
import dev.quintet.conformance.realdb.library.Books;
import dev.quintet.conformance.realdb.library.Branches;
import dev.quintet.conformance.realdb.library.Copies;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Rows loaded along.
class EagerQueriesTest extends TypedQueries {

    @Test
    void joinsTwoRelations() {
        same(
                "eager-001",
                () ->
                        Books.selectRelated(Books.publisher.country())
                                .orderBy(Books.id.asc())
                                .limit(3)
                                .list()
                                .stream()
                                .map(book ->
                                        Typed.row(
                                                book.title,
                                                book.publisher.get().name,
                                                book.publisher.get().country.get().name))
                                .toList());
    }

    @Test
    void loadsForAllPeers() {
        same(
                "eager-002",
                () ->
                        Books.orderBy(Books.id.asc()).limit(3).list().stream()
                                .map(book -> Typed.row(book.title, book.publisher.get().name))
                                .toList());
    }

    @Test
    void joinsAWayBack() {
        same(
                "eager-005",
                () ->
                        Authors.selectRelated(Authors.profile)
                                .filter(Authors.profile.isNotNull())
                                .orderBy(Authors.id.asc())
                                .limit(3)
                                .list()
                                .stream()
                                .map(author ->
                                        Typed.row(author.id, author.profile.get().author.id()))
                                .toList());
    }

    @Test
    void loadsManyToManyAlong() {
        same(
                "eager-006",
                () ->
                        Books.prefetchRelated(Books.authors)
                                .orderBy(Books.id.asc())
                                .limit(4)
                                .list()
                                .stream()
                                .map(book ->
                                        Typed.row(
                                                book.id,
                                                book.authors.list().stream()
                                                        .map(author -> author.name)
                                                        .toList()))
                                .toList());
    }

    @Test
    void joinsByAnotherKey() {
        same(
                "eager-020",
                () ->
                        Copies.selectRelated(Copies.branch)
                                .orderBy(Copies.barcode.asc())
                                .limit(3)
                                .list()
                                .stream()
                                .map(copy -> Typed.row(copy.barcode, copy.branch.get().name))
                                .toList());
    }

    @Test
    void loadsWhatLeadsHereByAnotherKey() {
        same(
                "eager-022",
                () ->
                        Branches.prefetchRelated(Branches.copies).list().stream()
                                .map(branch ->
                                        Typed.row(branch.code, (long) branch.copies.list().size()))
                                .toList());
    }

    @Test
    void findsByKeys() {
        same("eager-029", () -> Books.all().inBulk(List.of(1L, 3L, 99999L)));
    }
}
