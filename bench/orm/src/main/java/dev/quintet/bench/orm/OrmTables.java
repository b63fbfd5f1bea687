package dev.quintet.bench.orm;

import dev.quintet.kernel.settings.ServiceUrl;
import dev.quintet.orm.Mappings;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.schema.SchemaEditor;
import dev.quintet.orm.state.ModelState;
import java.util.List;

/// The tables that all contenders work on, in the tests' PostgreSQL.
final class OrmTables {

    static final int PRODUCTS = 1_000;
    static final int INSERTED_FROM = 1_000_000;

    private OrmTables() {}

    static ServiceUrl url() {
        String url = System.getenv("QUINTET_TEST_POSTGRESQL");
        return ServiceUrl.parse(
                url == null ? "postgresql://quintet:quintet@127.0.0.1/quintet" : url);
    }

    static String jdbcUrl() {
        ServiceUrl url = url();
        return "jdbc:postgresql://" + url.hosts().getFirst() + "/" + url.path();
    }

    static List<ModelMapping<?>> models() {
        return List.of(
                Mappings.of(Country.class),
                Mappings.of(Maker.class),
                Mappings.of(Product.class),
                Mappings.of(Reader.class),
                Mappings.of(Review.class));
    }

    /// Makes the tables and fills them, in place of older ones.
    static void make(Database database) {
        List<ModelState> states = models().stream().<ModelState>map(ModelMapping::state).toList();
        states.reversed()
                .forEach(model ->
                        database.execute(List.of("DROP TABLE IF EXISTS " + model.table())));
        var editor = new SchemaEditor(database.dialect(), states);
        states.forEach(model -> database.execute(editor.create(model)));
        database.execute(
                List.of(
                        "INSERT INTO bench_country (name) SELECT 'Country ' || n"
                                + " FROM generate_series(1, 10) n",
                        "INSERT INTO bench_maker (name, country_id) SELECT 'Maker ' || n,"
                                + " n % 10 + 1 FROM generate_series(1, 100) n",
                        "INSERT INTO bench_product (name, maker_id, price, stock, rating, active,"
                                + " released, created, notes) SELECT 'Product ' || n, n % 100 + 1,"
                                + " n * 1.25, n, n / 300.0, n % 2 = 0, date '2020-01-01' + n,"
                                + " timestamptz '2020-01-01 12:00+00' + n * interval '1 hour',"
                                + " 'Some words about product number ' || n"
                                + " FROM generate_series(1, "
                                + PRODUCTS
                                + ") n",
                        "INSERT INTO bench_reader (name) SELECT 'Reader ' || n"
                                + " FROM generate_series(1, 200) n",
                        "INSERT INTO bench_review (text, score, product_id, reader_id) SELECT"
                                + " 'A review, number ' || n, n % 7 % 5 + 1, n % 1000 + 1, n % 200 + 1"
                                + " FROM generate_series(1, 10000) n",
                        "ANALYZE bench_product, bench_review, bench_maker, bench_reader"));
    }
}
