package dev.quintet.bench.micro;

import dev.quintet.bench.servers.Worlds;
import dev.quintet.orm.sql.Dialect;
import dev.quintet.orm.sql.Plans;
import dev.quintet.orm.sql.PostgresqlDialect;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// From typed expressions to SQL text and values, when the query's shape is known already.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class QueryShapeBench {

    private final Dialect dialect = new PostgresqlDialect();
    private long id;

    /// One condition on the key.
    @Benchmark
    public Object byKey() {
        var query = Worlds.filter(Worlds.id.eq(++id));
        return Plans.plan(dialect, Plans.Purpose.SELECT, query.tree(), value -> value);
    }

    /// Four conditions, an order and a slice.
    @Benchmark
    public Object fourConditions() {
        var query =
                Worlds.filter(
                                Worlds.id.gt(++id),
                                Worlds.randomNumber.lt(100),
                                Worlds.randomNumber.gt(5).or(Worlds.id.eq(7L)))
                        .orderBy(Worlds.randomNumber.desc(), Worlds.id.asc())
                        .limit(20);
        return Plans.plan(dialect, Plans.Purpose.SELECT, query.tree(), value -> value);
    }
}
