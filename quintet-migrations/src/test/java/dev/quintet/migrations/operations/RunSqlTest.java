package dev.quintet.migrations.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.migrations.error.StateException;
import dev.quintet.orm.sql.Dialect;
import dev.quintet.orm.sql.MariadbDialect;
import dev.quintet.orm.sql.PostgresqlDialect;
import dev.quintet.orm.sql.SqliteDialect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunSqlTest {

    @Test
    void prefersWhatIsSaidForTheKindOfDatabase() {
        RunSql sql = RunSql.of("A").and("mariadb", "B").reverse("C").reverseOn("mariadb");

        assertThat(forwards(sql, new SqliteDialect())).containsExactly("A");
        assertThat(forwards(sql, new MariadbDialect())).containsExactly("B");
        assertThat(backwards(sql, new PostgresqlDialect())).containsExactly("C");
        assertThat(backwards(sql, new MariadbDialect())).isEmpty();
    }

    @Test
    void leavesOtherKindsAlone() {
        RunSql sql = RunSql.on("postgresql", "A");

        assertThat(forwards(sql, new SqliteDialect())).isEmpty();
        assertThat(forwards(sql, new PostgresqlDialect())).containsExactly("A");
    }

    @Test
    void isReversibleOnlyWithAWayBackWhereverItDoesSomething() {
        assertThat(RunSql.of("A").reversible()).isFalse();
        assertThat(RunSql.of("A").reverse().reversible()).isTrue();
        assertThat(RunSql.on("sqlite", "A").reverseOn("sqlite", "B").reversible()).isTrue();
        assertThat(RunSql.of("A").reverseOn("sqlite", "B").reversible()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1;",
                "SELECT 1; -- the end",
                "SELECT ';' ; /* ; */",
                "INSERT INTO t VALUES ('it''s; fine')",
                "DO $body$ BEGIN a; b; END $body$",
                "CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM b; DELETE FROM c; END",
                "CREATE OR REPLACE FUNCTION f() RETURNS int AS 'a; b' LANGUAGE sql; ",
                ""
            })
    void takesAStringThatHoldsOneStatement(String sql) {
        assertThatCode(() -> RunSql.of(sql)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM a; DELETE FROM b",
                "SELECT ';'; DELETE FROM b",
                "SELECT 1 -- ;\n; DELETE FROM b"
            })
    void refusesAStringThatHoldsSeveral(String sql) {
        assertThatThrownBy(() -> RunSql.of(sql))
                .isInstanceOf(StateException.class)
                .hasMessageContaining("The second begins with: DELETE FROM b");
    }

    private static List<String> forwards(RunSql sql, Dialect dialect) {
        var paper = DatabaseChange.onPaper(dialect);
        sql.forwards(paper, ProjectState.empty(), ProjectState.empty());
        return paper.statements();
    }

    private static List<String> backwards(RunSql sql, Dialect dialect) {
        var paper = DatabaseChange.onPaper(dialect);
        sql.backwards(paper, ProjectState.empty(), ProjectState.empty());
        return paper.statements();
    }
}
