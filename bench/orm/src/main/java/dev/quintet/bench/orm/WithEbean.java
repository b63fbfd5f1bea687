package dev.quintet.bench.orm;

import dev.quintet.bench.orm.ebean.Country;
import dev.quintet.bench.orm.ebean.Maker;
import dev.quintet.bench.orm.ebean.Product;
import dev.quintet.bench.orm.ebean.Reader;
import dev.quintet.bench.orm.ebean.Review;
import io.ebean.Database;
import io.ebean.DatabaseFactory;
import io.ebean.Transaction;
import io.ebean.config.DatabaseConfig;
import io.ebean.datasource.DataSourceConfig;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Ebean with its agent, and its batches switched on.
final class WithEbean implements Contender {

    private final Database ebean;

    WithEbean() {
        var source = new DataSourceConfig();
        source.setUrl(OrmTables.jdbcUrl());
        source.setUsername("quintet");
        source.setPassword("quintet");
        var config = new DatabaseConfig();
        config.setName("bench");
        config.setDefaultServer(true);
        config.setDataSourceConfig(source);
        for (Class<?> type :
                List.of(Country.class, Maker.class, Product.class, Reader.class, Review.class)) {
            config.addClass(type);
        }
        ebean = DatabaseFactory.create(config);
    }

    @Override
    public String name() {
        return "Ebean";
    }

    @Override
    public long oneRow(long key) {
        Product found = ebean.find(Product.class, key);
        return found == null ? -1 : found.stock();
    }

    @Override
    public long thousandRows() {
        long sum = 0;
        for (Product product :
                ebean.find(Product.class).orderBy("id").setMaxRows(1000).findList()) {
            sum += product.stock() + product.name().length();
        }
        return sum;
    }

    @Override
    public long parentsWithChildren() {
        long sum = 0;
        for (Maker maker : ebean.find(Maker.class).fetchQuery("products").findList()) {
            for (Product product : maker.products()) {
                sum += product.stock() + maker.name().length();
            }
        }
        return sum;
    }

    @Override
    public long page(int number) {
        List<Review> page =
                ebean.find(Review.class)
                        .fetch("product")
                        .fetch("product.maker")
                        .fetch("product.maker.country")
                        .fetch("reader")
                        .where()
                        .eq("product.maker.country.name", "Country 3")
                        .gt("product.price", BigDecimal.TEN)
                        .ge("score", 2)
                        .orderBy("id desc")
                        .setFirstRow(number * 20)
                        .setMaxRows(20)
                        .findList();
        long sum = 0;
        for (Review review : page) {
            sum +=
                    review.text().length()
                            + review.product().name().length()
                            + review.product().maker().name().length()
                            + review.product().maker().country().name().length()
                            + review.reader().name().length();
        }
        return sum;
    }

    @Override
    public void insertThousand() {
        try (Transaction transaction = ebean.beginTransaction()) {
            transaction.setBatchMode(true);
            transaction.setBatchSize(1000);
            Maker maker = ebean.reference(Maker.class, 1L);
            List<Product> made = new ArrayList<>();
            for (int i = 0; i < OrmTables.PRODUCTS; i++) {
                var product = new Product();
                product.name("Made " + i);
                product.maker(maker);
                product.price(BigDecimal.valueOf(i, 2));
                product.stock(OrmTables.INSERTED_FROM);
                product.rating(1.5);
                product.active(true);
                product.released(LocalDate.EPOCH);
                product.created(Instant.EPOCH);
                product.notes("A note");
                made.add(product);
            }
            ebean.saveAll(made, transaction);
            transaction.commit();
        }
    }

    @Override
    public void updateThousand(int round) {
        try (Transaction transaction = ebean.beginTransaction()) {
            transaction.setBatchMode(true);
            transaction.setBatchSize(1000);
            List<Product> all = ebean.find(Product.class).orderBy("id").setMaxRows(1000).findList();
            for (Product product : all) {
                product.stock((int) product.id() + round);
                product.notes("Round " + round + " of " + product.id());
            }
            ebean.saveAll(all, transaction);
            transaction.commit();
        }
    }

    @Override
    public void close() {
        ebean.shutdown();
    }
}
