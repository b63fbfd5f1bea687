package dev.quintet.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NeedsTest {

    @Test
    void skipsWithTheReasonWhereAServiceIsMissing() {
        var result =
                NeedsCondition.missing(Service.REDIS, "Nothing answers at 127.0.0.1:1.", false);

        assertThat(result.isDisabled()).isTrue();
        assertThat(result.getReason()).contains("needs redis: Nothing answers at 127.0.0.1:1.");
    }

    @Test
    void failsInContinuousIntegration() {
        assertThatThrownBy(() -> NeedsCondition.missing(Service.REDIS, "Nothing answers.", true))
                .isInstanceOf(TestSetupException.class)
                .hasMessageContaining("QUINTET_TEST_REDIS");
    }

    @Test
    @NeedsPostgresql
    void runsWhereTheServiceIsThere() {
        assertThat(Service.POSTGRESQL.absence()).isNull();
        assertThat(Service.POSTGRESQL.url().scheme()).startsWith("postgres");
    }
}
