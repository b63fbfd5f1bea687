package dev.quintet.conformance.queries;

import dev.quintet.conformance.realdb.library.Books;
import dev.quintet.conformance.realdb.library.InvoiceLines;
import dev.quintet.conformance.realdb.library.Members;
import dev.quintet.conformance.realdb.library.Publishers;
import dev.quintet.conformance.realdb.library.Reviews;
import dev.quintet.conformance.realdb.library.Status;
import org.junit.jupiter.api.Test;

/// Changes; each is taken back.
class WriteQueriesTest extends TypedQueries {

    @Test
    void addsInTheDatabase() {
        same(
                "write-001",
                () ->
                        Typed.row(
                                Books.filter(Books.id.in(1, 2))
                                        .update(Books.pages.set(Books.pages.plus(10))),
                                Books.filter(Books.id.in(1, 2))
                                        .orderBy(Books.id.asc())
                                        .select(Typed::row, Books.id, Books.pages)));
    }

    @Test
    void updatesByManyToMany() {
        same(
                "write-004",
                () ->
                        Typed.row(
                                Books.filter(Books.authors.name.startsWith("A"))
                                        .update(Books.edition.set((short) 9)),
                                Books.filter(Books.edition.eq((short) 9)).count()));
    }

    @Test
    void updatesARelation() {
        same(
                "write-006",
                () ->
                        Typed.row(
                                Books.filter(Books.id.eq(1))
                                        .update(
                                                Books.publisher.set(
                                                        Publishers.get(Publishers.id.eq(2)))),
                                Books.get(Books.id.eq(1)).publisher.id()));
    }

    @Test
    void worksOutAColumn() {
        same(
                "write-051",
                () ->
                        Typed.row(
                                InvoiceLines.filter(InvoiceLines.id.eq(1))
                                        .update(
                                                InvoiceLines.qty.set(2),
                                                InvoiceLines.unitPrice.set(100)),
                                InvoiceLines.get(InvoiceLines.id.eq(1)).total));
    }

    @Test
    void protectsWhatOthersLeadTo() {
        same("write-033", () -> Publishers.filter(Publishers.id.eq(1)).delete());
    }

    @Test
    void updatesByARelation() {
        same(
                "write-003",
                () ->
                        Typed.row(
                                Books.filter(Books.publisher.country().code.eq("DE"))
                                        .update(Books.status.set(Status.WITHDRAWN)),
                                Books.filter(Books.status.eq(Status.WITHDRAWN)).count()));
    }

    @Test
    void deletesWithWhatLeadsHere() {
        same(
                "write-036",
                () ->
                        Typed.row(
                                Members.filter(Members.id.eq(1)).delete(),
                                Reviews.filter(Reviews.member.id.eq(1)).count()));
    }
}
