package dev.quintet.bench.orm.hibernate;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/// A row of bench_review.
@Entity
@Table(name = "bench_review")
public class Review {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private String text;
    private int score;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "product_id")
    private Product product;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "reader_id")
    private Reader reader;

    /// {@return the key}
    public long id() {
        return id;
    }

    /// {@return its text}
    public String text() {
        return text;
    }

    /// Changes its text.
    public void text(String text) {
        this.text = text;
    }

    /// {@return its score}
    public int score() {
        return score;
    }

    /// Changes its score.
    public void score(int score) {
        this.score = score;
    }

    /// {@return its product}
    public Product product() {
        return product;
    }

    /// Changes its product.
    public void product(Product product) {
        this.product = product;
    }

    /// {@return its reader}
    public Reader reader() {
        return reader;
    }

    /// Changes its reader.
    public void reader(Reader reader) {
        this.reader = reader;
    }
}
