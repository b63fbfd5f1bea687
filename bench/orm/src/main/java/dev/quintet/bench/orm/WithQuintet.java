package dev.quintet.bench.orm;

import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.orm.Models;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.DatabaseOpener;
import dev.quintet.orm.connection.Databases;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// Quintet, as a view would use it.
final class WithQuintet implements Contender {

    private final Database database = DatabaseOpener.open("default", OrmTables.url());
    private final Context site =
            Context.of(new Settings().freeze(), Apps.of(List.of()), Clock.systemUTC())
                    .with(Databases.KEY, Databases.of(List.of(database)))
                    .with(Models.KEY, Models.of(OrmTables.models()));

    Database database() {
        return database;
    }

    @Override
    public String name() {
        return "Quintet";
    }

    @Override
    public long oneRow(long key) {
        return site.<Long, RuntimeException>call(
                () -> (long) Products.get(Products.id.eq(key)).stock);
    }

    @Override
    public long thousandRows() {
        return site.<Long, RuntimeException>call(() -> {
            long sum = 0;
            for (Product product : Products.all().orderBy(Products.id.asc()).limit(1000)) {
                sum += product.stock + product.name.length();
            }
            return sum;
        });
    }

    @Override
    public long parentsWithChildren() {
        return site.<Long, RuntimeException>call(() -> {
            long sum = 0;
            for (Maker maker : Makers.all().prefetchRelated(Makers.products)) {
                for (Product product : maker.products) {
                    sum += product.stock + maker.name.length();
                }
            }
            return sum;
        });
    }

    @Override
    public long page(int number) {
        return site.<Long, RuntimeException>call(() -> {
            var page =
                    Reviews.filter(
                                    Reviews.product.maker().country().name.eq("Country 3"),
                                    Reviews.product.price.gt(BigDecimal.TEN),
                                    Reviews.score.gte(2))
                            .selectRelated(Reviews.product.maker().country(), Reviews.reader)
                            .orderBy(Reviews.id.desc())
                            .offset(number * 20L)
                            .limit(20);
            long sum = 0;
            for (Review review : page) {
                Product product = review.product.get();
                Maker maker = product.maker.get();
                sum +=
                        review.text.length()
                                + product.name.length()
                                + maker.name.length()
                                + maker.country.get().name.length()
                                + review.reader.get().name.length();
            }
            return sum;
        });
    }

    @Override
    public void insertThousand() {
        site.run(() -> {
            List<Product> made = new ArrayList<>();
            for (int i = 0; i < OrmTables.PRODUCTS; i++) {
                made.add(product(i));
            }
            Products.all().bulkCreate(made);
        });
    }

    private static Product product(int number) {
        var product = new Product();
        product.name = "Made " + number;
        product.maker.setKey(1L);
        product.price = BigDecimal.valueOf(number, 2);
        product.stock = OrmTables.INSERTED_FROM;
        product.rating = 1.5;
        product.active = true;
        product.notes = "A note";
        return product;
    }

    @Override
    public void updateThousand(int round) {
        site.run(() -> {
            List<Product> all = Products.all().orderBy(Products.id.asc()).limit(1000).list();
            for (Product product : all) {
                product.stock = (int) product.id + round;
                product.notes = "Round " + round + " of " + product.id;
            }
            Products.all().bulkUpdate(all, Products.stock, Products.notes);
        });
    }

    @Override
    public void close() {
        database.close();
    }
}
