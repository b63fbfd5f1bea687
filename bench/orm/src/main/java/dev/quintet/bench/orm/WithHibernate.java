package dev.quintet.bench.orm;

import dev.quintet.bench.orm.hibernate.Country;
import dev.quintet.bench.orm.hibernate.Maker;
import dev.quintet.bench.orm.hibernate.Product;
import dev.quintet.bench.orm.hibernate.Reader;
import dev.quintet.bench.orm.hibernate.Review;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

/// Hibernate with a session a piece of work, JPQL, and its batches switched on.
final class WithHibernate implements Contender {

    private final SessionFactory factory =
            new Configuration()
                    .addAnnotatedClass(Country.class)
                    .addAnnotatedClass(Maker.class)
                    .addAnnotatedClass(Product.class)
                    .addAnnotatedClass(Reader.class)
                    .addAnnotatedClass(Review.class)
                    .setProperty("hibernate.connection.url", OrmTables.jdbcUrl())
                    .setProperty("hibernate.connection.username", "quintet")
                    .setProperty("hibernate.connection.password", "quintet")
                    .setProperty("hibernate.connection.pool_size", "1")
                    .setProperty("hibernate.connection.autocommit", "true")
                    .setProperty("hibernate.jdbc.batch_size", "1000")
                    .setProperty("hibernate.order_inserts", "true")
                    .setProperty("hibernate.order_updates", "true")
                    .setProperty("hibernate.show_sql", "false")
                    .buildSessionFactory();

    @Override
    public String name() {
        return "Hibernate";
    }

    private <T> T in(Function<Session, T> work) {
        try (Session session = factory.openSession()) {
            return work.apply(session);
        }
    }

    private void inTransaction(java.util.function.Consumer<Session> work) {
        try (Session session = factory.openSession()) {
            var transaction = session.beginTransaction();
            work.accept(session);
            transaction.commit();
        }
    }

    @Override
    public long oneRow(long key) {
        return in(session -> (long) session.find(Product.class, key).stock());
    }

    @Override
    public long thousandRows() {
        return in(session -> {
            long sum = 0;
            for (Product product :
                    session.createQuery("from Product p order by p.id", Product.class)
                            .setMaxResults(1000)
                            .getResultList()) {
                sum += product.stock() + product.name().length();
            }
            return sum;
        });
    }

    @Override
    public long parentsWithChildren() {
        return in(session -> {
            long sum = 0;
            for (Maker maker :
                    session.createQuery(
                                    "select m from Maker m left join fetch m.products", Maker.class)
                            .getResultList()) {
                for (Product product : maker.products()) {
                    sum += product.stock() + maker.name().length();
                }
            }
            return sum;
        });
    }

    @Override
    public long page(int number) {
        return in(session -> {
            List<Review> page =
                    session.createQuery(
                                    "select r from Review r join fetch r.product p"
                                            + " join fetch p.maker m join fetch m.country c"
                                            + " join fetch r.reader where c.name = :country and"
                                            + " p.price > :price and r.score >= :score"
                                            + " order by r.id desc",
                                    Review.class)
                            .setParameter("country", "Country 3")
                            .setParameter("price", BigDecimal.TEN)
                            .setParameter("score", 2)
                            .setFirstResult(number * 20)
                            .setMaxResults(20)
                            .getResultList();
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
        });
    }

    @Override
    public void insertThousand() {
        inTransaction(session -> {
            Maker maker = session.getReference(Maker.class, 1L);
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
                session.persist(product);
            }
        });
    }

    @Override
    public void updateThousand(int round) {
        inTransaction(session -> {
            for (Product product :
                    session.createQuery("from Product p order by p.id", Product.class)
                            .setMaxResults(1000)
                            .getResultList()) {
                product.stock((int) product.id() + round);
                product.notes("Round " + round + " of " + product.id());
            }
        });
    }

    @Override
    public void close() {
        factory.close();
    }
}
