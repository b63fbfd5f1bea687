package dev.quintet.bench.orm;

/// Somebody who does the same work over the same tables. Belongs to one thread.
///
/// Each method returns something made of every row, so that nobody can leave the reading out.
public interface Contender extends AutoCloseable {

    /// {@return what tables call it}
    String name();

    /// One product by its key.
    long oneRow(long key);

    /// A thousand products of ten columns.
    long thousandRows();

    /// A hundred makers with ten products each.
    long parentsWithChildren();

    /// Twenty reviews of a page, with what they are joined to by four joins.
    long page(int number);

    /// Makes a thousand products.
    void insertThousand();

    /// Changes two columns of a thousand products, each to values of its own.
    void updateThousand(int round);

    @Override
    void close();
}
