package dev.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

/// Values that are unique for the day, the month or the year of another field.
@ParameterizedClass
@FieldSource("dev.quintet.orm.TestShop#KINDS")
class UniqueForDateTest {

    static class Story extends Model {

        @Field(maxLength = 50, uniqueForDate = "day")
        String headline;

        @Field(maxLength = 50, uniqueForMonth = "day", uniqueForYear = "printed")
        String slug;

        LocalDate day;

        @Field(blank = true)
        Instant printed;
    }

    @Parameter String kind;

    private TestShop paper;

    @BeforeEach
    void open() {
        paper = TestShop.open(kind, List.of(Story.class));
    }

    @AfterEach
    void close() {
        paper.close();
    }

    private static Story story(String headline, String slug, LocalDate day) {
        var story = new Story();
        story.headline = headline;
        story.slug = slug;
        story.day = day;
        story.printed = day.atStartOfDay(java.time.ZoneOffset.UTC).toInstant();
        return story;
    }

    @Test
    void refusesAValueTwiceOnADay() {
        paper.run(() -> {
            Story first = story("Snow", "a", LocalDate.of(2026, 1, 1));
            first.save();

            first.fullClean();
            story("Snow", "b", LocalDate.of(2025, 1, 1)).fullClean();
            assertThatThrownBy(() -> story("Snow", "b", LocalDate.of(2026, 1, 1)).fullClean())
                    .isInstanceOf(InvalidException.class)
                    .hasMessageContaining("Headline must be unique for Day date.");
        });
    }

    @Test
    void refusesAValueTwiceInAMonthWhateverTheYear() {
        paper.run(() -> {
            story("One", "snow", LocalDate.of(2026, 1, 1)).save();

            story("Two", "snow", LocalDate.of(2025, 2, 1)).fullClean();
            assertThatThrownBy(() -> story("Two", "snow", LocalDate.of(2025, 1, 9)).fullClean())
                    .hasMessageContaining("Slug must be unique for Day month.");
        });
    }

    @Test
    void refusesAValueTwiceInAYearOfAPointInTime() {
        paper.run(() -> {
            story("One", "snow", LocalDate.of(2026, 1, 1)).save();

            assertThatThrownBy(() -> story("Two", "snow", LocalDate.of(2026, 2, 1)).fullClean())
                    .hasMessageContaining("Slug must be unique for Printed year.");
            assertThat(Stories.all().count()).isEqualTo(1);
        });
    }
}
