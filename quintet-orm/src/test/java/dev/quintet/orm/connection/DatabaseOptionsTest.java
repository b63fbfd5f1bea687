package dev.quintet.orm.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.settings.ServiceUrl;
import dev.quintet.orm.sql.Feature;
import dev.quintet.orm.sql.MariadbDialect;
import dev.quintet.orm.sql.PostgresqlDialect;
import dev.quintet.orm.sql.UnsupportedFeatureException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseOptionsTest {

    private static Database opened(String url) {
        return DatabaseOpener.open("default", ServiceUrl.parse(url));
    }

    @Test
    void readsTimesAsSecondsAndPartsOfOne() {
        DatabaseOptions options =
                opened(
                                "postgresql://h/d?pool_size=3&pool_timeout=0.25&statement_timeout=2"
                                        + "&slow_statement=0.5&max_age=60&jdbc.prepareThreshold=1")
                        .options();

        assertThat(options.pool().size()).isEqualTo(3);
        assertThat(options.pool().patience()).isEqualTo(Duration.ofMillis(250));
        assertThat(options.pool().maxAge()).isEqualTo(Duration.ofMinutes(1));
        assertThat(options.statementTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(options.slowStatement()).isEqualTo(Duration.ofMillis(500));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    postgresql://h/d?pool_sise=3 | orm.E219 | pool_size
                    sqlite:f.db?sslmode=require | orm.E219 | jdbc.sslmode
                    postgresql://h/d?pool_size=0 | orm.E038 | a whole number from 1 on
                    postgresql://h/d?pool_size=many | orm.E038 | a whole number from 1 on
                    postgresql://h/d?pool_timeout=-1 | orm.E038 | a number of seconds
                    mariadb://h/d?trace=perhaps | orm.E038 | true or false
                    oracle://h/d | orm.E037 | mariadb
                    """)
    void refusesWhatItCannotRead(String url, String code, String words) {
        assertThatThrownBy(() -> opened(url))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining(code)
                .hasMessageContaining(words);
    }

    @Test
    void comparesVersionsByNumber() {
        assertThat(VerifiedOpener.isOlder("9.6.24", "13")).isTrue();
        assertThat(VerifiedOpener.isOlder("13.1 (Debian)", "13")).isFalse();
        assertThat(VerifiedOpener.isOlder("10.11.19-MariaDB", "10.6")).isFalse();
        assertThat(VerifiedOpener.isOlder("10.5.9-MariaDB", "10.6")).isTrue();
        assertThat(VerifiedOpener.isOlder("8.0.36", "8.0")).isFalse();
    }

    @Test
    void refusesByNameWhatADatabaseCannotDo() {
        new PostgresqlDialect().require(Feature.DISTINCT_ON);

        assertThatThrownBy(() -> new MariadbDialect().require(Feature.DISTINCT_ON))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("orm.E200")
                .hasMessageContaining("DISTINCT ON is not known to mariadb");
    }

    @Test
    void endsNoCommentByAValue() {
        assertThat(SqlComment.behind("SELECT 1", Map.of("a*/", "b*/ ? 'c")))
                .isEqualTo("SELECT 1 /* a%2A%2F='b%2A%2F+%3F+%27c' */");
    }

    @Test
    void showsAtMostSoMuchOfAStatement() {
        var many = new FailedStatement("x".repeat(5_000), List.of("y".repeat(500)), List.of());

        assertThat(many.shown()).hasSizeLessThan(2_200).contains("...").contains("'yyy");
    }
}
