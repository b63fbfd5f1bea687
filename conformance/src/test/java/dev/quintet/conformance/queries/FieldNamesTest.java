package dev.quintet.conformance.queries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.conformance.realdb.library.Author;
import dev.quintet.conformance.realdb.library.Book;
import dev.quintet.conformance.realdb.library.Country;
import dev.quintet.conformance.realdb.library.TaggedItem;
import dev.quintet.conformance.realdb.polls.Question;
import dev.quintet.orm.Entity;
import dev.quintet.orm.Mappings;
import org.junit.jupiter.api.Test;

class FieldNamesTest {

    private final FieldNames names = new FieldNames(RealModels.models().list());

    @Test
    void writesFieldsInCamelCaseAndLeavesLookups() {
        assertThat(path(Author.class, "birth_date__year")).isEqualTo("birthDate__year");
        assertThat(path(Book.class, "authors__birth_date__iso_year"))
                .isEqualTo("authors__birthDate__iso_year");
    }

    @Test
    void keepsTheSignOfAnOrder() {
        assertThat(path(Author.class, "-birth_date")).isEqualTo("-birthDate");
    }

    @Test
    void namesTheKeyOfARelation() {
        assertThat(path(Book.class, "sequel_of_id")).isEqualTo("sequelOf_id");
        assertThat(path(Book.class, "publisher_id")).isEqualTo("publisher_id");
    }

    @Test
    void knowsWaysBackByTheOtherModelsName() {
        assertThat(path(Question.class, "choice__votes")).isEqualTo("choices__votes");
        assertThat(names.placed(Mappings.of(Question.class), "choice_set")).isEqualTo("choices");
        assertThat(path(Country.class, "author__name")).isEqualTo("author__name");
    }

    @Test
    void leavesWhatNoModelKnows() {
        assertThat(path(Book.class, "nope__name")).isEqualTo("nope__name");
    }

    @Test
    void leavesTheKeysOfDocumentsAsTheyAre() {
        assertThat(path(Book.class, "metadata__birth_date__x"))
                .isEqualTo("metadata__birth_date__x");
        assertThat(names.path(null, "metadata__birth_date")).isEqualTo("metadata__birth_date");
    }

    @Test
    void followsGenericRelations() {
        assertThat(path(Book.class, "tags__tag")).isEqualTo("tags__tag");
        assertThat(path(TaggedItem.class, "book__in_print")).isEqualTo("book__inPrint");
        assertThat(path(TaggedItem.class, "content_object")).isEqualTo("contentObject");
    }

    @Test
    void writesNamesOfAnnotationsTheSameEverywhere() {
        assertThat(names.annotation("edited_books")).isEqualTo(names.path(null, "edited_books"));
    }

    private <M extends Entity> String path(Class<M> model, String path) {
        return names.path(Mappings.of(model), path);
    }
}
