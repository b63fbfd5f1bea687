package dev.quintet.contenttypes;

import static dev.quintet.orm.Expressions.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.contenttypes.library.LibraryApp;
import dev.quintet.contenttypes.tags.Mark;
import dev.quintet.contenttypes.tags.Marks;
import dev.quintet.contenttypes.tags.People;
import dev.quintet.contenttypes.tags.Person;
import dev.quintet.contenttypes.tags.Place;
import dev.quintet.contenttypes.tags.Places;
import dev.quintet.contenttypes.tags.Plot;
import dev.quintet.contenttypes.tags.Plots;
import dev.quintet.contenttypes.tags.Tag;
import dev.quintet.contenttypes.tags.Tagged;
import dev.quintet.contenttypes.tags.Tags;
import dev.quintet.contenttypes.tags.TagsApp;
import dev.quintet.contenttypes.tags.Thing;
import dev.quintet.contenttypes.tags.Things;
import dev.quintet.migrations.Migrator;
import dev.quintet.orm.Entity;
import dev.quintet.orm.QueryException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GenericRelationsTest {

    private static TestLibrary tags(TestLibrary.Kind kind) {
        TestLibrary site =
                TestLibrary.on(kind, new ContentTypesApp(), new LibraryApp(), new TagsApp());
        site.run(() -> {
            Migrator.of(site.site()).migrate();
            ContentTypeRegistry.current()
                    .forModels(List.of(Person.class, Place.class, Plot.class, Thing.class));
        });
        return site;
    }

    private static Person person(String name) {
        var person = new Person();
        person.name = name;
        person.save();
        return person;
    }

    private static Place place(String name) {
        var place = new Place();
        place.name = name;
        place.save();
        return place;
    }

    private static Thing thing(String code) {
        var thing = new Thing();
        thing.code = code;
        thing.save();
        return thing;
    }

    private static Plot plot(String block, int number) {
        var plot = new Plot();
        plot.block = block;
        plot.number = number;
        plot.save();
        return plot;
    }

    private static Tag tag(String word, @Nullable Tagged on) {
        var tag = new Tag();
        tag.word = word;
        tag.contentObject.set(on);
        tag.save();
        return tag;
    }

    private static String told(@Nullable Tagged tagged) {
        return switch (tagged) {
            case Person person -> "person " + person.name;
            case Place place -> "place " + place.name;
            case Plot plot -> "plot " + plot.block + plot.number;
            case Thing thing -> "thing " + thing.code;
            case null -> "nothing";
        };
    }

    @ParameterizedTest
    @EnumSource
    void keepsNumbersUuidsAndTextsInOneTable(TestLibrary.Kind kind) {
        try (TestLibrary site = tags(kind)) {
            site.run(() -> {
                tag("clever", person("Emma"));
                tag("far", place("Oz"));
                tag("old", thing("lamp"));
                tag("free", null);

                assertThat(Tags.orderBy(Tags.id.asc()).list())
                        .extracting(tag -> told(tag.contentObject.get()))
                        .containsExactly("person Emma", "place Oz", "thing lamp", "nothing");
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void loadsAHundredTagsOverThreeModelsInFourStatements(TestLibrary.Kind kind) {
        try (TestLibrary site = tags(kind)) {
            site.run(() -> {
                var all = new ArrayList<Tagged>();
                for (int i = 0; i < 4; i++) {
                    all.add(person("p" + i));
                    all.add(place("q" + i));
                    all.add(thing("r" + i));
                }
                for (int i = 0; i < 100; i++) {
                    tag("t" + i, all.get(i % all.size()));
                }
            });

            assertThat(
                            site.statementsOf(() -> {
                                List<Tag> loaded =
                                        Tags.all()
                                                .prefetchRelated(Tags.contentObject.prefetch())
                                                .list();
                                loaded.forEach(one -> told(one.contentObject.get()));
                            }))
                    .hasSize(4);
            assertThat(
                            site.statementsOf(() -> {
                                for (Tag one : Tags.all()) {
                                    told(one.contentObject.get());
                                }
                            }))
                    .hasSize(4);
        }
    }

    @Test
    void prefetchesByQueriesOfTheModels() {
        try (TestLibrary site = tags(TestLibrary.Kind.SQLITE)) {
            site.run(() -> {
                tag("clever", person("Emma"));
                tag("dull", person("Ulla"));

                List<Tag> found =
                        Tags.orderBy(Tags.id.asc())
                                .prefetchRelated(
                                        Tags.contentObject.prefetch(
                                                People.filter(People.name.eq("Emma"))))
                                .list();

                assertThat(found)
                        .extracting(tag -> told(tag.contentObject.get()))
                        .containsExactly("person Emma", "nothing");
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void filtersByTheReverseAndCountsItInOneStatement(TestLibrary.Kind kind) {
        try (TestLibrary site = tags(kind)) {
            site.run(() -> {
                Person emma = person("Emma");
                Person ulla = person("Ulla");
                Place oz = place("Oz");
                tag("clever", emma);
                tag("red", emma);
                tag("red", oz);
                thing(String.valueOf(ulla.id));
                tag("red", Things.get(Things.code.eq(String.valueOf(ulla.id))));
            });
            assertThat(
                            site.statementsOf(() -> {
                                assertThat(
                                                People.annotate("words", count(People.tags))
                                                        .orderBy("name")
                                                        .list())
                                        .extracting(one -> one.annotation("words"))
                                        .containsExactly(2L, 0L);
                            }))
                    .hasSize(1);
            site.run(() -> {
                assertThat(People.filter(People.tags.word.eq("red")).list())
                        .extracting(one -> one.name)
                        .containsExactly("Emma");
                assertThat(People.exclude(People.tags.word.eq("red")).list())
                        .extracting(one -> one.name)
                        .containsExactly("Ulla");
                assertThat(Places.filter(Places.tags.word.eq("red")).list())
                        .extracting(one -> one.name)
                        .containsExactly("Oz");
                assertThat(Tags.all().filter("person__name", "Emma").count()).isEqualTo(2);
                assertThat(Tags.all().filter("place__name__startswith", "O").count()).isEqualTo(1);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void leadsToRowsWhoseKeyHasSeveralFields(TestLibrary.Kind kind) {
        try (TestLibrary site = tags(kind)) {
            site.run(() -> {
                Plot corner = plot("A~50%", 7);
                Plot edge = plot("A", 70);
                tag("red", corner);
                tag("wet", corner);
                tag("red", edge);
                tag("red", person("Emma"));

                assertThat(Tags.filter(Tags.word.eq("wet")).get().objectId)
                        .isEqualTo("A%7E50%25~7~" + corner.owner + "~1970-01-01");
                assertThat(Tags.orderBy(Tags.id.asc()).list())
                        .extracting(tag -> told(tag.contentObject.get()))
                        .containsExactly("plot A~50%7", "plot A~50%7", "plot A70", "person Emma");
                assertThat(Tags.filter(Tags.contentObject.eq(corner)).count()).isEqualTo(2);
                assertThat(Tags.filter(Tags.contentObject.in(List.of(corner, edge))).count())
                        .isEqualTo(3);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void leadsBackFromRowsWhoseKeyHasSeveralFields(TestLibrary.Kind kind) {
        try (TestLibrary site = tags(kind)) {
            site.run(() -> {
                Plot corner = plot("A~50%", 7);
                Plot edge = plot("A", 70);
                tag("red", corner);
                tag("wet", corner);
                tag("dry", edge);

                assertThat(Plots.filter(Plots.tags.word.eq("red")).list()).containsExactly(corner);
                assertThat(Plots.exclude(Plots.tags.word.eq("red")).list()).containsExactly(edge);
                assertThat(Plots.annotate("words", count(Plots.tags)).orderBy("number").list())
                        .extracting(one -> one.annotation("words"))
                        .containsExactly(2L, 1L);
                assertThat(Tags.all().filter("plot__block", "A").get().word).isEqualTo("dry");
                for (Plot plot : Plots.all().prefetchRelated(Plots.tags)) {
                    assertThat(plot.tags).hasSize(plot.number == 7 ? 2 : 1);
                }
                corner.tags.create(made -> made.word = "new");
                assertThat(corner.tags.count()).isEqualTo(3);

                assertThat(corner.delete().byModel()).containsEntry("tags.Tag", 3L);
                assertThat(Tags.all().list()).extracting(tag -> tag.word).containsExactly("dry");
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsTheTagsOfAnObjectAndLoadsThemForAllOfAResult(TestLibrary.Kind kind) {
        try (TestLibrary site = tags(kind)) {
            site.run(() -> {
                for (int i = 0; i < 5; i++) {
                    Place place = place("q" + i);
                    tag("a" + i, place);
                    tag("b" + i, place);
                }
            });

            assertThat(
                            site.statementsOf(() -> {
                                for (Place place : Places.all()) {
                                    assertThat(place.tags).hasSize(2);
                                    for (Tag tag : place.tags) {
                                        assertThat(tag.contentObject.get()).isSameAs(place);
                                    }
                                }
                            }))
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void deletesTagsWithWhatTheyLeadTo(TestLibrary.Kind kind) {
        try (TestLibrary site = tags(kind)) {
            site.run(() -> {
                Person emma = person("Emma");
                Place oz = place("Oz");
                tag("clever", emma);
                tag("red", emma);
                tag("far", oz);

                assertThat(emma.delete().byModel())
                        .containsEntry("tags.Person", 1L)
                        .containsEntry("tags.Tag", 2L);
                assertThat(Places.all().delete().byModel())
                        .containsEntry("tags.Place", 1L)
                        .containsEntry("tags.Tag", 1L);
                assertThat(Tags.all().exists()).isFalse();
            });
        }
    }

    @Test
    void addsMakesAndRemovesOverTheReverse() {
        try (TestLibrary site = tags(TestLibrary.Kind.SQLITE)) {
            site.run(() -> {
                Place oz = place("Oz");
                Tag far = oz.tags.create(tag -> tag.word = "far");
                Tag free = tag("free", null);
                oz.tags.add(free);

                assertThat(oz.tags.all().orderBy("word").list())
                        .extracting(tag -> tag.word)
                        .containsExactly("far", "free");
                oz.tags.remove(far);
                assertThat(oz.tags.count()).isEqualTo(1);
                oz.tags.clear();
                assertThat(Tags.all().exists()).isFalse();
            });
        }
    }

    @Test
    void takesTheKeyOfATargetThatIsSavedLater() {
        try (TestLibrary site = tags(TestLibrary.Kind.SQLITE)) {
            site.run(() -> {
                var emma = new Person();
                emma.name = "Emma";
                var tag = new Tag();
                tag.contentObject.set(emma);
                assertThatThrownBy(tag::save)
                        .isInstanceOf(QueryException.class)
                        .hasMessageContaining("orm.E052");

                emma.save();
                tag.save();

                assertThat(tag.objectId).isEqualTo(String.valueOf(emma.id));
                assertThat(Tags.filter(Tags.contentObject.eq(emma)).get()).isEqualTo(tag);
                assertThat(Tags.filter(Tags.contentObject.isA(Place.class)).exists()).isFalse();
                assertThat(Tags.filter(Tags.contentObject.isNull()).exists()).isFalse();
            });
        }
    }

    @Test
    void leadsByFieldsOfOtherNamesAndToAnyEntity() {
        try (TestLibrary site = tags(TestLibrary.Kind.SQLITE)) {
            site.run(() -> {
                Person emma = person("Emma");
                var mark = new Mark();
                mark.stars = 5;
                mark.on.set(emma);
                mark.save();

                Entity found = Marks.all().get().on.get();

                assertThat(found).isEqualTo(emma);
                assertThatThrownBy(() -> mark.on.set(plot("A", 1)))
                        .isInstanceOf(QueryException.class)
                        .hasMessageContaining("orm.E282");
                assertThatThrownBy(() -> mark.on.set(place("Oz")))
                        .isInstanceOf(QueryException.class)
                        .hasMessageContaining("orm.E282");
            });
        }
    }

    @Test
    void leadsNowhereWhenTheRowOrTheModelIsGone() {
        try (TestLibrary site = tags(TestLibrary.Kind.SQLITE)) {
            site.run(() -> {
                Tag orphan = tag("old", thing("lamp"));
                Things.all().delete();
                Tag read = Tags.get(Tags.id.eq(orphan.id));

                assertThat(told(read.contentObject.get())).isEqualTo("nothing");
                assertThat(read.objectId).isEqualTo("lamp");
            });
        }
    }
}
