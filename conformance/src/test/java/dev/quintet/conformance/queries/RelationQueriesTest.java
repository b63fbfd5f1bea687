package dev.quintet.conformance.queries;

import dev.quintet.auth.Users;
import dev.quintet.conformance.realdb.library.Authors;
import dev.quintet.conformance.realdb.library.Books;
import dev.quintet.conformance.realdb.library.Branches;
import dev.quintet.conformance.realdb.library.Categories;
import dev.quintet.conformance.realdb.library.Copies;
import dev.quintet.conformance.realdb.library.Loans;
import dev.quintet.conformance.realdb.library.Members;
import dev.quintet.conformance.realdb.library.Newspapers;
import dev.quintet.conformance.realdb.library.Publishers;
import dev.quintet.conformance.realdb.library.Role;
import dev.quintet.conformance.realdb.library.Status;
import org.junit.jupiter.api.Test;

/// Conditions on what relations lead to.
class RelationQueriesTest extends TypedQueries {

    @Test
    void followsTwoRelations() {
        same(
                "relation-002",
                () -> Books.filter(Books.publisher.country().name.eq("Deutschland")).count());
    }

    @Test
    void findsByRowsThatLeadHere() {
        same(
                "relation-009",
                () ->
                        Publishers.filter(Publishers.books.title.contains("River"))
                                .distinct()
                                .orderBy(Publishers.id.asc())
                                .select(Publishers.id));
    }

    @Test
    void followsManyToMany() {
        same(
                "relation-011",
                () ->
                        Publishers.filter(Publishers.books.authors().name.contains("Müller"))
                                .distinct()
                                .count());
    }

    @Test
    void followsARelationToItsOwnModel() {
        same(
                "relation-015",
                () -> Books.filter(Books.authors.mentor().name.startsWith("A")).distinct().count());
    }

    @Test
    void readsTheModelBetween() {
        same(
                "relation-016",
                () -> Books.filter(Books.authorships.role.eq(Role.TRANSLATOR)).distinct().count());
    }

    @Test
    void speaksOfOneRowBetween() {
        same(
                "relation-017",
                () ->
                        Books.filter(
                                        Books.authorships.role.eq(Role.TRANSLATOR),
                                        Books.authorships.author().isActive.eq(true))
                                .distinct()
                                .orderBy(Books.id.asc())
                                .limit(20)
                                .select(Books.id));
    }

    @Test
    void findsChildren() {
        same(
                "relation-021",
                () ->
                        Categories.filter(Categories.parent.slug.eq("travel"))
                                .orderBy(Categories.id.asc())
                                .select(Categories.slug));
    }

    @Test
    void followsChildrenToTheirBooks() {
        same(
                "relation-022",
                () ->
                        Categories.filter(Categories.children.books().price.gt(110))
                                .distinct()
                                .orderBy(Categories.id.asc())
                                .select(Categories.slug));
    }

    @Test
    void readsWhatAnExtendedModelHas() {
        same(
                "relation-036",
                () ->
                        Newspapers.filter(
                                        Newspapers.publisher.country().code.eq("DE"),
                                        Newspapers.circulation.gt(1000))
                                .orderBy(Newspapers.id.asc())
                                .select(
                                        Typed::row,
                                        Newspapers.id,
                                        Newspapers.name,
                                        Newspapers.circulation));
    }

    @Test
    void followsAKeyThatIsNoPrimaryKey() {
        same(
                "relation-041",
                () ->
                        Copies.filter(
                                        Copies.branch.code.eq("PRG-1"),
                                        Copies.branch.name.contains("Praha"))
                                .count());
    }

    @Test
    void findsThePrimaryKeyBehindAnotherKey() {
        same("relation-042", () -> Copies.filter(Copies.branch.id.eq(1)).count());
    }

    @Test
    void listsWhatLeadsHere() {
        same(
                "relation-044",
                () ->
                        Branches.get(Branches.code.eq("LYO"))
                                .copies
                                .all()
                                .orderBy(Copies.barcode.asc())
                                .limit(5)
                                .select(Copies.barcode));
    }

    @Test
    void followsFourRelations() {
        same(
                "relation-045",
                () ->
                        Loans.filter(
                                        Loans.copy.book().publisher().country().code.eq("FR"),
                                        Loans.member.name.startsWith("A"))
                                .orderBy(Loans.id.asc())
                                .limit(20)
                                .select(Loans.id));
    }

    @Test
    void findsOpenLoans() {
        same(
                "relation-046",
                () ->
                        Loans.filter(Loans.copy.branch().code.eq("REK"), Loans.returnedAt.isNull())
                                .orderBy(Loans.id.asc())
                                .select(Loans.id));
    }

    @Test
    void listsFriends() {
        same(
                "relation-049",
                () ->
                        Members.get(Members.id.eq(1))
                                .friends
                                .all()
                                .orderBy(Members.id.asc())
                                .select(Members.id));
    }

    @Test
    void followsAOneToOneKey() {
        same(
                "relation-050",
                () ->
                        Members.filter(Members.user.username.eq("alice"))
                                .select(Typed::row, Members.id, Members.user.username));
    }

    @Test
    void followsKeysToGroups() {
        same(
                "relation-051",
                () ->
                        Members.filter(Members.user.groups().name.eq("Editors"))
                                .orderBy(Members.id.asc())
                                .select(Members.id));
    }

    @Test
    void followsTwoTablesBetween() {
        same(
                "relation-052",
                () ->
                        Users.filter(Users.groups.permissions().codename.eq("view_book"))
                                .distinct()
                                .orderBy(Users.id.asc())
                                .select(Users.username));
    }

    @Test
    void findsAmongTheRowsOfAnotherQuery() {
        same(
                "relation-058",
                () ->
                        Books.filter(Books.editor.in(Authors.filter(Authors.country.code.eq("PL"))))
                                .count());
    }

    @Test
    void listsManyToMany() {
        same(
                "relation-060",
                () ->
                        Authors.get(Authors.id.eq(10))
                                .books
                                .all()
                                .orderBy(Books.id.asc())
                                .select(Books.id));
    }

    @Test
    void narrowsWhatLeadsHere() {
        same(
                "relation-061",
                () ->
                        Authors.get(Authors.id.eq(10))
                                .editedBooks
                                .all()
                                .filter(Books.status.eq(Status.PUBLISHED))
                                .orderBy(Books.id.asc())
                                .select(Books.id));
    }

    @Test
    void loadsWhatItTouches() {
        same("relation-062", () -> Books.get(Books.id.eq(1)).publisher.get().country.get().name);
    }

    @Test
    void loadsAOneToOneRow() {
        same("relation-063", () -> Books.get(Books.id.eq(60)).sequelOf.get().id);
    }

    @Test
    void leadsNowhere() {
        same("relation-064", () -> Books.get(Books.id.eq(47)).sequelOf.get());
    }
}
